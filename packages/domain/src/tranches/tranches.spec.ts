import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Money, sumOf } from '../shared/index.js';

import { callTranche, type CallFacts } from './call-tranche.js';
import { amountsOfTranches } from './instalments.js';
import { confirmReceipt, isSettled, recordPayment, reversePayment } from './payments.js';
import { releaseRemainder, type ReleaseAsk } from './release-remainder.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.reasons?.map((reason) => reason.code) ?? [];
const pledge = { id: 'P', mandateId: 'M', roundId: 'R' };

const tranches = [
  { position: 1, title: 'Start', basisPoints: 3333 },
  { position: 2, title: 'Middle', basisPoints: 3333 },
  { position: 3, title: 'End', basisPoints: 3334 },
];
const FACTS: CallFacts = {
  callId: 'C',
  roundStatus: 'SUCCEEDED',
  ventureStopped: false,
  agreed: gbp(100n),
  tranches,
  calledPositions: [],
  commitments: [
    { pledgeId: 'a', agreed: gbp(50n), uncalled: gbp(50n) },
    { pledgeId: 'b', agreed: gbp(50n), uncalled: gbp(50n) },
  ],
  overdue: [],
};

describe('callTranche', () => {
  it('asks each funder for its part, the odd penny of the smaller id', () => {
    expect(callTranche(1, FACTS)).toMatchObject({
      value: {
        amount: gbp(33n),
        parts: [
          { pledgeId: 'a', amount: gbp(17n) },
          { pledgeId: 'b', amount: gbp(16n) },
        ],
        ledger: { kind: 'TRANCHE_CALLED' },
      },
    });
  });

  it('never calls an instalment while a promise of an earlier one is overdue', () => {
    const overdue = [{ title: 'User research', dueOn: '2026-05-01', tranchePosition: 1 }];
    expect(codesOf(callTranche(2, { ...FACTS, calledPositions: [1], overdue }))).toEqual(['OBLIGATION_OVERDUE']);
    expect(callTranche(1, { ...FACTS, overdue }).ok).toBe(true);
  });

  it.each([
    [4, {}, 'TRANCHE_NOT_FOUND'],
    [2, {}, 'EARLIER_TRANCHE_NOT_CALLED'],
    [1, { calledPositions: [1] }, 'TRANCHE_ALREADY_CALLED'],
    [1, { roundStatus: 'OPEN' as const }, 'ROUND_NOT_SUCCEEDED'],
    [1, { ventureStopped: true }, 'VENTURE_STOPPED'],
    [1, { commitments: [] }, 'NOTHING_LEFT_TO_CALL'],
  ])('refuses instalment %i with %j: %s', (position, facts, code) => {
    expect(codesOf(callTranche(position, { ...FACTS, ...facts }))).toEqual([code]);
  });

  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }).map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const points = weights.map((weight) => Math.floor((weight * 10_000) / sum));
    const rest = 10_000 - points.reduce((total, point) => total + point, 0);
    return points.map((basisPoints, index) => ({
      position: index + 1,
      title: '',
      basisPoints: index === 0 ? basisPoints + rest : basisPoints,
    }));
  });

  it('adds up: over all instalments each funder is asked for exactly what it agreed to', () => {
    fc.assert(
      fc.property(
        shares,
        fc.uniqueArray(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 6 }),
        (parts, amounts) => {
          const agreed = sumOf(amounts.map(gbp), 'GBP');
          let commitments = amounts.map((amount, index) => ({
            pledgeId: `p${index}`,
            agreed: gbp(amount),
            uncalled: gbp(amount),
          }));
          for (const { position } of parts) {
            const calledPositions = parts.map((part) => part.position).filter((other) => other < position);
            const called = callTranche(position, { ...FACTS, agreed, tranches: parts, commitments, calledPositions });
            if (!called.ok) {
              expect(codesOf(called)).toEqual(['NOTHING_LEFT_TO_CALL']); // a share of less than a penny
              continue;
            }
            const asked = new Map(called.value.parts.map((part) => [part.pledgeId, part.amount]));
            commitments = commitments.map((one) => ({
              ...one,
              uncalled: one.uncalled.minus(asked.get(one.pledgeId) ?? gbp(0n)),
            }));
          }
          expect(commitments.every((commitment) => commitment.uncalled.isZero)).toBe(true);
          expect(sumOf([...amountsOfTranches(agreed, parts).values()], 'GBP')).toEqual(agreed);
        },
      ),
    );
  });
});

