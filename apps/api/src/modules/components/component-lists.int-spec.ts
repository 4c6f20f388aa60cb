import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aPerson } from '../../../test/support/people.js';
import { raw, type Sql, sql } from '../../platform/database/index.js';
import { fittingComponents } from './application/fitting-components.js';
import { fittingIdeas } from './application/fitting-ideas.js';

/** Enough that a plan which reads all of it is caught, few enough that making them takes seconds. */
const COMPONENTS = 25_000;
const IDEAS = 10_000;
/** Pages of 8 kB that a list of the catalogue may touch. Reading all components touches more than a thousand. */
const MOST_BUFFERS = 700;

let api: TestApi;
let ideaId: string;
const asked: Sql[] = [];
beforeAll(async () => {
  api = await anApi();
  const { person } = await aPerson(api);
  await api.dataSource.query(
    `insert into components (id, slug, name, summary, description, themes, functions, maturity, languages, release_date, maintained_by,
       licence_declared, licence_use, registered_by_id, registered_at, updated_at)
     select gen_random_uuid(), 'made-' || n, 'Vessel ' || n % 4999, 'Plans visits with volunteers', 'Volunteers visit town' || n % 499 || ' and street' || n % 97,
       array[(array['FOOD', 'HOUSING', 'YOUTH', 'HEALTH'])[1 + n % 4]],
       array[case when n % 6250 = 0 then 'MAPS' else 'VOLUNTEERS' end],
       (array['STABLE', 'BETA'])[1 + n % 2], array[case when n % 6250 = 0 then 'cy' else 'en' end],
       date '2010-01-01' + n % 5000, case when n % 6250 = 0 then 'The Buoy Trust' else 'Maintainers ' || n % 900 end,
       'MIT', case when n % 6250 = 0 then 'SHARE_THE_WHOLE' else 'ANY_USE' end, $1,
       timestamptz '2020-01-01' + make_interval(mins => n), timestamptz '2026-01-01'
     from generate_series(1, ${COMPONENTS}) n`,
    [person.id],
  );
  await api.dataSource.query(
    `insert into ideas (id, slug, title, need, outcome, people_served, themes, stage, author_id, created_at, updated_at)
     select gen_random_uuid(), 'made-' || n, 'Volunteers visit ' || n, 'Volunteers plan visits', 'Visits', 'Neighbours', '{FOOD}',
       'LOGGED', $1, app_now(), app_now() from generate_series(1, ${IDEAS}) n`,
    [person.id],
  );
  const rare = `set name = 'Quokka beacon', summary = 'A beacon for lighthouse crews' where slug in ('made-7', 'made-20007')`;
  await api.dataSource.query(`update components ${rare}`);
  await api.dataSource.query(
    `update ideas set title = 'Lighthouse crews need a beacon', themes = '{HEALTH}' where slug = 'made-9000'`,
  );
  [{ id: ideaId }] = await api.dataSource.query(`select id from ideas where slug = 'made-9000'`);
  await api.dataSource.query('vacuum analyze components');
  await api.dataSource.query('vacuum analyze ideas');
  const query = api.reader.query.bind(api.reader);
  api.reader.query = (statement) => {
    asked.push(statement);
    return query(statement);
  };
}, 180_000);
afterAll(async () => {
  await api.close();
});

/** How many pages of the database a statement reads. */
async function buffersOf(statement: Sql): Promise<number> {
  const rows: { 'QUERY PLAN': { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }[] }[] =
    await api.dataSource.query(`explain (analyze, buffers, format json) ${statement.text}`, statement.values);
  const plan = rows[0]!['QUERY PLAN'][0]!.Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

describe('the catalogue of many components', () => {
  it.each<[string, object, number]>([
    ['nothing', {}, 20],
    ['what a theme of many', { themes: ['FOOD'] }, 20],
    ['what nearly all do', { functions: ['VOLUNTEERS'] }, 20],
    ['what hardly any do', { functions: ['MAPS'] }, 4],
    ['a licence nearly all have', { licenceUses: ['ANY_USE'] }, 20],
    ['a licence hardly any have', { licenceUses: ['SHARE_THE_WHOLE'] }, 4],
    ['how far half of them are', { maturities: ['BETA'] }, 20],
    ['how far none is', { maturities: ['OBSOLETE'] }, 0],
    ['who looks after hardly any', { maintainedBy: 'buoy tr' }, 4],
    ['who looks after all', { maintainedBy: 'maintain' }, 20],
    ['a language hardly any speaks', { speaks: 'cy' }, 4],
    ['a language nearly all speak', { speaks: 'en' }, 20],
    ['released lately', { releasedSince: '2023-09-09' }, 5],
    ['released since long ago', { releasedSince: '2010-01-01' }, 20],
    ['a word all have', { text: 'volunteers' }, 20],
    ['a word hardly any have', { text: 'lighthouse' }, 2],
    ['a name with a typing error', { text: 'Qokka beacon' }, 2],
    ['a word none has, nor nearly', { text: 'xylophonist' }, 0],
    ['two rare things that never meet', { functions: ['MAPS'], text: 'lighthouse' }, 0],
  ])('reads little for %s', async (_, filter, least) => {
    for (const orderBy of ['NEWEST', 'NAME']) {
      asked.length = 0;
      const { data, errors } = await api.as(nobody).graphql<{ components: { nodes: object[] } }>(
        `query ($filter: ComponentFilterInput, $orderBy: ComponentOrder!) {
            components(first: 20, filter: $filter, orderBy: $orderBy) { nodes { id name } } }`,
        { filter, orderBy },
      );
      expect(errors).toEqual([]);
      expect(data.components.nodes).toHaveLength(least);
      expect(asked).toHaveLength(1);
      const buffers = await buffersOf(asked[0] as Sql);
      expect({ orderBy, little: buffers <= MOST_BUFFERS || buffers }).toEqual({ orderBy, little: true });
    }
  });
});

describe('what may fit among many', () => {
  // A thousand rows and the words of each, which is most of what ranking costs.
  const RANKED = 6_000;

  it('is found by its rare words and ranks no more than it must, from the side of an idea', async () => {
    const statement = sql`select name, words from ${fittingComponents(raw('f'), ideaId, 5)}`;
    const rows: { name: string; words: string[] }[] = await api.dataSource.query(statement.text, statement.values);
    expect(rows).toMatchObject([{ name: 'Quokka beacon' }, { name: 'Quokka beacon' }]);
    expect(rows[0]?.words).toEqual(expect.arrayContaining(['beacon', 'crews', 'lighthouse']));
    expect(await buffersOf(statement)).toBeLessThanOrEqual(RANKED);
  });

  it('and when every word is common', async () => {
    const [{ id }] = await api.dataSource.query(`select id from ideas where slug = 'made-3'`);
    expect(await buffersOf(sql`select * from ${fittingComponents(raw('f'), id, 5)}`)).toBeLessThanOrEqual(RANKED);
  });

  it.each([
    ['rare', 'Lighthouse beacon for crews'],
    ['common', 'Volunteers plan visits'],
  ])('and from the side of what exists, when its words are %s', async (_, said) => {
    const statement = sql`select * from ${fittingIdeas(raw('f'), { strong: sql`${said}`, weak: sql`''`, themes: sql`'{FOOD}'`, language: sql`'en'` }, 5)}`;
    const rows: object[] = await api.dataSource.query(statement.text, statement.values);
    expect(rows.length).toBeGreaterThan(0);
    expect(await buffersOf(statement)).toBeLessThanOrEqual(RANKED);
  });
});
