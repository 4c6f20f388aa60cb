import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aStandard, publishBenchmarks, QUARTER, type TestStandard } from '../../../test/support/measuring.js';
import { anOrganisation, type TestOrganisation } from '../../../test/support/people.js';
import { ActivityLog } from '../../platform/activity/index.js';
import type { Viewer } from '../../platform/auth/index.js';
import { accept } from '@openimpact/domain';
import { UnitOfWork } from '../../platform/database/index.js';
import { RecordMeasurements, ReviseIndicator } from './index.js';
import { MeasurementStore } from './persistence/measurement-store.js';

let api: TestApi;
let standard: TestStandard;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  standard = await aStandard(api);
});

const times = <T>(count: number, make: (number: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, number) => make(number)));
const organisations = (count: number, verified = true) => times(count, () => anOrganisation(api, { verified }));

async function report(
  { id, admin }: TestOrganisation,
  value: string | null,
  version = 1,
  key = standard.waited.key,
): Promise<void> {
  if (value === null) {
    const taken = `mutation ($input: TakeBackMeasurementInput!) { takeBackMeasurement(input: $input) { __typename } }`;
    const [own] = await api.dataSource.query(
      `select m.id from measurements m join indicators i on i.id = m.indicator_id
       where m.organisation_id = $1 and i.key = $2 and i.entry_id = $3 and m.replaced_at is null and not m.taken_back`,
      [id, key, standard.id],
    );
    if (own !== undefined) await api.as(admin).graphql(taken, { input: { measurementId: `measurement_${own.id}` } });
    return;
  }
  const ask = { organisationId: id, entryId: standard.id, ...QUARTER, method: '', values: [{ key, value, version }] };
  const decision = await api.app.get(RecordMeasurements).execute(admin, ask);
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
}

interface Benchmark {
  readonly organisations: number;
  readonly middle: { readonly value: string | null; readonly fewerThan: number | null };
  readonly lower: { readonly value: string | null } | null;
  readonly standings: readonly {
    readonly value: string | null;
    readonly place: string;
    readonly organisation: { readonly name: string };
  }[];
}

async function told(viewer: Viewer = nobody, key = standard.waited.key): Promise<readonly Benchmark[]> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ commonsEntry: { indicator: { benchmarks: { nodes: readonly Benchmark[] } } } }>(
      `query ($slug: String!, $key: String) { commonsEntry(slug: $slug) { indicator(key: $key) { benchmarks(first: 50) { nodes {
       organisations from to newestOn publishedOn definition { version comparableSince } middle { value fewerThan } lower { value fewerThan }
       upper { value fewerThan } standings { value fewerThan place organisation { name } } } } } } }`,
      { slug: standard.slug, key },
    );
  expect(errors).toEqual([]);
  return data.commonsEntry.indicator.benchmarks.nodes;
}

async function publishedRows(): Promise<readonly Record<string, string>[]> {
  const { body } = await api.app.inject({ url: '/data/benchmarks.csv' });
  return parse<Record<string, string>>(body, { columns: true }).filter((row) => row['standard'] === standard.slug);
}