describe('payments', () => {
  const ask = { paymentId: 'Y', amount: gbp(30n), reference: 'BACS 1', paidOn: '2026-05-01' };
  const facts = { outstanding: gbp(30n), referenceUsed: false, today: '2026-05-01' };

  it('take the last penny outstanding and not one more', () => {
    expect(recordPayment(ask, pledge, facts).ok).toBe(true);
    expect(codesOf(recordPayment({ ...ask, amount: gbp(31n) }, pledge, facts))).toEqual(['PAYMENT_EXCEEDS_CALL']);
  });

  it('say everything that is wrong at once', () => {
    const wrong = { ...ask, amount: gbp(0n), reference: ' ', paidOn: '2026-05-02' };
    expect(codesOf(recordPayment(wrong, pledge, { ...facts, referenceUsed: true }))).toEqual([
      'AMOUNT_NOT_POSITIVE',
      'REFERENCE_MISSING',
      'REFERENCE_USED_BEFORE',
      'PAID_IN_THE_FUTURE',
    ]);
    expect(codesOf(recordPayment({ ...ask, amount: Money.of(1n, 'EUR'), paidOn: 'soon' }, pledge, facts))).toEqual([
      'CURRENCY_DIFFERS',
      'DAY_NOT_A_DATE',
    ]);
  });

  it('are confirmed once, and come back once, with a reason', () => {
    expect(confirmReceipt('RECORDED').ok).toBe(true);
    expect(codesOf(confirmReceipt('RECEIVED'))).toEqual(['PAYMENT_ALREADY_RECEIVED']);
    expect(codesOf(confirmReceipt('REVERSED'))).toEqual(['PAYMENT_CAME_BACK']);
    const payment = { id: 'Y', status: 'RECEIVED' as const, amount: gbp(30n), ledgerTransactionId: 'T' };
    expect(reversePayment(payment, pledge, 'Account closed')).toMatchObject({ value: { ledger: { reverses: 'T' } } });
    expect(codesOf(reversePayment({ ...payment, status: 'REVERSED' }, pledge, ''))).toEqual([
      'PAYMENT_CAME_BACK',
      'REASON_MISSING',
    ]);
  });

  it('settle a commitment when nothing is left to call or to pay', () => {
    expect(isSettled({ committed: gbp(0n), called: gbp(0n) })).toBe(true);
    expect(isSettled({ committed: gbp(0n), called: gbp(1n) })).toBe(false);
  });
});

describe('releaseRemainder', () => {
  const now = new Date('2026-05-01T00:00:00Z');
  const ask: ReleaseAsk = { releaseId: 'L', amount: gbp(20n), reason: 'Spent less', personId: 'one', side: 'FUNDER' };
  const announced = { id: 'L', amount: gbp(20n), announcedBy: 'one', announcedAt: now };
  const committed = { ...pledge, status: 'COMMITTED' as const };
  const decide = (changes: Partial<ReleaseAsk>, facts = {}) =>
    releaseRemainder({ ...ask, ...changes }, committed, { uncalled: gbp(20n), announced: null, now, ...facts });

  it('is announced first and moves nothing', () => {
    expect(decide({})).toMatchObject({ value: { step: 'ANNOUNCED', until: new Date('2026-05-31T00:00:00Z') } });
    expect(codesOf(decide({ side: 'LEAD', reason: '' }))).toEqual(['RELEASE_NOT_ANNOUNCED', 'REASON_MISSING']);
  });

  it('happens when the lead agrees, or a second person of the funder waits out the notice', () => {
    expect(decide({ side: 'LEAD', personId: 'two' }, { announced })).toMatchObject({ value: { step: 'RELEASED' } });
    expect(codesOf(decide({ personId: 'two' }, { announced }))).toEqual(['NOTICE_NOT_OVER']);
    const later = new Date('2026-05-31T00:00:00Z');
    expect(decide({ personId: 'two' }, { announced, now: later }).ok).toBe(true);
    expect(codesOf(decide({}, { announced, now: later }))).toEqual(['SAME_PERSON']);
  });

  it('never reaches money that was called, nor another amount than announced', () => {
    expect(codesOf(decide({ amount: gbp(21n) }))).toEqual(['RELEASE_EXCEEDS_UNCALLED']);
    expect(codesOf(decide({ amount: gbp(19n), side: 'LEAD', personId: 'two' }, { announced }))).toEqual([
      'RELEASE_DIFFERS',
    ]);
  });
});

describe('words about a payment', () => {
  const payment = { id: 'Y', status: 'RECEIVED' as const, amount: gbp(30n), ledgerTransactionId: 'T' };

  it('hide nothing, and are no document', () => {
    const reversed = (reason: string) => codesOf(reversePayment(payment, pledge, reason));
    expect(reversed('It came \u202Ekcab')).toEqual(['TEXT_HAS_HIDDEN_CHARACTERS']);
    expect(reversed('word '.repeat(40_000))).toEqual(['TEXT_TOO_LONG']);
    const paid = { paymentId: 'Y', amount: gbp(1n), reference: 'BACS \u202E12', paidOn: '2026-01-01' };
    const facts = { outstanding: gbp(1n), referenceUsed: false, today: '2026-01-02' };
    expect(codesOf(recordPayment(paid, pledge, facts))).toEqual(['TEXT_HAS_HIDDEN_CHARACTERS']);
  });
});
