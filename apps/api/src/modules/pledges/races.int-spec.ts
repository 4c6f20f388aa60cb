import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { seededRandom, times } from '@openimpact/builders';

import { anApi, apiOver, type TestApi } from '../../../test/support/api.js';
import { connectedTo } from '../../../test/support/database.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  codesOf,
  pledge,
  type TestFunder,
} from '../../../test/support/funding.js';
import { isFullSize } from '../../../test/support/killed-process.js';
import { aPerson, anOrganisation, joins } from '../../../test/support/people.js';
import { ApprovePledge, ChangePledge, CloseDueRounds, CloseFundingRound, WithdrawPledge } from './index.js';

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

/** As the documentation states them at full size; in `npm test` as many as a small machine races in seconds. */
const SIZE = isFullSize
  ? { pledges: 200, random: 200, rounds: 50, requests: 100, steps: 1_000 }
  : { pledges: 40, random: 30, rounds: 20, requests: 40, steps: 60 };

const EVERYTHING_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

const roundRow = async (roundId: string) =>
  (
    await api.dataSource.query(
      'select status, pledged_minor, committed_minor, venture_id from funding_rounds where id = $1',
      [roundId],
    )
  )[0];

async function funders(count: number): Promise<TestFunder[]> {
  const made: TestFunder[] = [];
  for (let index = 0; index < count; index += 1) made.push(await aFunder(api));
  return made;
}

it(`R1: of ${SIZE.pledges} racing pledges of 1,000, a room of 10,000 takes exactly ten`, async () => {
  const { roundId } = await anOpenRound(api, { target: 10_000n });
  const decisions = await Promise.all(
    (await funders(SIZE.pledges)).map((funder) => pledge(api, funder, roundId, 1_000n)),
  );
  expect(decisions.filter((decision) => decision.ok)).toHaveLength(10);
  expect(new Set(decisions.flatMap(codesOf))).toEqual(new Set(['ROUND_HAS_NO_ROOM']));
  expect((await roundRow(roundId)).pledged_minor).toBe('10000');
});

it('R2: racing pledges of random sizes never pass the target, and fill it to less than the smallest refused', async () => {
  const seed = process.env['OPENIMPACT_TEST_SEED'] ?? randomUUID();
  const random = seededRandom(seed);
  const { roundId } = await anOpenRound(api, { target: 10_000n });
  const asked = (await funders(SIZE.random)).map((funder) => ({ funder, amount: BigInt(random.between(1, 1_500)) }));
  const decisions = await Promise.all(asked.map(({ funder, amount }) => pledge(api, funder, roundId, amount)));
  const pledged = BigInt((await roundRow(roundId)).pledged_minor);
  const refused = asked.filter((_, index) => !decisions[index]?.ok).map(({ amount }) => amount);
  // The message names the seed, so that a failure can be repeated.
  for (const amount of refused) expect({ seed, fits: pledged + amount <= 10_000n }).toEqual({ seed, fits: false });
  expect(pledged <= 10_000n).toBe(true);
});

it(`R3: one mandate pledging to ${SIZE.rounds} rounds at once is never drawn beyond its budget`, async () => {
  const rounds = [];
  for (let index = 0; index < SIZE.rounds; index += 1) rounds.push(await anOpenRound(api));
  const funder = await aFunder(api, { budget: 5_000n, largestPledge: 1_000n });
  const decisions = await Promise.all(rounds.map(({ roundId }) => pledge(api, funder, roundId, 1_000n)));
  expect(decisions.filter((decision) => decision.ok)).toHaveLength(5);
  expect(new Set(decisions.flatMap(codesOf))).toEqual(new Set(['MANDATE_BUDGET_EXHAUSTED']));
});

it(`R4: ${SIZE.requests} requests with one key are one pledge, and each gets the same answer`, async () => {
  const { roundId } = await anOpenRound(api);
  const funder = await aFunder(api);
  const key = randomUUID();
  const decisions = await Promise.all(times(SIZE.requests, () => pledge(api, funder, roundId, 1_000n, { key })));
  const ids = decisions.map((decision) => (decision.ok ? decision.value.pledgeId : codesOf(decision).join()));
  expect(new Set(ids).size).toBe(1);
  expect((await roundRow(roundId)).pledged_minor).toBe('1000');
});

