import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  codesOf,
  ledgerTable,
  moneyStored,
  pledge,
  type TestFunder,
} from '../../../test/support/funding.js';
import { globalId } from '../../platform/database/index.js';
import { CloseDueRounds } from '../pledges/index.js';
import { CallTranche, RecordPayment, ReleaseUnpaidCall, ReversePayment } from './index.js';

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
const key = () => ({ idempotencyKey: randomUUID() });

/** One funder, one instalment, asked for a moment ago. */
async function called(funder?: TestFunder) {
  const round = await anOpenRound(api, { target: 1_000n, minutes: 30 });
  const by = funder ?? (await aFunder(api));
  await pledge(api, by, round.roundId, 1_000n);
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  await api.app.get(CallTranche).execute(round.lead.admin, { roundId: round.roundId, position: 1, ...key() });
  const [{ id }] = await api.dataSource.query(
    'select part.id from call_parts part join tranche_calls call on call.id = part.call_id where call.round_id = $1',
    [round.roundId],
  );
  return { ...round, funder: by, partId: id as string };
}
const release = (viewer: TestFunder['maker'], partId: string, reason = 'The funder was wound up.') =>
  api.app.get(ReleaseUnpaidCall).execute(viewer, { partId, reason, ...key() });
const pay = async (viewer: TestFunder['maker'], partId: string, amount: bigint, reference = `BACS ${randomUUID()}`) =>
  api.app.get(RecordPayment).execute(viewer, {
    partId,
    amount,
    currency: 'GBP',
    reference,
    paidOn: '2020-01-01',
    ...key(),
  });

it('can be waited for no longer 30 days after it was due, by the lead alone, and stays on record as not paid', async () => {
  const { roundId, lead, funder, partId } = await called();
  expect((await pay(funder.maker, partId, 400n)).ok).toBe(true);
  await api.moveClock(59 * DAY);
  const before = await moneyStored(api);
  expect(codesOf(await release(lead.admin, partId))).toEqual(['GRACE_NOT_OVER']);
  expect(codesOf(await release(funder.maker, partId))).toEqual(['ROLE_MISSING']);
  expect(await moneyStored(api)).toBe(before);

  await api.moveClock(2 * DAY);
  expect(codesOf(await release(lead.admin, partId, ' '))).toEqual(['TEXT_MISSING']);
  expect(codesOf(await release(lead.admin, partId))).toEqual([]);
  expect(codesOf(await release(lead.admin, partId))).toEqual(['NOTHING_OUTSTANDING']);
  expect(codesOf(await pay(funder.maker, partId, 600n))).toEqual(['PAYMENT_EXCEEDS_CALL']);
  expect((await ledgerTable(api, roundId)).at(-1)).toBe(
    'CALL_RELEASED: CALLED -600, VENTURE_RECEIVABLE -600, MANDATE_AVAILABLE +600, VENTURE_FUNDING +600',
  );
  // The project, the funder and the public read the same.
  const document = `query ($id: ID!) { fundingRound(id: $id) { committed { minorUnits } pledges { status paid { minorUnits } }
    tranches { call { overdue parts { paid { minorUnits } outstanding { minorUnits } released { minorUnits } releaseReason } } } } }`;
  const seen = [lead.admin, funder.maker, nobody].map(async (viewer) => {
    const { data } = await api.as(viewer).graphql(document, { id: globalId('round', roundId) });
    return JSON.stringify(data);
  });
  const [first, ...others] = await Promise.all(seen);
  expect(first).toContain('"released":{"minorUnits":"600"},"releaseReason":"The funder was wound up."');
  expect(first).toContain('"committed":{"minorUnits":"400"}');
  expect(others).toEqual([first, first]);
});

it('may be let go a second time after a payment came back', async () => {
  const { lead, funder, partId } = await called();
  const paid = await pay(funder.maker, partId, 400n);
  await api.moveClock(61 * DAY);
  expect(codesOf(await release(lead.admin, partId))).toEqual([]);
  const paymentId = paid.ok ? paid.value.paymentId : '';
  const back = { paymentId, reason: 'The account was closed.', ...key() };
  expect(codesOf(await api.app.get(ReversePayment).execute(funder.maker, back))).toEqual([]);
  expect(codesOf(await release(lead.admin, partId))).toEqual([]);
});

it('R19: two payments that race under one reference in two rounds are one payment', async () => {
  const one = await called();
  const other = await called(one.funder);
  const decisions = await Promise.all([
    pay(one.funder.maker, one.partId, 10n, 'BACS 9'),
    pay(one.funder.maker, other.partId, 10n, 'BACS 9'),
  ]);
  expect(decisions.filter((decision) => decision.ok)).toHaveLength(1);
  expect(decisions.flatMap(codesOf)).toEqual(['REFERENCE_USED_BEFORE']);
});
