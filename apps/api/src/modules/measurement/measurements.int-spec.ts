import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aStandard, QUARTER, type TestStandard } from '../../../test/support/measuring.js';
import { anOrganisation, aPerson, joins, type TestOrganisation } from '../../../test/support/people.js';
import type { SignedInViewer, Viewer } from '../../platform/auth/index.js';

let api: TestApi;
let standard: TestStandard;
let organisation: TestOrganisation;
beforeAll(async () => {
  api = await anApi();
  standard = await aStandard(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  organisation = await anOrganisation(api, { verified: true });
});

interface Told {
  readonly __typename?: string;
  readonly added?: number;
  readonly changed?: number;
  readonly unchanged?: number;
  readonly applied?: boolean;
  readonly faultCount?: number;
  readonly faults?: readonly { readonly line: number; readonly column: string | null; readonly code: string }[];
  readonly lines?: readonly unknown[];
  readonly requirements?: readonly { readonly code: string; readonly path: readonly string[] | null }[];
  readonly error?: string | undefined;
}

async function mutate(viewer: Viewer, name: string, more: string, input: Record<string, unknown>): Promise<Told> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api.as(viewer).graphql<Record<string, Told> | null>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Payload { ${more} }
      ... on Refusal { requirements { code path } } } }`,
    { input },
  );
  return { ...data?.[name], error: errors[0]?.extensions?.code };
}

const value = (indicator: keyof Pick<TestStandard, 'waited' | 'came'>, written: string, version = 1) => ({
  indicatorId: standard[indicator].globalId,
  value: written,
  version,
});

function record(viewer: Viewer, values: readonly object[], more: Record<string, unknown> = {}): Promise<Told> {
  const input = { organisationId: organisation.globalId, entryId: standard.globalId, ...QUARTER, values, ...more };
  return mutate(viewer, 'recordMeasurements', 'added changed unchanged', input);
}

const importing = (csv: string, apply = true, viewer: Viewer = organisation.admin) =>
  mutate(
    viewer,
    'importMeasurements',
    'applied added changed unchanged faultCount faults { line column code } lines { line from to values }',
    { organisationId: organisation.globalId, entryId: standard.globalId, csv, apply },
  );

const OWN = `query ($slug: String!) { commonsEntry(slug: $slug) { measurements { nodes { id value fewerThan from to method revision
  indicator { key } definition { version } organisation { name } recordedBy { name } } } } }`;

interface Own {
  readonly id: string;
  readonly value: string | null;
}

async function ownOf(viewer: Viewer): Promise<readonly Own[]> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ commonsEntry: { measurements: { nodes: readonly Own[] } } }>(OWN, { slug: standard.slug });
  expect(errors).toEqual([]);
  return data.commonsEntry.measurements.nodes;
}

async function rows(): Promise<number> {
  const [{ count }] = await api.dataSource.query('select count(*)::int from measurements where organisation_id = $1', [
    organisation.id,
  ]);
  return count;
}

describe('what an organisation measured', () => {
  it('is seen by its members, under the definition it was measured by', async () => {
    const { admin, name } = organisation;
    const told = await record(admin, [value('waited', '12.50'), value('came', '3')], { method: 'From the diary.' });
    expect(told).toMatchObject({ added: 2, changed: 0 });
    const common = {
      from: QUARTER.from,
      to: QUARTER.to,
      method: 'From the diary.',
      revision: 1,
      definition: { version: 1 },
    };
    const by = { organisation: { name }, recordedBy: { name: admin.person.name } };
    const own = await ownOf(admin);
    expect(own).toHaveLength(2);
    expect(own).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...common,
          ...by,
          value: '12.5',
          fewerThan: null,
          indicator: { key: standard.waited.key },
        }),
        // Three people are a band from the beginning: the number is nowhere.
        expect.objectContaining({ ...common, ...by, value: null, fewerThan: 5, indicator: { key: standard.came.key } }),
      ]),
    );
  });

  it('is nobody else’s to see, by whatever way they ask', async () => {
    await record(organisation.admin, [value('waited', '4711.25')]);
    const [{ id } = { id: '' }] = await ownOf(organisation.admin);
    const left = await joins(api, await aPerson(api), organisation.id, 'MEMBER');
    await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [left.person.id]);
    const elsewhere = (await anOrganisation(api, { verified: true })).admin;
    await api.tail.tick();
    for (const viewer of [nobody, await aPerson(api, { steward: true }), left, elsewhere, standard.giver.admin]) {
      expect(await ownOf(viewer)).toEqual([]);
      const { data } = await api
        .as(viewer)
        .graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data.node).toBeNull();
      const asked = await api
        .as(viewer)
        .graphql<unknown>('query ($id: ID!) { activities(about: $id, first: 50) { nodes { kind } } }', {
          id: standard.globalId,
        });
      expect(JSON.stringify(asked.data)).not.toContain('measurement.');
    }
    for (const url of [
      '/feeds/activity.atom',
      '/feeds/activity.json',
      '/data/activities.ndjson',
      '/data/benchmarks.csv',
    ]) {
      const { body } = await api.app.inject({ url });
      expect([url, body.includes('4711'), body.includes('measurement.')]).toEqual([url, false, false]);
    }
  });

  it('is corrected in the last place of a number that has more places than a float', async () => {
    const { admin } = organisation;
    await record(admin, [value('waited', '123456789012345.000001')]);
    expect(await record(admin, [value('waited', '123456789012345.000002')])).toMatchObject({
      changed: 1,
      unchanged: 0,
    });
  });

  it('is corrected in its place, once, and what it said before is kept', async () => {
    const { admin } = organisation;
    expect(await record(admin, [value('waited', '12.5')])).toMatchObject({ added: 1 });
    expect(await record(admin, [value('waited', '12.50')])).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await record(admin, [value('waited', '11')])).toMatchObject({ changed: 1 });
    expect(await ownOf(admin)).toMatchObject([{ value: '11', revision: 2 }]);
    expect(await rows()).toBe(2);
    const [, before] = await Promise.all(
      ['recorded', 'taken_back'].map((act) =>
        api.dataSource.query(`select 1 from activities where kind = $1 and organisation_id = $2`, [
          `measurement.${act}`,
          organisation.id,
        ]),
      ),
    );
    expect(before).toEqual([]);
    await expect(
      api.dataSource.query(
        `insert into measurements select gen_random_uuid(), organisation_id, indicator_id, indicator_version_id, counts_people, comparable_since,
           value, under, taken_back, method, period_from, period_to, revision + 1, null, recorded_by_id, recorded_at
         from measurements where organisation_id = $1 and replaced_at is null`,
        [organisation.id],
      ),
    ).rejects.toThrow('measurements_one_value_key');
  });

  it('is one value though ten send it at once', async () => {
    const told = await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        record(organisation.admin, [value('waited', String(20 + (number % 2)))]),
      ),
    );
    expect(told.reduce((sum, { added = 0 }) => sum + added, 0)).toBe(1);
    const [newest] = await api.dataSource.query(
      `select count(*) filter (where replaced_at is null)::int as newest, max(revision) as revision, count(*)::int from measurements where organisation_id = $1`,
      [organisation.id],
    );
    expect(newest).toMatchObject({ newest: 1, revision: newest.count });
  });

  it('is taken back by its members only, and can be said again', async () => {
    const { admin } = organisation;
    await record(admin, [value('waited', '12')]);
    const [{ id: measurementId } = { id: '' }] = await ownOf(admin);
    const stranger = await anOrganisation(api);
    const tryIt = (viewer: SignedInViewer) => mutate(viewer, 'takeBackMeasurement', 'entry { id }', { measurementId });
    expect(await tryIt(stranger.admin)).toMatchObject({ error: 'NOT_FOUND' });
    expect(await tryIt(await joins(api, await aPerson(api), organisation.id, 'APPROVER'))).toMatchObject({
      requirements: [{ code: 'ROLE_MISSING' }],
    });
    expect(await ownOf(admin)).toHaveLength(1);
    expect(await tryIt(admin)).toMatchObject({ __typename: 'TakeBackMeasurementPayload' });
    expect(await ownOf(admin)).toEqual([]);
    expect(await tryIt(admin)).toMatchObject({ error: 'NOT_FOUND' });
    expect(await record(admin, [value('waited', '12')])).toMatchObject({ added: 1 });
    expect(await ownOf(admin)).toMatchObject([{ value: '12', revision: 3 }]);
  });

  it('is refused whole where one value is wrong, and says which', async () => {
    const told = await record(organisation.admin, [value('waited', '12'), value('came', '12.5')]);
    expect(told.requirements).toEqual([{ code: 'VALUE_NOT_A_COUNT', path: ['input', 'values', '1', 'value'] }]);
    const other = await aStandard(api);
    const foreign = { indicatorId: other.waited.globalId, value: '1', version: 1 };
    expect(await record(organisation.admin, [value('waited', '12'), foreign])).toMatchObject({ error: 'NOT_FOUND' });
    const period = await record(organisation.admin, [value('waited', '12')], { to: '2026-03-30' });
    expect(period.requirements).toEqual([{ code: 'PERIOD_NOT_WHOLE_MONTHS', path: ['input', 'to'] }]);
    expect(await rows()).toBe(0);
  });

  it('is reported for it by nobody else, nor by a role that ended meanwhile', async () => {
    const stranger = await anOrganisation(api);
    await api.dataSource.query('update memberships set left_at = app_now() where organisation_id = $1', [
      organisation.id,
    ]);
    for (const viewer of [stranger.admin, organisation.admin]) {
      expect((await record(viewer, [value('waited', '12')])).requirements).toMatchObject([{ code: 'ROLE_MISSING' }]);
    }
    expect(await rows()).toBe(0);
  });

  it('is not taken against a standard that was taken back, nor against something else', async () => {
    const gone = await aStandard(api);
    await api.dataSource.query(`update commons_entries set kind = 'DATASET' where id = $1`, [gone.id]);
    const values = [{ ...value('waited', '1'), indicatorId: gone.waited.globalId }];
    expect((await record(organisation.admin, values, { entryId: gone.globalId })).requirements).toMatchObject([
      { code: 'NOT_A_STANDARD' },
    ]);
    expect(await rows()).toBe(0);
  });
});

describe('a spreadsheet of what was measured', () => {
  const head = () => `from,to,${standard.waited.key},${standard.came.key}`;

  it('is looked at first, and then kept whole', async () => {
    const csv = `${head()}\r\n2026-01-01,2026-03-31,12.5,40\r\n2026-04-01,2026-06-30,,<5\r\n`;
    expect(await importing(csv, false)).toMatchObject({ applied: false, added: 3, faultCount: 0 });
    expect(await rows()).toBe(0);
    expect(await importing(csv)).toMatchObject({
      applied: true,
      added: 3,
      lines: [
        { line: 2, from: '2026-01-01', to: '2026-03-31', values: 2 },
        { line: 3, from: '2026-04-01', to: '2026-06-30', values: 1 },
      ],
    });
    expect(await importing(csv)).toMatchObject({ applied: true, added: 0, unchanged: 3 });
    expect(await ownOf(organisation.admin)).toHaveLength(3);
  });

  it('says line by line what is wrong, and nothing of it is kept', async () => {
    const csv = `${head()}