it('R5: the same key with another request is refused and moves nothing', async () => {
  const { roundId } = await anOpenRound(api);
  const funder = await aFunder(api);
  const key = randomUUID();
  await pledge(api, funder, roundId, 1_000n, { key });
  await expect(pledge(api, funder, roundId, 1_001n, { key })).rejects.toMatchObject({
    extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
  expect((await roundRow(roundId)).pledged_minor).toBe('1000');
});

it('R6: a key whose request was refused succeeds later', async () => {
  const { roundId } = await anOpenRound(api, { target: 1_000n });
  const [first, second] = await funders(2);
  if (!first || !second) throw new Error('Two funders were asked for.');
  const taken = await pledge(api, first, roundId, 1_000n);
  const key = randomUUID();
  expect(codesOf(await pledge(api, second, roundId, 1_000n, { key }))).toEqual(['ROUND_HAS_NO_ROOM']);
  if (taken.ok) {
    await api.app
      .get(WithdrawPledge)
      .execute(first.maker, { pledgeId: taken.value.pledgeId, idempotencyKey: randomUUID() });
  }
  expect((await pledge(api, second, roundId, 1_000n, { key })).ok).toBe(true);
});

it('R18: a key is a key after a restart, and for a second process', async () => {
  const { roundId } = await anOpenRound(api);
  const funder = await aFunder(api);
  const key = randomUUID();
  const first = await pledge(api, funder, roundId, 1_000n, { key });
  const other = await apiOver(await connectedTo(api.url));
  try {
    expect(await pledge(other, funder, roundId, 1_000n, { key })).toEqual(first);
    await expect(pledge(other, funder, roundId, 1_001n, { key })).rejects.toMatchObject({
      extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  } finally {
    await other.close();
  }
  expect((await roundRow(roundId)).pledged_minor).toBe('1000');
});

it('R17: deadlines follow the database, however wrong the clock of the application is', async () => {
  const { roundId } = await anOpenRound(api, { minutes: 60 });
  const [early, late] = await funders(2);
  if (!early || !late) throw new Error('Two funders were asked for.');
  const now = Date.now();
  try {
    // A month ahead: the database says that the round is open, so it is.
    jest.useFakeTimers({ now: now + 30 * 86_400_000, doNotFake: [...EVERYTHING_BUT_DATE] });
    expect((await pledge(api, early, roundId, 1_000n)).ok).toBe(true);
    // A month behind: by the database the deadline has passed by a second.
    jest.setSystemTime(now - 30 * 86_400_000);
    await api.moveClock(60 + 1 / 60);
    expect(codesOf(await pledge(api, late, roundId, 1_000n))).toEqual(['DEADLINE_PASSED']);
  } finally {
    jest.useRealTimers();
  }
});

it('R7: twenty workers that close at once close once, into one venture', async () => {
  const { roundId } = await anOpenRound(api, { minutes: 30 });
  for (const funder of await funders(4)) await pledge(api, funder, roundId, 1_000n);
  await api.moveClock(31);
  await Promise.all(times(20, () => api.app.get(CloseFundingRound).atDeadline(roundId)));
  expect(await roundRow(roundId)).toMatchObject({
    status: 'SUCCEEDED',
    committed_minor: '4000',
    venture_id: expect.any(String),
  });
  const [log] = await api.dataSource.query(
    `select count(*)::int as times from activities where subject_id = $1 and kind = 'funding_round.succeeded'`,
    [roundId],
  );
  expect(log.times).toBe(1);
});

it('R8: closing, withdrawing and pledging at the deadline end in one story', async () => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { roundId, lead } = await anOpenRound(api, { target: 4_000n });
    const makers = await funders(4);
    const placed = await Promise.all(makers.map((funder) => pledge(api, funder, roundId, 1_000n)));
    const [late] = await funders(1);
    if (!late) throw new Error('One funder was asked for.');
    await Promise.all([
      api.app
        .get(CloseFundingRound)
        .execute(lead.admin, { roundId, givingUpBecause: null, idempotencyKey: randomUUID() }),
      ...placed.slice(0, 2).map((decision, index) => {
        const maker = makers[index]?.maker ?? late.maker;
        const pledgeId = decision.ok ? decision.value.pledgeId : '';
        return api.app.get(WithdrawPledge).execute(maker, { pledgeId, idempotencyKey: randomUUID() });
      }),
      pledge(api, late, roundId, 1_000n),
    ]);
    expect(await brokenInvariants(api)).toEqual([]);
  }
});

it('R9: an approval that races a change approves what was read or nothing', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { roundId } = await anOpenRound(api);
    const organisation = await anOrganisation(api, { kind: 'FOUNDATION', approvalThresholdMinor: 0n });
    const funder = await aFunder(api, {}, organisation);
    const approver = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
    const placed = await pledge(api, funder, roundId, 1_000n);
    if (!placed.ok) throw new Error(codesOf(placed).join());
    const { pledgeId } = placed.value;
    const [read] = await api.dataSource.query(`select encode(content_hash, 'hex') as hash from pledges where id = $1`, [
      pledgeId,
    ]);
    await Promise.all([
      api.app.get(ApprovePledge).execute(approver, { pledgeId, contentHash: read.hash, idempotencyKey: randomUUID() }),
      api.app
        .get(ChangePledge)
        .execute(funder.maker, { pledgeId, amount: 9_000n, conditions: [], note: '', idempotencyKey: randomUUID() }),
    ]);
    // Whichever came first: what is in force was approved, and 9,000 never was.
    const [after] = await api.dataSource.query('select status, amount_minor from pledges where id = $1', [pledgeId]);
    expect(after).toEqual({ status: 'AWAITING_APPROVAL', amount_minor: '9000' });
    expect((await roundRow(roundId)).pledged_minor).toBe('0');
  }
});

