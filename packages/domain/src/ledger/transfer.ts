import type { Money } from '../shared/index.js';

import { accountKey, type AccountAddress } from './accounts.js';

/** Why money moved. One kind for each line of the table of transfers. */
export const LEDGER_TRANSACTION_KINDS = [
  'BUDGET_SET',
  'PLEDGE_PLACED',
  'PLEDGE_CHANGED',
  'PLEDGE_WITHDRAWN',
  'PLEDGE_RELEASED',
  'PLEDGE_COMMITTED',
  'TRANCHE_CALLED',
  'PAYMENT_RECORDED',
  'PAYMENT_REVERSED',
  'REMAINDER_RELEASED',
  'CALL_RELEASED',
] as const;
export type LedgerTransactionKind = (typeof LEDGER_TRANSACTION_KINDS)[number];

/** What caused it: the row whose change the transaction records. */
export interface LedgerCause {
  readonly type: 'MANDATE' | 'PLEDGE' | 'CALL' | 'PAYMENT' | 'RELEASE';
  readonly id: string;
}

/** Money from one account to another of the same currency. */
export interface Move {
  readonly amount: Money;
  readonly from: AccountAddress;
  readonly to: AccountAddress;
}

/** One side of a move. Entries of an account in one transaction are summed, so each account occurs once. */
export interface LedgerEntry {
  readonly account: AccountAddress;
  readonly amount: Money;
}

declare const balanced: unique symbol;

/** Entries that sum to zero in each currency. Made by `transfer` alone: the brand cannot be written elsewhere. */
export interface LedgerTransaction {
  readonly kind: LedgerTransactionKind;
  readonly cause: LedgerCause;
  readonly entries: readonly LedgerEntry[];
  /** The transaction that this one takes back. */
  readonly reverses?: string;
  readonly [balanced]: true;
}

/**
 * Makes a ledger transaction from moves, writing both entries of each, so that an unbalanced one cannot be built.
 *
 * @throws {Error} when nothing is moved, an amount is not positive, a move stays in its account, or an account is
 *   in another currency than the amount: each is a fault of the caller, never something a person can mend.
 */
export function transfer(
  kind: LedgerTransactionKind,
  cause: LedgerCause,
  moves: readonly Move[],
  reverses?: string,
): LedgerTransaction {
  if (moves.length === 0) throw new Error('A ledger transaction moves something.');

  const entries = new Map<string, LedgerEntry>();
  for (const move of moves) {
    assertMove(move);
    add(entries, move.from, move.amount.negated());
    add(entries, move.to, move.amount);
  }

  const written = [...entries.values()].filter((entry) => !entry.amount.isZero);
  if (written.length === 0) throw new Error('Moves that cancel each other out are no transaction.');
  const transaction = { kind, cause, entries: written, ...(reverses === undefined ? {} : { reverses }) };
  return transaction as typeof transaction & { readonly [balanced]: true };
}

function assertMove({ amount, from, to }: Move): void {
  if (!amount.isPositive) throw new Error('A move is of a positive amount: its direction is given by from and to.');
  if (from.currency !== amount.currency || to.currency !== amount.currency) {
    throw new Error(`${amount.currency} has no place in an account of ${from.currency} or ${to.currency}.`);
  }
  if (accountKey(from) === accountKey(to)) throw new Error('A move goes from one account to another.');
}

function add(entries: Map<string, LedgerEntry>, account: AccountAddress, amount: Money): void {
  const key = accountKey(account);
  const before = entries.get(key);
  entries.set(key, { account, amount: before ? before.amount.plus(amount) : amount });
}
