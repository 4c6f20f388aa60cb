import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aPerson } from '../../../test/support/people.js';
import type { Sql } from '../../platform/database/index.js';

/** Enough that a plan which reads all of it is caught, few enough that making them takes seconds; `npm run check:lists` takes more. */
const IDEAS = Number(process.env['OPENIMPACT_LIST_IDEAS'] ?? '12000');
/** Behind so many ideas page 500 begins; of fewer ideas, a page far behind. */
const PAGE_500 = 499 * 20;
/** Pages of 8 kB that one page of a list may touch, at any depth. */
const MOST_BUFFERS = 200;

let api: TestApi;
const asked: Sql[] = [];
beforeAll(async () => {
  api = await anApi();
  const author = await aPerson(api);
  await api.dataSource.query(
    `insert into ideas (id, slug, title, need, outcome, people_served, themes, places, stage, author_id, created_at, updated_at,
       votes_support, organisations_count, trending, target_minor, pledged_minor, currency)
     select gen_random_uuid(), 'made-' || n, 'Idea number ' || n, 'A need with many words of ' || (array['apples', 'pears'])[1 + n % 2], 'An outcome', 'People',
       array[(array['FOOD', 'HOUSING', 'YOUTH', 'HEALTH'])[1 + n % 4]], array['Town ' || n % 50],
       (array['LOGGED', 'LOGGED', 'LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY', 'COMMONS'])[1 + n % 8], $1,
       timestamptz '2026-01-01' + make_interval(mins => n), timestamptz '2026-01-01', n % 300, n % 40, (n * 7919 % 12000) / 100.0,
       100000, n % 1000 * 100, 'GBP'
     from generate_series(1, ${IDEAS}) n`,
    [author.person.id],
  );
  await api.dataSource.query(
    `insert into vote_counters (idea_id, slot, practitioner) select id, n % 8, 1 from ideas, generate_series(1, 3) n`,
  );
  await api.dataSource.query(
    `insert into support_told (idea_id, told_at, practitioner) select id, app_now(), 6 from ideas`,
  );
  await api.dataSource.query('analyze ideas, vote_counters, support_told');
  const query = api.reader.query.bind(api.reader);
  api.reader.query = (statement) => {
    asked.push(statement);
    return query(statement);
  };
}, 300_000);
afterAll(async () => {
  await api.close();
});

const LIST = `query($after: String, $orderBy: IdeaOrder!, $filter: IdeaFilterInput) {
  ideas(first: 20, after: $after, orderBy: $orderBy, filter: $filter) {
    nodes { id title stage author { name } commentCount support { votes organisations byPerspective { count } } }
    pageInfo { endCursor hasNextPage } } }`;

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** How many pages of the database the list's own statement reads. */
async function buffersOf(
  variables: Record<string, unknown>,
): Promise<{ readonly buffers: number; readonly endCursor: string }> {
  asked.length = 0;
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ ideas: { nodes: unknown[]; pageInfo: { endCursor: string } } }>(LIST, variables);
  expect(errors).toEqual([]);
  expect(data.ideas.nodes).toHaveLength(20);
  const [statement] = asked;
  if (statement === undefined || asked.length !== 1) throw new Error(`The list asked ${asked.length} statements.`);
  const rows: { 'QUERY PLAN': readonly { readonly Plan: Plan }[] }[] = await api.dataSource.query(
    `explain (analyze, buffers, format json) ${statement.text}`,
    statement.values,
  );
  const plan = rows[0]!['QUERY PLAN'][0]!.Plan;
  return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], endCursor: data.ideas.pageInfo.endCursor };
}

describe.each(['TRENDING', 'NEWEST', 'MOST_ORGANISATIONS', 'CLOSEST_TO_TARGET', 'NEEDS_VOTES'])(
  'the list by %s',
  (orderBy) => {
    it('is one statement that reads little, on the first page and far behind it', async () => {
      const first = await buffersOf({ orderBy });
      // A cursor from deep inside: what page 500 asks.
      const column = {
        TRENDING: 'trending',
        NEWEST: 'created_at',
        MOST_ORGANISATIONS: 'organisations_count',
        CLOSEST_TO_TARGET: 'to_target',
        NEEDS_VOTES: 'idea_needs_votes(created_at, votes_support)',
      }[orderBy];
      const [deep] = await api.dataSource.query(
        // Only what raises money is near a target: one in eight of these.
        `select ${column}::text as key, id from ideas order by ${column} desc, id desc
         offset ${Math.min(PAGE_500, orderBy === 'CLOSEST_TO_TARGET' ? IDEAS / 10 : IDEAS / 2)} limit 1`,
      );
      const after = Buffer.from(JSON.stringify([deep.key, deep.id])).toString('base64url');
      const far = await buffersOf({ orderBy, after });
      if (process.env['OPENIMPACT_LIST_IDEAS']) {
        process.stdout.write(
          `${orderBy}: ${first.buffers} buffers for page 1, ${far.buffers} for page 500 of ${IDEAS} ideas\n`,
        );
      }
      expect(first.buffers).toBeLessThanOrEqual(MOST_BUFFERS);
      expect(far.buffers).toBeLessThanOrEqual(MOST_BUFFERS);
    });

    it('reads little for one stage too', async () => {
      const { buffers } = await buffersOf({ orderBy, filter: { stages: ['SUPPORTED'] } });
      expect(buffers).toBeLessThanOrEqual(MOST_BUFFERS);
    });
  },
);

describe('a search', () => {
  // Walking all ideas reads about 13,000.
  const SEARCHED = 2_500;
  // Some of them the database's own tables, the first time; the index of words alone would name all ideas.
  const SEEN_SOON = 800;
  it.each([
    ['a word that every idea has', 'needs', 20, SEEN_SOON],
    ['a word that every second idea has', 'pears', 20, SEEN_SOON],
    ['two such words that never stand together', 'apples pears', 0, SEARCHED],
    ['a word that one idea in four thousand has', 'falconry', 3, SEARCHED],
    ['a word that no idea has, nor nearly', 'xylophonist', 0, SEARCHED],
  ])('reads little for %s', async (_, text, found, most) => {
    await api.dataSource.query(
      `update ideas set need = need || ' and falconry' where slug in ('made-7', 'made-4007', 'made-8007')`,
    );
    await api.dataSource.query('analyze ideas');
    asked.length = 0;
    const { data, errors } = await api
      .as(nobody)
      .graphql<{ ideas: { nodes: readonly unknown[] } }>(LIST, { orderBy: 'TRENDING', filter: { text } });
    expect(errors).toEqual([]);
    expect(data.ideas.nodes).toHaveLength(found);
    let buffers = 0;
    for (const { text: statement, values } of asked.slice()) {
      const rows: { 'QUERY PLAN': readonly { readonly Plan: Plan }[] }[] = await api.dataSource.query(
        `explain (analyze, buffers, format json) ${statement}`,
        values as unknown[],
      );
      const plan = rows[0]!['QUERY PLAN'][0]!.Plan;
      buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    }
    expect(buffers).toBeLessThanOrEqual(most);
  });
});

describe('ideas that say nearly the same', () => {
  it('are found by what is rare in them, however many share the rest', async () => {
    const { data } = await api
      .as(nobody)
      .graphql<{ similarIdeas: { title: string }[] }>(
        '{ similarIdeas(title: "An idea, number 7919", need: "") { title } }',
      );
    expect(data.similarIdeas[0]?.title).toBe('Idea number 7919');
  });
});
