import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, brokenInvariants, codesOf, pledge } from '../../../test/support/funding.js';
import type { SignedInViewer } from '../../../test/support/people.js';
import { CloseDueRounds } from '../pledges/index.js';
import { CallTranche, ReleaseRemainder } from '../tranches/index.js';
import { SubmitReturn, WaiveObligation } from './index.js';

// A database in which every round came about as in earnest, so that the ledger's invariants can be asked of all of it.
let api: TestApi;
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

const DAY = 24 * 60;
const shared = (obligationId: string, more: object = {}) => ({
  obligationId,
  title: 'Reminders that arrive',
  summary: 'An app that reminds people.',
  address: 'https://code.example.org/reminders',
  licence: 'MIT',
  language: 'en',
  componentIds: null,
  uploadIds: [],
  ...more,
});

async function promiseOf(ventureOrIdea: { ideaId: string }): Promise<string> {
  const [row] = await api.dataSource.query('select id from obligations where idea_id = $1 order by due_on limit 1', [
    ventureOrIdea.ideaId,
  ]);
  return row.id;
}

const waive = (viewer: SignedInViewer, organisationId: string, obligationId: string, more: object = {}) =>
  api.app.get(WaiveObligation).execute(viewer, {
    obligationId,
    organisationId,
    answer: 'AGREES',
    reason: 'The library has it already.',
    release: null,
    idempotencyKey: randomUUID(),
    ...more,
  });

async function releases(roundId: string): Promise<{ pledgeId: string; amount: string; done: boolean }[]> {
  return api.dataSource.query(
    `select r.pledge_id as "pledgeId", r.amount_minor::text as amount, r.released_at is not null as done
     from remainder_releases r join pledges p on p.id = r.pledge_id where p.round_id = $1`,
    [roundId],
  );
}

/** A round of two instalments that closed well: 20,000 and 10,000, with a promise tied to the first instalment. */
async function aFundedRound() {
  const round = await anOpenRound(api, { target: 30_000n, minutes: 60, tranches: [5_000, 5_000] });
  const funders = [await aFunder(api), await aFunder(api)] as const;
  await pledge(api, funders[0], round.roundId, 20_000n);
  await pledge(api, funders[1], round.roundId, 10_000n);
  await api.moveClock(61);
  await api.app.get(CloseDueRounds).sweep();
  return { round, funders, promise: await promiseOf(round) };
}

describe('letting a promise go', () => {
  it('gives back the money that was for it, each funder its share, once the lead organisation agrees', async () => {
    const { round, funders, promise } = await aFundedRound();
    const [first, second] = funders;
    const tooMuch = await waive(first.maker, first.organisation.id, promise, { release: 30_001n });
    expect(codesOf(tooMuch)).toEqual(['RELEASE_EXCEEDS_UNCALLED_MONEY']);
    expect((await waive(first.maker, first.organisation.id, promise, { release: 10_001n })).ok).toBe(true);
    expect(await releases(round.roundId)).toEqual([]);
    expect((await waive(second.maker, second.organisation.id, promise)).ok).toBe(true);
    const announced = await releases(round.roundId);
    expect(announced.map(({ amount }) => amount).toSorted()).toEqual(['3334', '6667']);
    expect(announced.every(({ done }) => !done)).toBe(true);
    for (const { pledgeId, amount } of announced) {
      const agreed = await api.app.get(ReleaseRemainder).execute(round.lead.admin, {
        pledgeId,
        amount: BigInt(amount),
        reason: '',
        idempotencyKey: randomUUID(),
      });
      expect(codesOf(agreed)).toEqual([]);
    }
    const [{ committed }] = await api.dataSource.query(
      'select committed_minor::text as committed from funding_rounds where id = $1',
      [round.roundId],
    );
    expect(committed).toBe('19999');
    expect(await brokenInvariants(api)).toEqual([]);
  });
});

describe('a promise that is late', () => {
  it('keeps the next instalment from being asked for, and no longer once something was shared', async () => {
    const { round, promise } = await aFundedRound();
    const call = (position: number) =>
      api.app
        .get(CallTranche)
        .execute(round.lead.admin, { roundId: round.roundId, position, idempotencyKey: randomUUID() });
    expect((await call(1)).ok).toBe(true);
    await api.moveClock(31 * DAY);
    expect(codesOf(await call(2))).toEqual(['OBLIGATION_OVERDUE']);
    const [{ calls }] = await api.dataSource.query(
      'select count(*)::int as calls from tranche_calls where round_id = $1',
      [round.roundId],
    );
    expect(calls).toBe(1);
    expect(codesOf(await api.app.get(SubmitReturn).execute(round.lead.admin, shared(promise)))).toEqual([]);
    expect((await call(2)).ok).toBe(true);
    expect(await brokenInvariants(api)).toEqual([]);
  });
});