it('R10: a deadline that passed while nothing ran is kept by the first sweep, by the database’s clock', async () => {
  const opened = [];
  for (let index = 0; index < 3; index += 1) opened.push(await anOpenRound(api, { minutes: 5 }));
  await api.moveClock(7 * 24 * 60);
  await Promise.all(times(3, () => api.app.get(CloseDueRounds).sweep()));
  for (const { roundId } of opened) expect((await roundRow(roundId)).status).toBe('FAILED');
});

it('R11: random histories of pledging, changing, withdrawing and closing keep every promise', async () => {
  const seed = process.env['OPENIMPACT_TEST_SEED'] ?? randomUUID();
  const random = seededRandom(seed);
  const { roundId, lead } = await anOpenRound(api, { target: 6_000n, minimum: 2_000n });
  const makers = await funders(6);
  /** What the model says is pledged, by funder. */
  const model = new Map<number, { readonly pledgeId: string; readonly amount: bigint }>();
  const total = () => [...model.values()].reduce((sum, held) => sum + held.amount, 0n);

  for (let step = 0; step < SIZE.steps; step += 1) {
    const index = random.between(0, makers.length - 1);
    const maker = makers[index];
    if (!maker) continue;
    const held = model.get(index);
    const amount = BigInt(random.between(1, 2_500));
    const idempotencyKey = randomUUID();
    if (!held) {
      const decision = await pledge(api, maker, roundId, amount);
      expect({ seed, step, ok: decision.ok }).toEqual({ seed, step, ok: total() + amount <= 6_000n });
      if (decision.ok) model.set(index, { pledgeId: decision.value.pledgeId, amount });
    } else if (random.next() < 0.4) {
      const { pledgeId } = held;
      expect((await api.app.get(WithdrawPledge).execute(maker.maker, { pledgeId, idempotencyKey })).ok).toBe(true);
      model.delete(index);
    } else {
      const { pledgeId } = held;
      const change = { pledgeId, amount, conditions: [], note: '', idempotencyKey };
      const decision = await api.app.get(ChangePledge).execute(maker.maker, change);
      expect({ seed, step, ok: decision.ok }).toEqual({ seed, step, ok: total() - held.amount + amount <= 6_000n });
      if (decision.ok) model.set(index, { pledgeId, amount });
    }
    expect({ seed, step, pledged: (await roundRow(roundId)).pledged_minor }).toEqual({
      seed,
      step,
      pledged: total().toString(),
    });
  }
  await api.app
    .get(CloseFundingRound)
    .execute(lead.admin, { roundId, givingUpBecause: 'Enough', idempotencyKey: randomUUID() });
});