2026-01-01,2026-03-31,12.5,40
2026-04-01,2026-06-30,=1+1,40
31/07/2026,2026-09-30,1,
2026-01-01,2026-03-31,1,4.5
2026-01-01,2026-02-28,1,9
2026-10-01,2026-12-31,,`;
    const told = await importing(csv);
    expect(told).toMatchObject({ applied: false, added: 0 });
    expect(told.faults).toEqual([
      { line: 3, column: standard.waited.key, code: 'VALUE_NOT_A_NUMBER' },
      { line: 4, column: 'from', code: 'NOT_A_DAY' },
      { line: 5, column: null, code: 'PERIOD_TWICE' },
      { line: 5, column: standard.came.key, code: 'VALUE_NOT_A_COUNT' },
      { line: 6, column: 'to', code: 'PERIOD_NOT_WHOLE_MONTHS' },
      { line: 7, column: 'to', code: 'PERIOD_NOT_OVER' },
      { line: 7, column: null, code: 'NO_VALUES' },
    ]);
    expect(await rows()).toBe(0);
  });

  it.each([
    ['with a column that nobody asked for', () => `${head()},secrets\n2026-01-01,2026-03-31,1,9,x`, 'COLUMN_UNKNOWN'],
    ['without its days', () => `${standard.waited.key}\n1`, 'COLUMN_MISSING'],
    ['with a column twice', () => `from,to,${standard.waited.key},${standard.waited.key}\n`, 'COLUMN_TWICE'],
    ['of nothing', () => '', 'FILE_NOT_READABLE'],
    ['with a heading alone', () => head(), 'NO_VALUES'],
    ['of 10,000 lines', () => `${head()}\n${'2026-01-01,2026-03-31,1,9\n'.repeat(10_000)}`, 'TOO_MANY_PERIODS'],
    ['with a quote that never ends', () => `${head()}\n"2026-01-01,2026-03-31,1,9`, 'FILE_NOT_READABLE'],
    ['that is a picture', () => '\u0089PNG\r\n\u001a\n\u0000', 'COLUMN_MISSING'],
    [
      'with a number as long as a line',
      () => `${head()}\n2026-01-01,2026-03-31,${'9'.repeat(50_000)},9`,
      'VALUE_NOT_A_NUMBER',
    ],
  ])('%s is refused', async (_, csv, code) => {
    const told = await importing(csv());
    expect([told.applied, told.faults?.[0]?.code]).toEqual([false, code]);
    expect(await rows()).toBe(0);
  });

  it('is brought in by nobody else', async () => {
    const stranger = await anOrganisation(api);
    const told = await importing(`${head()}\n2026-01-01,2026-03-31,1,9`, true, stranger.admin);
    expect(told.requirements).toMatchObject([{ code: 'ROLE_MISSING' }]);
    expect(await rows()).toBe(0);
  });
});

it('is taken along by whoever reported it', async () => {
  await record(organisation.admin, [value('waited', '12')], { method: 'By hand.' });
  const { data } = await api
    .as(organisation.admin)
    .graphql<unknown>('mutation { exportMyData { ... on ExportMyDataPayload { json } } }');
  expect(JSON.stringify(data)).toContain('By hand.');
});
