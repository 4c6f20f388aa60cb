import type { Money } from '../shared/index.js';

import type { AccountAddress, AccountKind } from './accounts.js';
import { transfer, type LedgerTransaction, type Move } from './transfer.js';

/** Where a pledge's money comes from and goes to. */
export interface PledgeInLedger {
  readonly id: string;
  readonly mandateId: string;
  readonly roundId: string;
}

/**
 * The budget of a mandate is set (from zero), raised or lowered. Only what is available can leave: the account refuses
 * to go below zero. Nothing when the budget stays.
 */
export function budgetSet(mandateId: string, before: Money, after: Money): LedgerTransaction | null {
  if (after.equals(before)) return null;
  const control = ['MANDATE_CONTROL', mandateId] as const;
  const available = ['MANDATE_AVAILABLE', mandateId] as const;
  return transfer('BUDGET_SET', { type: 'MANDATE', id: mandateId }, [
    after.isMoreThan(before)
      ? move(after.minus(before), control, available)
      : move(before.minus(after), available, control),
  ]);
}

export function pledgePlaced(pledge: PledgeInLedger, amount: Money): LedgerTransaction {
  return transfer('PLEDGE_PLACED', cause(pledge), [
    move(amount, ['MANDATE_AVAILABLE', pledge.mandateId], ['PLEDGED', pledge.id]),
  ]);
}

/** Moves the difference; nothing when the amounts are equal, because nothing moves. */
export function pledgeChanged(pledge: PledgeInLedger, before: Money, after: Money): LedgerTransaction | null {
  if (after.equals(before)) return null;
  const available = ['MANDATE_AVAILABLE', pledge.mandateId] as const;
  const pledged = ['PLEDGED', pledge.id] as const;
  return transfer('PLEDGE_CHANGED', cause(pledge), [
    after.isMoreThan(before)
      ? move(after.minus(before), available, pledged)
      : move(before.minus(after), pledged, available),
  ]);
}

/**
 * A match holds its most, from nothing (`before` null: it is new) or from what it held. Nothing when nothing moves.
 */
export function matchingSet(pledge: PledgeInLedger, before: Money | null, after: Money): LedgerTransaction | null {
  if (before !== null) return pledgeChanged(pledge, before, after);
  return after.isZero ? null : pledgePlaced(pledge, after);
}

export function pledgeWithdrawn(pledge: PledgeInLedger, amount: Money): LedgerTransaction {
  return transfer('PLEDGE_WITHDRAWN', cause(pledge), [giveBack(pledge, amount)]);
}

/** The round failed, or the pledge's own conditions were not met at its close. */
export function pledgeReleased(pledge: PledgeInLedger, amount: Money): LedgerTransaction {
  return transfer('PLEDGE_RELEASED', cause(pledge), [giveBack(pledge, amount)]);
}

/** @param rest what a match held and nobody made it worth: it goes back to the mandate. */
export function pledgeCommitted(pledge: PledgeInLedger, amount: Money, rest: Money): LedgerTransaction {
  return transfer('PLEDGE_COMMITTED', cause(pledge), [
    ...(rest.isPositive ? [giveBack(pledge, rest)] : []),
    move(amount, ['PLEDGED', pledge.id], ['COMMITTED', pledge.id]),
    move(amount, ['VENTURE_FUNDING', pledge.roundId], ['VENTURE_RECEIVABLE', pledge.roundId]),
  ]);
}

/** An instalment is asked for: one transaction for the whole call, one move for each funder's part. */
export function trancheCalled(
  callId: string,
  parts: readonly { readonly pledgeId: string; readonly amount: Money }[],
): LedgerTransaction {
  return transfer(
    'TRANCHE_CALLED',
    { type: 'CALL', id: callId },
    parts.map((part) => move(part.amount, ['COMMITTED', part.pledgeId], ['CALLED', part.pledgeId])),
  );
}

export function paymentRecorded(paymentId: string, pledge: PledgeInLedger, amount: Money): LedgerTransaction {
  return transfer('PAYMENT_RECORDED', { type: 'PAYMENT', id: paymentId }, [
    move(amount, ['CALLED', pledge.id], ['PAID', pledge.id]),
    move(amount, ['VENTURE_RECEIVABLE', pledge.roundId], ['VENTURE_RECEIVED', pledge.roundId]),
  ]);
}

/** A payment came back: its mirror image, naming the transaction it takes back. */
export function paymentReversed(
  paymentId: string,
  pledge: PledgeInLedger,
  amount: Money,
  reverses: string,
): LedgerTransaction {
  return transfer(
    'PAYMENT_REVERSED',
    { type: 'PAYMENT', id: paymentId },
    [
      move(amount, ['PAID', pledge.id], ['CALLED', pledge.id]),
      move(amount, ['VENTURE_RECEIVED', pledge.roundId], ['VENTURE_RECEIVABLE', pledge.roundId]),
    ],
    reverses,
  );
}

/** Part of a payment request that nobody paid, let go by the lead organisation: it is not owed any longer. */
export function callReleased(callPartId: string, pledge: PledgeInLedger, amount: Money): LedgerTransaction {
  return transfer('CALL_RELEASED', { type: 'RELEASE', id: callPartId }, [
    move(amount, ['CALLED', pledge.id], ['MANDATE_AVAILABLE', pledge.mandateId]),
    move(amount, ['VENTURE_RECEIVABLE', pledge.roundId], ['VENTURE_FUNDING', pledge.roundId]),
  ]);
}

export function remainderReleased(releaseId: string, pledge: PledgeInLedger, amount: Money): LedgerTransaction {
  return transfer('REMAINDER_RELEASED', { type: 'RELEASE', id: releaseId }, [
    move(amount, ['COMMITTED', pledge.id], ['MANDATE_AVAILABLE', pledge.mandateId]),
    move(amount, ['VENTURE_RECEIVABLE', pledge.roundId], ['VENTURE_FUNDING', pledge.roundId]),
  ]);
}

type Place = readonly [kind: AccountKind, ownerId: string];

function move(amount: Money, from: Place, to: Place): Move {
  return { amount, from: address(from, amount), to: address(to, amount) };
}

function address([kind, ownerId]: Place, { currency }: Money): AccountAddress {
  return { kind, ownerId, currency };
}

function giveBack(pledge: PledgeInLedger, amount: Money): Move {
  return move(amount, ['PLEDGED', pledge.id], ['MANDATE_AVAILABLE', pledge.mandateId]);
}

function cause(pledge: PledgeInLedger) {
  return { type: 'PLEDGE', id: pledge.id } as const;
}
