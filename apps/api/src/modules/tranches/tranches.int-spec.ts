import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

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
import { aPerson, joins } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';
import { CloseDueRounds } from '../pledges/index.js';
import { CallTranche, ConfirmReceipt, RecordPayment, ReleaseRemainder, ReversePayment } from './index.js';

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

const key = () => randomUUID();
const today = async () =>
  (await api.dataSource.query(`select to_char(app_now(), 'YYYY-MM-DD') as day`))[0].day as string;

/** A round of 100.01 pounds from two funders in two instalments, agreed a moment ago. */
async function agreed() {
  const round = await anOpenRound(api, { target: 10_001n, minutes: 60, tranches: [4_000, 6_000] });
  const funders = [await aFunder(api), await aFunder(api)] as const;
  await pledge(api, funders[0], round.roundId, 5_001n);
  await pledge(api, funders[1], round.roundId, 5_000n);
  await api.moveClock(61);
  await api.app.get(CloseDueRounds).sweep();
  return { ...round, funders };
}

async function partsOf(roundId: string) {
  const rows: { id: string; amount: string; pledge_id: string; organisation_id: string }[] = await api.dataSource.query(
    `select part.id, part.amount_minor as amount, part.pledge_id, pledge.organisation_id from call_parts part
     join tranche_calls call on call.id = part.call_id join pledges pledge on pledge.id = part.pledge_id
     where call.round_id = $1 order by call.position, part.amount_minor desc`,
    [roundId],
  );
  return rows;
}

const call = (viewer: TestFunder['maker'], roundId: string, position: number) =>
  api.app.get(CallTranche).execute(viewer, { roundId, position, idempotencyKey: key() });

const pay = async (
  viewer: TestFunder['maker'],
  partId: string,
  amount: bigint,
  wishes: { reference?: string; paidOn?: string; key?: string } = {},
) =>
  api.app.get(RecordPayment).execute(viewer, {
    partId,
    amount,
    currency: 'GBP',
    reference: wishes.reference ?? `BACS ${key()}`,
    paidOn: wishes.paidOn ?? (await today()),
    idempotencyKey: wishes.key ?? key(),
  });

