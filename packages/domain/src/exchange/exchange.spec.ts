import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { checkHeading, readRow, repeatedKeys, type ReadRow } from './columns.js';
import { IDEA_COLUMNS, VOTE_COLUMNS } from './imports.js';
import { replayPolis, totalVotes, type PolisEvent } from './polis.js';

const authors = new Map([
  ['s1', 'ann'],
  ['s2', 'ben'],
]);
const event = (voterId: string, vote: PolisEvent['vote'], at: number, statementId = 's1'): PolisEvent => ({
  statementId,
  voterId,
  vote,
  at,
});

describe('a Polis export', () => {
  it('counts an agreement as a vote and nothing else', () => {
    const replay = replayPolis([event('cat', 1, 1), event('dan', -1, 2), event('eve', 0, 3)], authors);
    expect(replay.tally).toEqual(
      new Map([
        ['s1', 1],
        ['s2', 0],
      ]),
    );
    expect(replay.withoutVote).toBe(2);
  });

  it.each([[1], [0], [-1]] as const)('takes %s after an agreement for its withdrawal', (later) => {
    const replay = replayPolis([event('cat', later, 2), event('cat', 1, 1)], authors);
    expect(replay.actions.map((action) => action.kind)).toEqual(['CAST', 'WITHDRAW']);
    expect(totalVotes(replay)).toBe(0);
  });

  it('lets a person who disagreed first agree later', () => {
    expect(totalVotes(replayPolis([event('cat', -1, 1), event('cat', 1, 2)], authors))).toBe(1);
  });

  it('is done with a person once they withdrew', () => {
    const replay = replayPolis([event('cat', 1, 1), event('cat', 0, 2), event('cat', 1, 3)], authors);
    expect([totalVotes(replay), replay.afterWithdrawal]).toEqual([0, 1]);
  });

  it('skips authors on their own statement, and says so', () => {
    const replay = replayPolis([event('ann', 1, 1), event('ann', 1, 2, 's2')], authors);
    expect([replay.skippedOwn.length, totalVotes(replay)]).toEqual([1, 1]);
  });

  it('keeps the order of the file within a millisecond', () => {
    const replay = replayPolis([event('cat', -1, 1), event('cat', 1, 1)], authors);
    expect(totalVotes(replay)).toBe(1);
  });

  it('says which events belong to no statement', () => {
    expect(replayPolis([event('cat', 1, 1, 's9')], authors).unknownStatements).toHaveLength(1);
  });
});

describe('rows of an import', () => {
  const idea = {
    key: 'row-1',
    title: 'A warm place finder',
    need: 'People do not know which hall is open.',
    outcome: 'Nobody walks to a locked door.',
    people_served: 'Anyone who is cold',
    themes: 'community; Mental-health',
    author: 'ama',
  };

  it('read words as people type them', () => {
    expect(readRow(2, idea, IDEA_COLUMNS)).toMatchObject({
      lists: { themes: ['COMMUNITY', 'MENTAL_HEALTH'], places: [] },
    });
  });

  it('are faulted by line and column, all at once', () => {
    const faults = readRow(
      7,
      { ...idea, key: 'a b', title: '', themes: 'YOUTH;DRAGONS', language: 'English' },
      IDEA_COLUMNS,
    );
    expect(faults).toMatchObject([
      { line: 7, column: 'key', code: 'KEY_MALFORMED' },
      { line: 7, column: 'title', code: 'VALUE_MISSING' },
      { line: 7, column: 'themes', code: 'VALUE_NOT_LISTED', given: 'DRAGONS' },
      { line: 7, column: 'language', code: 'VALUE_NOT_A_LANGUAGE' },
    ]);
  });

  it('need a heading that names every required column once and no other', () => {
    expect(checkHeading(['idea', 'Perspective', 'idea', 'colour'], VOTE_COLUMNS)).toMatchObject([
      { column: 'voter', code: 'COLUMN_MISSING' },
      { column: 'idea', code: 'COLUMN_TWICE' },
      { column: 'colour', code: 'COLUMN_UNKNOWN' },
    ]);
  });

  it('do not use a key twice', () => {
    const rows = [2, 3].map((line): ReadRow => ({ line, text: { key: 'same' }, lists: {} }));
    expect(repeatedKeys(rows, 'key')).toMatchObject([{ line: 3, code: 'KEY_TWICE', allowed: ['line 2'] }]);
  });
});

// The data is read where it lies and is not part of this repository.
const folder = process.env['OPENIMPACT_FIXTURES'] ?? resolve(import.meta.dirname, '../../../../../shared/fixtures');
const votesFile = `${folder}/polis/affordable-housing/votes.csv`;
const onRealData = existsSync(votesFile) ? it : it.skip;

onRealData('counts the real votes of 2017 as a recount by hand does (skipped where the data is not)', () => {
  const events = readFileSync(votesFile, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): PolisEvent => {
      const [at, , statementId, voterId, vote] = line.split(',') as [string, string, string, string, string];
      return { at: Number(at), statementId, voterId, vote: Number(vote) as PolisEvent['vote'] };
    });
  const everyStatement = new Map(events.map((one) => [one.statementId, 'nobody']));
  // 8,003 pairs hold one agreement and nothing else; the 39 others that begin with one were changed afterwards.
  expect(totalVotes(replayPolis(events, everyStatement))).toBe(8_003);
});
