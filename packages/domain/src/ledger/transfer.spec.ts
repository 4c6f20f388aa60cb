import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Money } from '../shared/index.js';

import { ACCOUNT_KINDS, type AccountAddress } from './accounts.js';
import { transfer, type LedgerTransaction, type Move } from './transfer.js';
import {
  budgetSet,
  paymentRecorded,
  paymentReversed,
  pledgeChanged,
  pledgeCommitted,
  pledgePlaced,
  pledgeReleased,
  pledgeWithdrawn,
  remainderReleased,
  trancheCalled,
} from './transfers.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const pledge = { id: 'P', mandateId: 'M', roundId: 'R' };
const account = (kind: AccountAddress['kind'], ownerId: string): AccountAddress => ({ kind, ownerId, currency: 'GBP' });
const lines = (transaction: LedgerTransaction | null) =>
  transaction?.entries.map((entry) => `${entry.account.kind} ${entry.account.ownerId} ${entry.amount.minorUnits}`);

describe('transfer', () => {
  const place = fc.record({ kind: fc.constantFrom(...ACCOUNT_KINDS), ownerId: fc.constantFrom('a', 'b', 'c') });
  const moves = fc.array(
    fc.record({ from: place, to: place, amount: fc.bigInt(1n, 10n ** 15n), currency: fc.constantFrom('GBP', 'JPY') }),
    { minLength: 1, maxLength: 8 },
  );

  it('is balanced in every currency, whatever is moved', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const asked = list.map(({ from, to, amount, currency }): Move => {
          const code = currency as 'GBP' | 'JPY';
          return {
            amount: Money.of(amount, code),
            from: { ...from, currency: code },
            to: { ...to, currency: code },
          };
        });
        let made: LedgerTransaction;
        try {
          made = transfer('BUDGET_SET', { type: 'MANDATE', id: 'm' }, asked);
        } catch {
          return; // a move that stays in its account, or moves that cancel out: refused, never written
        }
        for (const currency of ['GBP', 'JPY']) {
          const sum = made.entries
            .filter((entry) => entry.amount.currency === currency)
            .reduce((total, entry) => total + entry.amount.minorUnits, 0n);
          expect(sum).toBe(0n);
        }
        expect(made.entries.every((entry) => !entry.amount.isZero)).toBe(true);
      }),
    );
  });

  it('refuses what no transaction can be', () => {
    const cause = { type: 'MANDATE', id: 'm' } as const;
    const from = account('MANDATE_CONTROL', 'm');
    const to = account('MANDATE_AVAILABLE', 'm');
    expect(() => transfer('BUDGET_SET', cause, [])).toThrow('moves something');
    expect(() => transfer('BUDGET_SET', cause, [{ amount: gbp(0n), from, to }])).toThrow('positive');
    expect(() => transfer('BUDGET_SET', cause, [{ amount: gbp(-1n), from, to }])).toThrow('positive');
    expect(() => transfer('BUDGET_SET', cause, [{ amount: gbp(1n), from, to: from }])).toThrow('another');
    expect(() => transfer('BUDGET_SET', cause, [{ amount: Money.of(1n, 'EUR'), from, to }])).toThrow('no place');
  });
});

describe('the table of transfers', () => {
  it('is written line by line as the ledger reads it', () => {
    expect({
      'budget set': lines(budgetSet('M', gbp(0n), gbp(100n))),
      'budget raised': lines(budgetSet('M', gbp(100n), gbp(150n))),
      'budget lowered': lines(budgetSet('M', gbp(150n), gbp(120n))),
      'budget stays': lines(budgetSet('M', gbp(120n), gbp(120n))),
      pledge: lines(pledgePlaced(pledge, gbp(60n))),
      'changed up': lines(pledgeChanged(pledge, gbp(60n), gbp(70n))),
      'changed down': lines(pledgeChanged(pledge, gbp(70n), gbp(60n))),
      withdraw: lines(pledgeWithdrawn(pledge, gbp(60n))),
      release: lines(pledgeReleased(pledge, gbp(60n))),
      'round succeeds': lines(pledgeCommitted(pledge, gbp(60n), gbp(0n))),
      'tranche called': lines(trancheCalled('C', [{ pledgeId: 'P', amount: gbp(30n) }])),
      'payment recorded': lines(paymentRecorded('Y', pledge, gbp(30n))),
      'payment came back': lines(paymentReversed('Y', pledge, gbp(30n), 'T')),
      'rest released': lines(remainderReleased('L', pledge, gbp(30n))),
    }).toEqual({
      'budget set': ['MANDATE_CONTROL M -100', 'MANDATE_AVAILABLE M 100'],
      'budget raised': ['MANDATE_CONTROL M -50', 'MANDATE_AVAILABLE M 50'],
      'budget lowered': ['MANDATE_AVAILABLE M -30', 'MANDATE_CONTROL M 30'],
      'budget stays': undefined,
      pledge: ['MANDATE_AVAILABLE M -60', 'PLEDGED P 60'],
      'changed up': ['MANDATE_AVAILABLE M -10', 'PLEDGED P 10'],
      'changed down': ['PLEDGED P -10', 'MANDATE_AVAILABLE M 10'],
      withdraw: ['PLEDGED P -60', 'MANDATE_AVAILABLE M 60'],
      release: ['PLEDGED P -60', 'MANDATE_AVAILABLE M 60'],
      'round succeeds': ['PLEDGED P -60', 'COMMITTED P 60', 'VENTURE_FUNDING R -60', 'VENTURE_RECEIVABLE R 60'],
      'tranche called': ['COMMITTED P -30', 'CALLED P 30'],
      'payment recorded': ['CALLED P -30', 'PAID P 30', 'VENTURE_RECEIVABLE R -30', 'VENTURE_RECEIVED R 30'],
      'payment came back': ['PAID P -30', 'CALLED P 30', 'VENTURE_RECEIVED R -30', 'VENTURE_RECEIVABLE R 30'],
      'rest released': [
        'COMMITTED P -30',
        'MANDATE_AVAILABLE M 30',
        'VENTURE_RECEIVABLE R -30',
        'VENTURE_FUNDING R 30',
      ],
    });
  });

  it('takes a payment back by naming the transaction it mirrors', () => {
    expect(paymentReversed('Y', pledge, gbp(30n), 'T').reverses).toBe('T');
  });
});