describe('an instalment', () => {
  it('is called, paid and received, and the ledger reads like a treasurer’s book', async () => {
    const { roundId, lead, funders } = await agreed();
    expect((await call(lead.admin, roundId, 1)).ok).toBe(true);
    const [first, second] = await partsOf(roundId);
    expect([first?.amount, second?.amount]).toEqual(['2000', '2000']);
    const paid = await pay(funders[0].maker, first?.id ?? '', 2_000n);
    if (!paid.ok) throw new Error(codesOf(paid).join());
    const receipt = { paymentId: paid.value.paymentId, idempotencyKey: key() };
    expect((await api.app.get(ConfirmReceipt).execute(lead.admin, receipt)).ok).toBe(true);
    expect(await ledgerTable(api, roundId)).toMatchInlineSnapshot(`
      [
        "PLEDGE_PLACED: MANDATE_AVAILABLE -5001, PLEDGED +5001",
        "PLEDGE_PLACED: MANDATE_AVAILABLE -5000, PLEDGED +5000",
        "PLEDGE_COMMITTED: PLEDGED -5001, VENTURE_FUNDING -5001, COMMITTED +5001, VENTURE_RECEIVABLE +5001",
        "PLEDGE_COMMITTED: PLEDGED -5000, VENTURE_FUNDING -5000, COMMITTED +5000, VENTURE_RECEIVABLE +5000",
        "TRANCHE_CALLED: COMMITTED -2000, COMMITTED -2000, CALLED +2000, CALLED +2000",
        "PAYMENT_RECORDED: CALLED -2000, VENTURE_RECEIVABLE -2000, PAID +2000, VENTURE_RECEIVED +2000",
      ]
    `);
  });

  it('is confirmed for each payment where both are confirmed in the same moment', async () => {
    const { roundId, lead, funders } = await agreed();
    await call(lead.admin, roundId, 1);
    const parts = await partsOf(roundId);
    const paid = await Promise.all(funders.map(({ maker }, index) => pay(maker, parts[index]?.id ?? '', 2_000n)));
    const confirmed = await Promise.all(
      paid.map((payment) => {
        if (!payment.ok) throw new Error(codesOf(payment).join());
        const paymentId = globalId('payment', payment.value.paymentId);
        return api.as(lead.admin).graphql(
          `mutation ($input: ConfirmReceiptInput!) {
            confirmReceipt(input: $input) { ... on ConfirmReceiptPayload { payment { status } } }
          }`,
          { input: { paymentId, idempotencyKey: key() } },
        );
      }),
    );
    expect(confirmed).toEqual(
      paid.map(() => ({ errors: [], data: { confirmReceipt: { payment: { status: 'RECEIVED' } } } })),
    );
  });

  it('is not callable while a promise of an earlier one is overdue, and is once it was submitted', async () => {
    const { roundId, lead } = await agreed();
    expect((await call(lead.admin, roundId, 1)).ok).toBe(true);
    await api.moveClock(31 * 24 * 60);
    const before = await moneyStored(api);
    expect(codesOf(await call(lead.admin, roundId, 2))).toEqual(['OBLIGATION_OVERDUE']);
    expect(await moneyStored(api)).toBe(before);
    await api.dataSource.query(`update obligations set state = 'WAIVED', settled_at = app_now() where round_id = $1`, [
      roundId,
    ]);
    expect((await call(lead.admin, roundId, 2)).ok).toBe(true);
  });

  it('over all instalments asks each funder for exactly what it agreed to, and settles', async () => {
    const { roundId, lead, funders } = await agreed();
    for (const position of [1, 2]) expect((await call(lead.admin, roundId, position)).ok).toBe(true);
    for (const part of await partsOf(roundId)) {
      const funder = funders.find((one) => one.organisation.id === part.organisation_id);
      expect((await pay((funder ?? funders[0]).maker, part.id, BigInt(part.amount))).ok).toBe(true);
    }
    const statuses = await api.dataSource.query(
      'select status, amount_minor from pledges where round_id = $1 order by amount_minor',
      [roundId],
    );
    expect(statuses).toEqual([
      { status: 'SETTLED', amount_minor: '5000' },
      { status: 'SETTLED', amount_minor: '5001' },
    ]);
  });

  it('is called by the lead organisation alone, in order, once', async () => {
    const { roundId, lead, funders } = await agreed();
    const before = await moneyStored(api);
    expect(codesOf(await call(funders[0].maker, roundId, 1))).toEqual(['ROLE_MISSING']);
    expect(codesOf(await call(lead.admin, roundId, 2))).toEqual(['EARLIER_TRANCHE_NOT_CALLED']);
    expect(await moneyStored(api)).toBe(before);
    expect((await call(lead.admin, roundId, 1)).ok).toBe(true);
    expect(codesOf(await call(lead.admin, roundId, 1))).toEqual(['TRANCHE_ALREADY_CALLED']);
  });
});

