import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  codesOf,
  moneyStored,
  pledge,
  type TestRound,
} from '../../../test/support/funding.js';
import type { SignedInViewer } from '../../platform/auth/index.js';
import { ExtendFundingRound } from '../rounds/index.js';
import { CloseDueRounds, ReconfirmPledge } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterEach(async () => {
  expect(await brokenInvariants(api)).toEqual([]);
});
afterAll(async () => {
  await api.close();
});

const DAY = 24 * 60;
async function extend({ roundId, lead }: TestRound, days: number, by: SignedInViewer = lead.admin) {
  const [{ now }] = await api.dataSource.query('select app_now() as now');
  const deadline = new Date(now.getTime() + days * DAY * 60_000);
  return api.app.get(ExtendFundingRound).execute(by, { roundId, deadline, reason: 'Two boards meet later.' });
}
const statusOf = async (pledgeId: string): Promise<string> =>
  (await api.dataSource.query('select status from pledges where id = $1', [pledgeId]))[0].status;
const idOf = (decision: Awaited<ReturnType<typeof pledge>>): string => (decision.ok ? decision.value.pledgeId : '');
const reconfirm = (viewer: SignedInViewer, pledgeId: string) =>
  api.app.get(ReconfirmPledge).execute(viewer, { pledgeId, idempotencyKey: randomUUID() });

it('keeps past the first deadline what its funders reconfirmed, releases the rest, and lets them pledge again', async () => {
  const round = await anOpenRound(api, { minutes: 7 * DAY, target: 10_000n, minimum: 5_000n });
  const { roundId } = round;
  const [stays, silent, later] = [await aFunder(api), await aFunder(api), await aFunder(api)];
  const first = idOf(await pledge(api, stays, roundId, 2_000n));
  const second = idOf(await pledge(api, silent, roundId, 2_000n));
  expect(codesOf(await extend(round, 20))).toEqual([]);
  const third = idOf(await pledge(api, later, roundId, 1_000n));
  expect(codesOf(await reconfirm(stays.maker, first))).toEqual([]);
  expect(codesOf(await reconfirm(later.maker, third))).toEqual(['NOTHING_TO_RECONFIRM']);

  await api.moveClock(8 * DAY);
  await api.app.get(CloseDueRounds).sweep();
  expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
    'PLEDGED',
    'RELEASED',
    'PLEDGED',
  ]);
  expect((await pledge(api, silent, roundId, 2_000n)).ok).toBe(true);
  await api.moveClock(13 * DAY);
  await api.app.get(CloseDueRounds).sweep();
  expect(await statusOf(first)).toBe('COMMITTED');
});

it('does both when both deadlines passed while nothing ran', async () => {
  const round = await anOpenRound(api, { minutes: 7 * DAY, target: 10_000n, minimum: 3_000n });
  const silent = await aFunder(api);
  const pledgeId = idOf(await pledge(api, silent, round.roundId, 4_000n));
  await extend(round, 20);
  await api.moveClock(40 * DAY);
  await api.app.get(CloseDueRounds).sweep();
  expect(await statusOf(pledgeId)).toBe('RELEASED');
  const [row] = await api.dataSource.query('select status from funding_rounds where id = $1', [round.roundId]);
  expect(row.status).toBe('FAILED');
});

it('extends once, early enough, forward, by the lead and with a reason, or not at all', async () => {
  const round = await anOpenRound(api, { minutes: 7 * DAY });
  const stranger = await aFunder(api);
  const before = await moneyStored(api);
  expect(codesOf(await extend(round, 20, stranger.maker))).toEqual(['ROLE_MISSING']);
  expect(codesOf(await extend(round, 5))).toEqual(['DEADLINE_NOT_LATER']);
  expect(codesOf(await extend(round, 400))).toEqual(['DEADLINE_TOO_FAR']);
  expect(await moneyStored(api)).toBe(before);
  await api.moveClock(5 * DAY);
  expect(codesOf(await extend(round, 20))).toEqual(['TOO_LATE_TO_EXTEND']);
  await api.moveClock(-5 * DAY);
  expect(codesOf(await extend(round, 20))).toEqual([]);
  expect(codesOf(await extend(round, 30))).toEqual(['ROUND_EXTENDED_BEFORE']);
});
