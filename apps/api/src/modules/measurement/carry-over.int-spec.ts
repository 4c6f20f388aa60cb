import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aDatabase, type TestDatabase } from '../../../test/support/database.js';
import { newId } from '../../platform/database/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  await database.close();
});

const query = (text: string, values: unknown[] = []) => database.dataSource.query(text, values);

async function undoUntilNamesWereText(): Promise<void> {
  while ((await query(`select to_regclass('indicators') as there`))[0].there !== null) {
    await database.dataSource.undoLastMigration();
  }
}

const VALUES = `select p.indicator, p.unit, trim_scale(p.value)::text as value, p.under, p.period_from::text as "from" from progress_values p
  order by p.indicator, p.period_from, p.recorded_at`;

it('carries progress over that was reported under bare names, and back', async () => {
  await undoUntilNamesWereText();
  const [person, venture] = [newId(), newId()];
  await query(`insert into people (id, handle, name) values ($1, 'reporter', 'Reporter')`, [person]);
  await query(
    `insert into ventures (id, slug, title, status, created_at, started_at) values ($1, 'carried', 'Carried', 'ACTIVE', app_now(), app_now())`,
    [venture],
  );
  const report = (
    indicator: string,
    unit: string,
    value: number | null,
    under: number | null,
    from: string,
    at: string,
  ) =>
    query(
      `insert into progress_values (id, venture_id, indicator, unit, value, under, period_from, period_to, recorded_by_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7::date, $7::date + 27, $8, $9)`,
      [newId(), venture, indicator, unit, value, under, from, person, at],
    );
  await report('Moved in', 'PEOPLE', 12, null, '2026-02-01', '2026-03-02T10:00Z');
  await report('Moved in', 'PEOPLE', null, 5, '2026-01-01', '2026-02-02T10:00Z');
  // Twice for one period: the later one counts.
  await report('Moved in', 'PEOPLE', 13, null, '2026-02-01', '2026-03-05T10:00Z');
  await report('Moved in', 'DAYS', 31.5, null, '2026-01-01', '2026-02-03T10:00Z');
  const before = await query(VALUES);

  await database.dataSource.runMigrations();
  const after = await query(`
    select i.key, v.version, v.title, v.unit, v.counts_people as people, v.change, trim_scale(p.value)::text as value, p.under,
      p.period_from::text as "from", p.corrected_by_id is not null as corrected
    from progress_values p join indicators i on i.id = p.indicator_id join indicator_versions v on v.id = p.indicator_version_id
      join venture_indicators t on t.venture_id = p.venture_id and t.indicator_id = i.id
    order by i.key, p.period_from, p.recorded_at`);
  const movedIn = { key: 'indicator_1', version: 1, title: 'Moved in', unit: 'PEOPLE', people: true, change: 'NEW' };
  expect(after).toEqual([
    { ...movedIn, value: null, under: 5, from: '2026-01-01', corrected: false },
    { ...movedIn, value: '12', under: null, from: '2026-02-01', corrected: true },
    { ...movedIn, value: '13', under: null, from: '2026-02-01', corrected: false },
    {
      ...movedIn,
      key: 'indicator_2',
      unit: 'DAYS',
      people: false,
      value: '31.5',
      under: null,
      from: '2026-01-01',
      corrected: false,
    },
  ]);

  await undoUntilNamesWereText();
  expect(await query(VALUES)).toEqual(before);
}, 60_000);
