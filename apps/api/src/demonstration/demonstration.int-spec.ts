import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demonstrationPlan } from '@openimpact/builders';

import { anApi, type TestApi } from '../../test/support/api.js';
import { verifySeals } from '../platform/tail/index.js';
import { fillDemonstration } from './index.js';

let api: TestApi;
const lines: string[] = [];
beforeAll(async () => {
  api = await anApi();
  await fillDemonstration(api, (line) => lines.push(line));
}, 120_000);
afterAll(async () => {
  await api.close();
});

it('leaves every idea where the plan says', async () => {
  const stages: { title: string; stage: string }[] = await api.dataSource.query('select title, stage from ideas');
  const stands = Object.fromEntries(stages.map(({ title, stage }) => [title, stage]));
  expect(stands).toEqual(Object.fromEntries(demonstrationPlan.ideas.map(({ title, reaches }) => [title, reaches])));
});

it('is a past: nothing in the log happened later than now, and it verifies', async () => {
  const [later] = await api.dataSource.query(
    'select count(*)::int from activities where occurred_at > clock_timestamp()',
  );
  expect(later.count).toBe(0);
  const seals = await verifySeals(api.reader);
  expect(seals.faults).toEqual([]);
});

it('gives the clock back', async () => {
  const [clock] = await api.dataSource.query(`select shift = '0' as back from app_clock`);
  expect(clock.back).toBe(true);
});

it('says that it is a demonstration, and happens once', async () => {
  const [{ demonstration }] = await api.dataSource.query('select demonstration from installation');
  expect(demonstration).toBe(true);
  expect(await fillDemonstration(api, () => undefined)).toBe(false);
  expect(lines[0]).toContain('invented');
});
