import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { beside, itWith } from '../../../test/support/beside.js';
import { codesOf, mutate, type Mutated } from '../../../test/support/mutate.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { ImportComponent, ImportIdeas, ImportPolis, ImportVotes } from './index.js';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await anApi();
  folder = mkdtempSync(join(tmpdir(), 'polis-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

const options = { dryRun: false, progress: () => undefined };
const bytes = (text: string) => new TextEncoder().encode(text);
const countOf = async (table: string): Promise<number> => {
  const [row] = await api.dataSource.query(`select count(*)::int from ${table}`);
  return row.count;
};

const HEADING = 'key,title,need,outcome,people_served,themes,author';

describe('a table that a steward brings in', () => {
  const REPORT = 'preview added alreadyThere withdrawn rows { line title alreadyThere } faults { line column message }';
  const brings = (viewer: SignedInViewer, csv: string, preview: boolean, kind = 'IDEAS'): Promise<Mutated> =>
    mutate(api, viewer, 'importTable', { kind, csv, preview }, REPORT);
  const csv = `${HEADING}\nwarm,Warm floors,x,y,z,youth,\nbad,,x,y,z,dragons,\n=1+1,Sum,x,y,z,youth,\n`;

  it('is looked at first, changing nothing, and comes in around the rows that are wrong', async () => {
    const steward = await aPerson(api, { steward: true });
    const before = [await countOf('ideas'), await countOf('people'), await countOf('imports')];
    const faults = [
      { line: 3, column: 'title', message: 'Empty, and it must not be.' },
      { line: 3, column: 'themes', message: expect.stringContaining('“dragons” is not known here. Allowed: ') },
      { line: 4, column: 'key', message: expect.stringContaining('“=1+1” may hold letters') },
    ];
    expect(await brings(steward, csv, true)).toMatchObject({
      preview: true,
      added: 1,
      rows: [{ line: 2, title: 'Warm floors', alreadyThere: false }],
      faults,
    });
    expect([await countOf('ideas'), await countOf('people'), await countOf('imports')]).toEqual(before);
    expect(await brings(steward, csv, false)).toMatchObject({ preview: false, added: 1, alreadyThere: 0, faults });
    expect(await brings(steward, csv, false)).toMatchObject({ added: 0, alreadyThere: 1 });
    expect(await countOf('ideas')).toBe(before[0]! + 1);
    const votes = 'idea,voter,perspective\nwarm,somebody-1,PUBLIC\nnowhere,somebody-2,PUBLIC\n';
    expect(await brings(steward, votes, false, 'VOTES')).toMatchObject({
      added: 1,
      faults: [{ line: 3, column: 'idea' }],
    });
  });

  it('is for the site team, has something in it, and is no larger than a page can show', async () => {
    const before = await countOf('ideas');
    expect(codesOf(await brings(await aPerson(api), csv, true))).toEqual(['NOT_A_STEWARD']);
    const former = await aPerson(api, { steward: true });
    await api.dataSource.query('update people set steward = false where id = $1', [former.person.id]);
    expect(codesOf(await brings(former, `${HEADING}\nlate,Late,x,y,z,youth,\n`, false))).toEqual(['NOT_A_STEWARD']);
    const steward = await aPerson(api, { steward: true });
    expect(codesOf(await brings(steward, ' \n', false))).toEqual(['TABLE_EMPTY']);
    const rows = Array.from({ length: 1_000 }, (_, n) => `many-${n},Many,x,y,z,youth,`).join('\n');
    expect(codesOf(await brings(steward, `${HEADING}\n${rows}\n`, false))).toEqual(['TABLE_TOO_LARGE']);
    expect(await countOf('ideas')).toBe(before);
  });
});

describe('ideas from a file', () => {
  it('come in around a wrong row, which is told by line and column', async () => {
    await aPerson(api, { handle: 'importer' });
    const file = bytes(
      `\ufeff${HEADING}\ngood,Warm halls,"Nobody knows,\nwhich is open",Warmth,Anyone,community,importer\nbad,,x,y,z,dragons,importer\nwho,Title,x,y,z,youth,nobody-here\n`,
    );
    const report = await api.app.get(ImportIdeas).execute(file, options);
    expect(report.counts).toEqual({ added: 1, 'already there': 0 });
    expect(report.faults).toMatchObject([
      { line: 4, column: 'title', code: 'VALUE_MISSING' },
      { line: 4, column: 'themes', code: 'VALUE_NOT_LISTED', given: 'dragons' },
      { line: 5, column: 'author', code: 'VALUE_NOT_LISTED', given: 'nobody-here' },
    ]);
    const [idea] = await api.dataSource.query(`select source from ideas where title = 'Warm halls'`);
    expect(idea.source).toBe('IMPORT');
  });

  it('are there once, however often the file is imported, and a preview adds none', async () => {
    const file = bytes(`${HEADING}\nonce,Once,x,y,z,youth,\n`);
    const before = await countOf('ideas');
    expect((await api.app.get(ImportIdeas).execute(file, { ...options, dryRun: true })).counts).toMatchObject({
      added: 1,
    });
    expect(await countOf('ideas')).toBe(before);
    await api.app.get(ImportIdeas).execute(file, options);
    expect((await api.app.get(ImportIdeas).execute(file, options)).counts).toEqual({ added: 0, 'already there': 1 });
    expect(await countOf('ideas')).toBe(before + 1);
  });

  it('are not guessed from a file with another heading', async () => {
    const report = await api.app.get(ImportIdeas).execute(bytes('name,text\na,b\n'), options);
    expect(report.counts).toEqual({ added: 0, 'already there': 0 });
    expect(report.faults.every(({ line }) => line === 1)).toBe(true);
  });
});

describe('votes from a file', () => {
  it('count apart, open no gate, and are withdrawn by a later file', async () => {
    await api.app.get(ImportIdeas).execute(bytes(`${HEADING}\nvoted,Voted on,x,y,z,youth,\n`), options);
    const votes = (answer: string) =>
      bytes(
        `idea,voter,perspective,answer\n${[1, 2, 3, 4, 5, 6, 7].map((voter) => `voted,v${voter},practitioner,${answer}`).join('\n')}\nnowhere,v1,public,\n`,
      );
    const report = await api.app.get(ImportVotes).execute(votes(''), options);
    expect(report).toMatchObject({ counts: { added: 7 }, faults: [{ line: 9, column: 'idea' }] });
    await api.tail.tick();
    const [idea] = await api.dataSource.query(`select stage from ideas where title = 'Voted on'`);
    expect(idea.stage).toBe('LOGGED');
    expect((await api.app.get(ImportVotes).execute(votes(''), options)).counts).toMatchObject({
      added: 0,
      'already there': 7,
    });
    expect((await api.app.get(ImportVotes).execute(votes('withdrawn'), options)).counts).toMatchObject({
      withdrawn: 7,
    });
    const [standing] = await api.dataSource.query(
      `select count(*)::int from votes v join ideas i on i.id = v.idea_id where i.title = 'Voted on' and v.withdrawn_at is null`,
    );
    expect(standing.count).toBe(0);
  });
});

it('registers a component once, with its faults listed', async () => {
  const file = bytes(
    'publiccodeYmlVersion: "0.5"\nname: Half a file\nurl: https://code.example.org/half.git\nlegal:\n  license: MIT\n',
  );
  const first = await api.app.get(ImportComponent).execute(undefined, file, options);
  expect(first).toMatchObject({ counts: { added: 1 }, faults: [] });
  expect(first.notes.join('\n')).toMatch(/line \d+: error/);
  expect((await api.app.get(ImportComponent).execute(undefined, file, options)).counts).toEqual({ 'already there': 1 });
});

const REAL = 'fixtures/publiccode/real';
itWith(REAL)('registers the real files there are, whatever their faults', async () => {
  const real = beside(REAL);
  const left: string[] = [];
  for (const name of readdirSync(real).filter((file) => file.endsWith('.yml'))) {
    const report = await api.app.get(ImportComponent).execute(undefined, readFileSync(join(real, name)), options);
    if (report.faults.length > 0) left.push(`${name}: ${report.notes.join(' ')}`);
  }
  expect(left).toEqual([]);
});

describe('a Polis export', () => {
  it('comes in by its rules, once', async () => {
    writeFileSync(join(folder, 'summary.csv'), 'topic,Warm halls\nurl,https://polis.example/abc\n');
    writeFileSync(
      join(folder, 'comments.csv'),
      'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,x,0,9,0,0,1,"Open the halls, please"\n1,x,1,8,0,0,-1,Close them\n',
    );
    writeFileSync(
      join(folder, 'votes.csv'),
      'timestamp,datetime,comment-id,voter-id,vote\n5,x,0,9,1\n6,x,0,1,1\n7,x,0,2,-1\n8,x,0,3,1\n9,x,0,3,0\n10,x,1,9,1\n11,x,1,1,maybe\n',
    );
    const report = await api.app.get(ImportPolis).execute(folder, { ...options, themes: ['HOUSING'] });
    expect(report.counts).toMatchObject({
      'ideas added': 2,
      'votes cast': 3,
      'votes withdrawn': 1,
      'own events skipped': 1,
    });
    expect(report.faults).toMatchObject([{ line: 8, column: 'votes.csv vote' }]);
    const before = [await countOf('votes'), await countOf('people'), await countOf('ideas')];
    const again = await api.app.get(ImportPolis).execute(folder, { ...options, themes: ['HOUSING'] });
    expect(again.counts).toMatchObject({
      'ideas added': 0,
      'votes cast': 0,
      'votes withdrawn': 0,
      'events already there': 4,
    });
    expect([await countOf('votes'), await countOf('people'), await countOf('ideas')]).toEqual(before);
  });

  const CONVERSATION = 'fixtures/polis/affordable-housing';
  itWith(CONVERSATION)(
    'of 2017 ends, statement by statement, with the tally of a recount of its files',
    async () => {
      await api.app.get(ImportPolis).execute(beside(CONVERSATION), { ...options, themes: ['HOUSING'] });
      const counted: { statement: string; votes: number }[] = await api.dataSource.query(
        `select split_part(i.key, ':', 3) as statement, count(v.id) filter (where v.withdrawn_at is null)::int as votes
         from imports i join ideas on ideas.id = i.subject_id left join votes v on v.idea_id = ideas.id where i.key ~ '^polis:4hnmy3zeff:[0-9]+$' group by 1`,
      );
      const recounted = recount(beside(CONVERSATION));
      expect(new Map(counted.map(({ statement, votes }) => [statement, votes]))).toEqual(recounted);
      expect([...recounted.values()].reduce((sum, votes) => sum + votes, 0)).toBe(7_887);
    },
    300_000,
  );
});

/**
 * Counts the files another way than the import does: somebody's vote stands when the last thing they did with the
 * statement of somebody else is the first time they agreed.
 */
function recount(folder: string): ReadonlyMap<string, number> {
  const rows = (name: string) =>
    parse(readFileSync(join(folder, name)), { columns: true }) as Readonly<Record<string, string>>[];
  const author = new Map(rows('comments.csv').map((row) => [row['comment-id'] ?? '', row['author-id']]));
  const byPair = Map.groupBy(
    rows('votes.csv').toSorted((one, other) => Number(one['timestamp']) - Number(other['timestamp'])),
    (row) => `${row['comment-id']} ${row['voter-id']}`,
  );
  const standing = new Map([...author.keys()].map((statement) => [statement, 0]));
  for (const [pair, events] of byPair) {
    const [statement = '', voter] = pair.split(' ');
    const firstAgreed = events.findIndex(({ vote }) => vote === '1');
    if (firstAgreed !== events.length - 1 || author.get(statement) === voter || !author.has(statement)) continue;
    standing.set(statement, (standing.get(statement) ?? 0) + 1);
  }
  return standing;
}

describe('feeds', () => {
  it('say what happened, to everybody, and nothing private', async () => {
    await api.tail.tick();
    const atom = await api.app.inject({ url: '/feeds/activity.atom' });
    expect([atom.statusCode, atom.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(atom.body).toContain('A need was logged');
    const json = await api.app.inject({ url: '/feeds/activity.json' });
    expect(json.json()).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
    const [hidden] = await api.dataSource.query(`select id from activities where visibility = 'PRIVATE' limit 1`);
    const votes: { id: string }[] = await api.dataSource.query(`select id from activities where kind like 'vote.%'`);
    expect(votes.length).toBeGreaterThan(0);
    expect(votes.filter(({ id }) => json.body.includes(id))).toEqual([]);
    expect(hidden).toBeDefined();
    expect(json.body).not.toContain(hidden.id);
  });

  it('speak the language of their address, and say so', async () => {
    const malay = await api.app.inject({
      url: '/feeds/activity.atom?language=ms',
      headers: { 'accept-language': 'en' },
    });
    expect(malay.body).toContain('<feed xml:lang="ms-MY"');
    expect(malay.body).toContain('Satu keperluan dicatat');
    expect(malay.body).not.toContain('A need was logged');
    const english = await api.app.inject({ url: '/feeds/activity.atom', headers: { 'accept-language': 'ms' } });
    expect(english.body).toContain('<feed xml:lang="en-GB"');
    const ideas = (await api.app.inject({ url: '/feeds/ideas.json?stage=LOGGED&language=ms' })).json();
    expect([ideas.title, ideas.language]).toEqual(['Idea di OpenImpact', 'ms-MY']);
    expect(ideas.home_page_url).toMatch(/\/ideas\?stage=LOGGED$/);
  });

  it('answer 404 for a project that is not there', async () => {
    expect((await api.app.inject({ url: '/ventures/nothing/feed.atom' })).statusCode).toBe(404);
  });
});
