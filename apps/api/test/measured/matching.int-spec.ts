import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../support/api.js';
import { aPerson } from '../support/people.js';
import { NEEDS, SOFTWARE } from './labelled-set.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
  const { person } = await aPerson(api);
  for (const { key, title, text, themes } of SOFTWARE) {
    const [summary = '', ...rest] = text.split(/(?<=[:;,]) /);
    await api.dataSource.query(
      `insert into components (id, slug, name, summary, description, themes, registered_by_id, registered_at, updated_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, app_now(), app_now())`,
      [key, title, summary, rest.join(' '), themes, person.id],
    );
  }
  for (const { key, title, text, themes } of NEEDS) {
    await api.dataSource.query(
      `insert into ideas (id, slug, title, need, outcome, people_served, themes, stage, author_id, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, $3, '', '', $4, 'LOGGED', $5, app_now(), app_now())`,
      [key, title, text, themes, person.id],
    );
  }
});
afterAll(() => api.close());

const PAIRS = new Set(NEEDS.flatMap(({ key, fits }) => fits.map((fit) => `${key} ${fit}`)));

/** Of what fits, how much was suggested; of what was suggested, how much fits; how often the first suggestion fits. */
function measured(suggested: ReadonlyMap<string, readonly string[]>, pairOf: (asked: string, found: string) => string) {
  const all = [...suggested].flatMap(([asked, found]) => found.map((one) => pairOf(asked, one)));
  const right = all.filter((pair) => PAIRS.has(pair)).length;
  const some = [...suggested].filter(([, found]) => found.length > 0);
  const first = some.filter(([asked, [best = '']]) => PAIRS.has(pairOf(asked, best))).length;
  const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
  return { found: percent(right, PAIRS.size), right: percent(right, all.length), first: percent(first, some.length) };
}

it('suggests what fits as well as the page about matching says, from both sides', async () => {
  const forNeeds = new Map<string, string[]>();
  for (const { key } of NEEDS) {
    const { data } = await api
      .as(nobody)
      .graphql<{ idea: { fittingComponents: { component: { slug: string } }[] } }>(
        `query ($slug: String!) { idea(slug: $slug) { fittingComponents { component { slug } } } }`,
        { slug: key },
      );
    forNeeds.set(
      key,
      data.idea.fittingComponents.map(({ component }) => component.slug),
    );
  }
  const forSoftware = new Map<string, string[]>();
  for (const { key } of SOFTWARE) {
    const { data } = await api
      .as(nobody)
      .graphql<{ component: { fittingIdeas: { idea: { slug: string } }[] } }>(
        `query ($slug: String!) { component(slug: $slug) { fittingIdeas { idea { slug } } } }`,
        { slug: key },
      );
    forSoftware.set(
      key,
      data.component.fittingIdeas.map(({ idea }) => idea.slug),
    );
  }
  const row = (side: string, { found, right, first }: ReturnType<typeof measured>) =>
    `| ${side} | ${found} | ${right} | ${first} |`;
  const rows = [
    row(
      'software for a need',
      measured(forNeeds, (need, software) => `${need} ${software}`),
    ),
    row(
      'needs for software',
      measured(forSoftware, (software, need) => `${need} ${software}`),
    ),
  ];
  const page = readFileSync(new URL('../../../../docs/reference/matching.md', import.meta.url), 'utf8');
  expect(
    page
      .split('\n')
      .filter((line) => rows.includes(line) || line.startsWith('| software for') || line.startsWith('| needs for')),
  ).toEqual(rows);
});