describe('a benchmark', () => {
  it('is told of five organisations and of no fewer, rounded, with what it is made of', async () => {
    const five = await organisations(5);
    for (const [number, one] of five.slice(0, 4).entries()) await report(one, String(10 + number * 7));
    await publishBenchmarks(api);
    expect(await told()).toEqual([]);
    expect(await publishedRows()).toEqual([]);
    await report(five[4]!, '900');
    await publishBenchmarks(api);
    const [today] = await api.dataSource.query(`select to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD') as day`);
    const { from, to } = QUARTER;
    expect(await told()).toEqual([
      {
        organisations: 5,
        from,
        to,
        newestOn: today.day,
        publishedOn: today.day,
        definition: { version: 1, comparableSince: 1 },
        middle: { value: '24', fewerThan: null },
        lower: null,
        upper: null,
        standings: [],
      },
    ]);
    expect(await publishedRows()).toMatchObject([
      {
        indicator: standard.waited.key,
        organisations: '5',
        middle: '24',
        lower: '',
        upper: '',
        from,
        to,
        version: '1',
      },
    ]);
    const { body } = await api.app.inject({ url: '/data/benchmarks.ndjson' });
    expect(body).not.toContain('900');
    // It is news of the standard, and of nobody who reported.
    const [news] = await api.dataSource.query(
      `select visibility, organisation_id, actor_id from activities where kind = 'entry.benchmark_told' and subject_id = $1`,
      [standard.id],
    );
    expect(news).toEqual({ visibility: 'PUBLIC', organisation_id: null, actor_id: null });
  });

  it('does not move for the sixth, nor for one who corrects or takes back, and tells the sixth where it stands', async () => {
    const ten = await organisations(10);
    for (const [number, one] of ten.slice(0, 5).entries()) await report(one, String(10 + number * 10));
    await publishBenchmarks(api);
    const before = await told();
    const sixth = ten[5]!;
    await report(sixth, '44');
    await publishBenchmarks(api);
    expect(await told()).toEqual(before);
    expect((await told(sixth.admin)).map(({ standings }) => standings)).toEqual([
      [{ value: '44', fewerThan: null, place: 'ABOVE_MIDDLE', organisation: { name: sixth.name } }],
    ]);
    await report(ten[0]!, '99');
    await report(ten[1]!, null);
    await publishBenchmarks(api);
    expect(await told()).toEqual(before);
    // The other way round would tell of the one that left: two more make five.
    await report(ten[6]!, '50');
    await report(ten[7]!, '60');
    await publishBenchmarks(api);
    expect(await told()).toMatchObject([{ organisations: 7, middle: { value: '50' } }]);
  });

  it('is no longer told when so many took back that too few are left', async () => {
    const nine = await organisations(9);
    for (const [number, one] of nine.entries()) await report(one, String(10 + number));
    await publishBenchmarks(api);
    expect(await told()).toHaveLength(1);
    for (const one of nine.slice(0, 4)) await report(one, null);
    await publishBenchmarks(api);
    expect(await told()).toMatchObject([{ organisations: 9 }]);
    await report(nine[4]!, null);
    await publishBenchmarks(api);
    expect(await told()).toEqual([]);
    expect(await publishedRows()).toEqual([]);
  });

  it('counts verified organisations only, and each from the moment it is verified', async () => {
    const [verified, made] = [await organisations(4), await organisations(4, false)];
    for (const one of [...verified, ...made]) await report(one, '30');
    await publishBenchmarks(api);
    expect(await told()).toEqual([]);
    const one = made[0]!;
    await api.dataSource.query('update organisations set verified_at = app_now() where id = $1', [one.id]);
    await api.app.get(UnitOfWork).run(async (tx) => {
      const subject = { type: 'Organisation', id: one.id };
      await api.app
        .get(ActivityLog)
        .append(tx, { kind: 'organisation.verified', subject, organisationId: one.id, visibility: 'PUBLIC' });
      return accept(null);
    });
    await publishBenchmarks(api);
    expect(await told()).toMatchObject([{ organisations: 5 }]);
  });

  it('misses nobody who reports while it is being looked at', async () => {
    const five = await organisations(5);
    for (const one of five.slice(0, 4)) await report(one, '30');
    const store = api.app.get(MeasurementStore);
    await api.app.get(UnitOfWork).run(async (tx) => {
      const { id, admin } = five[4]!;
      const found = await store.standard(tx, standard.id);
      const indicator = found!.indicators.find(({ key }) => key === standard.waited.key)!;
      const value = { indicator, version: 1, comparableSince: 1, value: '30', under: null, takenBack: false };
      const by = { personId: admin.person.id, at: await tx.now() };
      await store.add(tx, id, { ...QUARTER, method: '' }, [{ ...value, before: undefined }], by);
      // Somebody looks before this is committed, and sees four.
      await publishBenchmarks(api);
      return accept(null);
    });
    expect(await told()).toEqual([]);
    await publishBenchmarks(api);
    expect(await told()).toMatchObject([{ organisations: 5 }]);
  });

  it('tells the quarters from ten organisations on', async () => {
    const ten = await organisations(10);
    for (const [number, one] of ten.entries()) await report(one, String(11 + number * 10));
    await publishBenchmarks(api);
    expect(await told(ten[0]!.admin)).toMatchObject([
      {
        organisations: 10,
        lower: { value: '34' },
        middle: { value: '55' },
        upper: { value: '80' },
        standings: [{ place: 'LOWEST_QUARTER' }],
      },
    ]);
  });

  it('never puts numbers side by side that mean something else', async () => {
    const eleven = await organisations(11);
    for (const [number, one] of eleven.slice(0, 5).entries()) await report(one, String(10 + number));
    const revised = {
      title: 'Days until an answer',
      definition: 'Working days.',
      unit: 'DAYS',
      unitNote: '',
      direction: 'DOWN',
      countsPeople: false,
      tier: 'REQUIRED',
      indicatorId: standard.waited.id,
      seen: 1,
      material: true,
      changeNote: 'Working days only.',
    } as const;
    expect(await api.app.get(ReviseIndicator).execute(standard.giver.admin, revised)).toMatchObject({ ok: true });
    for (const [number, one] of eleven.slice(5, 9).entries()) await report(one, String(50 + number), 2);
    await publishBenchmarks(api);
    expect(await told()).toMatchObject([{ organisations: 5, definition: { version: 1, comparableSince: 1 } }]);
    for (const one of eleven.slice(9)) await report(one, '55', 2);
    await publishBenchmarks(api);
    expect(await told()).toMatchObject([
      { organisations: 6, middle: { value: '55' }, definition: { version: 2, comparableSince: 2 } },
      { organisations: 5, middle: { value: '12' }, definition: { version: 1, comparableSince: 1 } },
    ]);
    // Who measures by the new words is counted no longer under the old ones, and there alone.
    await report(eleven[0]!, '52', 2);
    await publishBenchmarks(api);
    expect((await told()).map(({ organisations: count }) => count)).toEqual([6, 5]);
  });

  it('keeps few people a band', async () => {
    for (const one of await organisations(5)) await report(one, '3', 1, standard.came.key);
    await publishBenchmarks(api);
    expect(await told(nobody, standard.came.key)).toMatchObject([{ middle: { value: null, fewerThan: 5 } }]);
    expect((await publishedRows()).map((row) => row['middle'])).toEqual(['<5']);
  });

  it('was never told in two states that one to four organisations tell apart', async () => {
    // Few of them with two values, so that what was told before comes back again and again.
    const eight = await organisations(8);
    const now = new Map<string, string>();
    const states: ReadonlyMap<string, string>[] = [];
    const seen: string[] = [];
    // Numbers that look drawn, and are the same in every run.
    let drawn = 7;
    const next = (below: number) => (drawn = (drawn * 48_271) % 2_147_483_647) % below;
    for (let step = 0; step < 90; step += 1) {
      const one = eight[next(eight.length)]!;
      const value = next(6) === 0 ? null : next(3) === 0 ? '20' : '10';
      await report(one, value);
      if (value === null) now.delete(one.id);
      else now.set(one.id, value);
      await publishBenchmarks(api);
      const said = JSON.stringify(await told());
      if (said !== seen.at(-1)) seen.push(said);
      const [{ count }] = await api.dataSource.query(
        `select coalesce(max(p.publication), 0)::int as count from benchmark_parts p join benchmarks b on b.id = p.benchmark_id where b.indicator_id = $1`,
        [standard.waited.id],
      );
      const [last] = await api.dataSource.query(`select publication from benchmarks where indicator_id = $1`, [
        standard.waited.id,
      ]);
      if (last !== undefined && last.publication === count && count > states.length) {
        while (states.length < count - 1) states.push(new Map());
        states.push(new Map(now));
      }
    }
    const apart = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
      [...new Set([...a.keys(), ...b.keys()])].filter((who) => a.get(who) !== b.get(who)).length;
    const held = states.filter(({ size }) => size > 0);
    expect(held.length).toBeGreaterThan(4);
    for (const [index, state] of held.entries()) {
      expect(state.size).toBeGreaterThanOrEqual(5);
      for (const other of held.slice(index + 1)) expect([1, 2, 3, 4]).not.toContain(apart(state, other));
    }
    // Nothing else moved what is told.
    expect(seen.length).toBeLessThanOrEqual(states.length + 2);
  }, 30_000);
});