describe('a payment', () => {
  async function called() {
    const round = await agreed();
    await call(round.lead.admin, round.roundId, 1);
    const parts = await partsOf(round.roundId);
    const part = parts.find((one) => one.organisation_id === round.funders[0].organisation.id);
    return { ...round, partId: part?.id ?? '', payer: round.funders[0].maker };
  }

  it('is refused beyond what is outstanding, twice under one reference, or by another funder', async () => {
    const { partId, payer, funders } = await called();
    expect((await pay(payer, partId, 500n, { reference: 'BACS 7' })).ok).toBe(true);
    const before = await moneyStored(api);
    expect(codesOf(await pay(payer, partId, 1_501n))).toEqual(['PAYMENT_EXCEEDS_CALL']);
    expect(codesOf(await pay(payer, partId, 100n, { reference: ' BACS 7 ' }))).toEqual(['REFERENCE_USED_BEFORE']);
    expect(codesOf(await pay(funders[1].maker, partId, 100n))).toEqual(['ROLE_MISSING']);
    expect(codesOf(await pay(payer, partId, 100n, { paidOn: '2199-01-01' }))).toEqual(['PAID_IN_THE_FUTURE']);
    expect(await moneyStored(api)).toBe(before);
    expect((await pay(payer, partId, 1_500n)).ok).toBe(true);
  });

  it('that came back is owed again, by a mirror image that names what it takes back', async () => {
    const { roundId, partId, payer, lead } = await called();
    const paid = await pay(payer, partId, 2_000n);
    if (!paid.ok) throw new Error(codesOf(paid).join());
    const reverse = (reason: string) =>
      api.app
        .get(ReversePayment)
        .execute(lead.admin, { paymentId: paid.value.paymentId, reason, idempotencyKey: key() });
    expect(codesOf(await reverse(' '))).toEqual(['REASON_MISSING']);
    expect((await reverse('Account closed')).ok).toBe(true);
    expect(codesOf(await reverse('Again'))).toEqual(['PAYMENT_CAME_BACK']);
    expect((await ledgerTable(api, roundId)).at(-1)).toBe(
      'PAYMENT_REVERSED: PAID -2000, VENTURE_RECEIVED -2000, CALLED +2000, VENTURE_RECEIVABLE +2000',
    );
    expect((await pay(payer, partId, 2_000n)).ok).toBe(true);
  });

  it('shows its reference to payer and money holder and to nobody else', async () => {
    const { roundId, partId, payer, lead, funders } = await called();
    await pay(payer, partId, 2_000n, { reference: 'SECRET-42' });
    const document = `query ($id: ID!) { fundingRound(id: $id) { tranches { position amount { minorUnits } call { parts { paid { minorUnits } payments { reference status } } } } } }`;
    const seenBy = async (viewer: Parameters<typeof api.as>[0]) =>
      JSON.stringify(await api.as(viewer).graphql(document, { id: globalId('round', roundId) }));
    expect(await seenBy(payer)).toContain('SECRET-42');
    expect(await seenBy(lead.admin)).toContain('SECRET-42');
    for (const viewer of [nobody, funders[1].maker]) {
      const seen = await seenBy(viewer);
      expect(seen).toContain('"minorUnits":"4000"');
      expect(seen).not.toContain('SECRET-42');
    }
    const log = await api.dataSource.query('select content::text from activity_contents');
    expect(JSON.stringify(log)).not.toContain('SECRET-42');
  });
});

describe('releasing the rest', () => {
  it('takes an announcement and the lead’s word, never reaches called money, and shrinks the last instalment', async () => {
    const { roundId, lead, funders } = await agreed();
    await call(lead.admin, roundId, 1);
    const [{ id: pledgeId }] = await api.dataSource.query(
      'select id from pledges where round_id = $1 and organisation_id = $2',
      [roundId, funders[0].organisation.id],
    );
    const release = (viewer: TestFunder['maker'], amount: bigint) =>
      api.app.get(ReleaseRemainder).execute(viewer, { pledgeId, amount, reason: 'Underspent', idempotencyKey: key() });
    expect(codesOf(await release(lead.admin, 3_001n))).toEqual(['RELEASE_NOT_ANNOUNCED']);
    expect(codesOf(await release(funders[0].maker, 3_002n))).toEqual(['RELEASE_EXCEEDS_UNCALLED']);
    expect((await release(funders[0].maker, 3_001n)).ok).toBe(true);
    const colleague = await joins(api, await aPerson(api), funders[0].organisation.id, 'MEMBER');
    expect(codesOf(await release(funders[0].maker, 3_001n))).toEqual(['SAME_PERSON', 'NOTICE_NOT_OVER']);
    expect(codesOf(await release(colleague, 3_001n))).toEqual(['NOTICE_NOT_OVER']);
    expect((await release(lead.admin, 3_001n)).ok).toBe(true);

    expect((await call(lead.admin, roundId, 2)).ok).toBe(true);
    const parts = await partsOf(roundId);
    expect(parts.slice(2).map((part) => part.amount)).toEqual(['3000']);
  });
});
