import { existsSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { anApi, nobody, type TestApi } from '../support/api.js';
import { beside, itWith } from '../support/beside.js';
import { aPerson } from '../support/people.js';

/** What people really said about one thing: the statements stay where they are, only their numbers are here. */
const STATEMENTS = 'fixtures/polis/affordable-housing/comments.csv';

/**
 * Statements that say the same or ask for the same, labelled by hand before anything was measured: each is looked for by
 * every other of its group.
 */
const GROUPS: readonly (readonly number[])[] = [
  [24, 15],
  [94, 96],
  [75, 12],
  [133, 136],
  [132, 137],
  [91, 97],
  [98, 99],
  [69, 70, 43],
  [45, 54, 120, 129, 59],
  [157, 162],
  [53, 148],
  [48, 10, 74, 2],
  [146, 1, 47, 81],
  [0, 73],
  [13, 118, 138],
  [115, 144],
  [153, 154, 113],
  [51, 57],
  [83, 86],
  [145, 100],
  [130, 131],
  [140, 76],
];

let api: TestApi;
const said = new Map<number, string>();
beforeAll(async () => {
  if (!existsSync(beside(STATEMENTS))) return;
  api = await anApi();
  const { person } = await aPerson(api);
  const rows = parse(readFileSync(beside(STATEMENTS)), { columns: true }) as Record<string, string>[];
  for (const row of rows) said.set(Number(row['comment-id']), row['comment-body'] ?? '');
  for (const [number, text] of said) {
    await api.dataSource.query(
      `insert into ideas (id, slug, title, need, outcome, people_served, themes, stage, author_id, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, $2, '', '', '{HOUSING}', 'LOGGED', $3, app_now(), app_now())`,
      [String(number), text, person.id],
    );
  }
  await api.dataSource.query('analyze ideas');
});
afterAll(() => api?.close());

itWith(STATEMENTS)('shows what says the same as well as the page about finding says', async () => {
  let shown = 0;
  let right = 0;
  let wanted = 0;
  let withOne = 0;
  for (const group of GROUPS) {
    for (const number of group) {
      const { data } = await api
        .as(nobody)
        .graphql<{ similarIdeas: { slug: string }[] }>(
          `query ($title: String!) { similarIdeas(title: $title, first: 6) { slug } }`,
          { title: said.get(number) },
        );
      const found = data.similarIdeas.map(({ slug }) => Number(slug)).filter((other) => other !== number);
      const five = found.slice(0, 5);
      const same = five.filter((other) => group.includes(other)).length;
      shown += five.length;
      right += same;
      wanted += group.length - 1;
      if (same > 0) withOne += 1;
    }
  }
  const asked = GROUPS.flat().length;
  const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
  const row = `| ${asked} statements in ${GROUPS.length} groups | ${percent(right, wanted)} | ${percent(right, shown)} | ${percent(withOne, asked)} |`;
  const page = readFileSync(new URL('../../../../docs/reference/finding.md', import.meta.url), 'utf8');
  expect(page.split('\n').filter((line) => / statements in /.test(line))).toEqual([row]);
});
