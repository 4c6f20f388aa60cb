import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { checkInvariants } from '../../src/invariants/index.js';
import { rowId } from '../../src/platform/database/index.js';
import { verifySeals } from '../../src/platform/tail/index.js';
import { delivering } from './from-need-to-commons/delivering.js';
import { funding } from './from-need-to-commons/funding.js';
import { shaping } from './from-need-to-commons/shaping.js';
import { aStory } from './from-need-to-commons/story.js';

const story = aStory();
beforeAll(() => story.begin(), 60_000);
afterAll(() => story.end());

describe('from a need to a verified return', () => {
  shaping(story);
  funding(story);
  delivering(story);
});

describe('after the story', () => {
  it('every invariant of money holds', async () => {
    const broken = (await checkInvariants(story.api().reader)).filter(({ violations }) => violations.length > 0);
    expect(broken).toEqual([]);
  });

  it('the log is sealed to its end and verifies', async () => {
    await story.api().tail.tick();
    const check = await verifySeals(story.api().reader);
    expect(check.faults).toEqual([]);
    const [{ n }] = await story.query('select count(*)::int as n from activities');
    expect(check.activities).toBe(n);
  });

  it('anyone reads the whole way, in order, without an account', async () => {
    const { activities } = await story.ask<{ activities: { nodes: { kind: string; summary: string }[] } }>(
      'query ($about: ID!) { activities(about: $about, first: 100) { nodes { kind summary } } }',
      { about: story.known['ideaId'] },
    );
    const stages = activities.nodes
      .map(({ kind }) => kind)
      .filter((kind) => /^idea\.(logged|supported|shaped|funding|delivery|commons)$/.test(kind));
    expect(stages.toReversed()).toEqual([
      'idea.logged',
      'idea.supported',
      'idea.shaped',
      'idea.funding',
      'idea.delivery',
      'idea.commons',
    ]);
    expect(activities.nodes.filter(({ summary }) => summary === 'Something changed')).toEqual([]);
  });

  it('everybody who voted hears of each stage, until what came of it is in the shared library and in use', async () => {
    const { people, organisations, known } = story;
    const [entry] = await story.query(`select 'entry_' || id as id from commons_entries where slug = $1`, [
      known['entrySlug'],
    ]);
    await people['teacher']!.does('declareEntryUse', {
      entryId: entry.id,
      organisationId: organisations['Fernbank School']!.globalId,
      whatFor: 'Every form tutor opens it in the morning.',
    });
    await story.api().tail.tick();
    await story.api().jobs.runDue();
    for (const voter of ['mother', 'nurse', 'neighbour']) {
      const { viewer } = await people[voter]!.ask<{ viewer: { notifications: { nodes: { kind: string }[] } } }>(
        '{ viewer { notifications(first: 100) { nodes { kind } } } }',
      );
      const heard = viewer.notifications.nodes.map(({ kind }) => kind).toReversed();
      const stages = heard.filter((kind) =>
        /^idea\.(supported|shaped|funding|delivery|commons)$|^entry\.in_use$/.test(kind),
      );
      expect([voter, ...stages]).toEqual([
        voter,
        'idea.supported',
        'idea.shaped',
        'idea.funding',
        'idea.delivery',
        'idea.commons',
        'entry.in_use',
      ]);
      expect(heard).toEqual(expect.arrayContaining(['update.posted', 'users_said.recorded']));
    }
  });

  it('a pseudonymous voter is named nowhere', async () => {
    const ideaId = rowId('idea', story.known['ideaId']!);
    const named: { n: number }[] = await story.query(
      `select count(*)::int as n from activities a join people p on p.id = a.actor_id where a.idea_id = $1 and a.kind like 'vote.%' and p.handle in ('mother', 'neighbour')`,
      [ideaId],
    );
    expect(named[0]!.n).toBe(0);
  });
});
