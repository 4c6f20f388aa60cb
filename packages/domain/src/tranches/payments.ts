import { paymentRecorded, paymentReversed, type LedgerTransaction, type PledgeInLedger } from '../ledger/index.js';
import { isDay } from '../mandates/index.js';
import {
  accept,
  checkText,
  refuse,
  type Currency,
  type Decision,
  type Money,
  type TextFault,
} from '../shared/index.js';

/** What a funder says it paid: from bank account to bank account, outside this product. */
export interface PaymentAsk {
  readonly paymentId: string;
  readonly amount: Money;
  /** The funder's bank reference. Seen by the two organisations, never public. */
  readonly reference: string;
  readonly paidOn: string;
}

export type RecordPaymentReason =
  | { readonly code: 'AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'CURRENCY_DIFFERS'; readonly currency: Currency; readonly needed: Currency }
  | { readonly code: 'PAYMENT_EXCEEDS_CALL'; readonly outstanding: Money; readonly amount: Money }
  | { readonly code: 'REFERENCE_MISSING' }
  | { readonly code: 'REFERENCE_TOO_LONG'; readonly most: number }
  | { readonly code: 'REFERENCE_USED_BEFORE'; readonly reference: string }
  | { readonly code: 'PAID_IN_THE_FUTURE'; readonly paidOn: string; readonly today: string }
  | { readonly code: 'DAY_NOT_A_DATE'; readonly typed: string }
  | TextFault;

/** Bank references are short; a text of this length is something else pasted into the field. */
export const REFERENCE_MOST = 140;

/**
 * Decides whether a payment against one's part of a payment request can be recorded. It may be a part of the part;
 * it is never more than what is outstanding.
 *
 * The caller must hold the lock on the round.
 */
export function recordPayment(
  ask: PaymentAsk,
  pledge: PledgeInLedger,
  facts: { readonly outstanding: Money; readonly referenceUsed: boolean; readonly today: string },
): Decision<{ readonly ledger: LedgerTransaction }, RecordPaymentReason> {
  const reasons: RecordPaymentReason[] = [];
  const { amount } = ask;
  const reference = ask.reference.trim();
  if (amount.currency !== facts.outstanding.currency) {
    reasons.push({ code: 'CURRENCY_DIFFERS', currency: amount.currency, needed: facts.outstanding.currency });
  } else if (!amount.isPositive) {
    reasons.push({ code: 'AMOUNT_NOT_POSITIVE' });
  } else if (amount.isMoreThan(facts.outstanding)) {
    reasons.push({ code: 'PAYMENT_EXCEEDS_CALL', outstanding: facts.outstanding, amount });
  }
  if (reference === '') reasons.push({ code: 'REFERENCE_MISSING' });
  if (reference.length > REFERENCE_MOST) reasons.push({ code: 'REFERENCE_TOO_LONG', most: REFERENCE_MOST });
  reasons.push(...hiddenIn(reference, 'reference'));
  if (facts.referenceUsed) reasons.push({ code: 'REFERENCE_USED_BEFORE', reference });
  if (!isDay(ask.paidOn)) reasons.push({ code: 'DAY_NOT_A_DATE', typed: ask.paidOn });
  else if (ask.paidOn > facts.today)
    reasons.push({ code: 'PAID_IN_THE_FUTURE', paidOn: ask.paidOn, today: facts.today });
  return reasons.length > 0 ? refuse(reasons) : accept({ ledger: paymentRecorded(ask.paymentId, pledge, amount) });
}

export const PAYMENT_STATUSES = ['RECORDED', 'RECEIVED', 'REVERSED'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export type PaymentStateReason =
  | { readonly code: 'PAYMENT_ALREADY_RECEIVED' }
  | { readonly code: 'PAYMENT_CAME_BACK' }
  | { readonly code: 'REASON_MISSING' }
  | TextFault;

/** Decides whether the money holder may confirm that a recorded payment arrived. The ledger has it already. */
export function confirmReceipt(status: PaymentStatus): Decision<{ readonly status: 'RECEIVED' }, PaymentStateReason> {
  if (status === 'RECEIVED') return refuse([{ code: 'PAYMENT_ALREADY_RECEIVED' }]);
  return status === 'REVERSED' ? refuse([{ code: 'PAYMENT_CAME_BACK' }]) : accept({ status: 'RECEIVED' });
}

/**
 * Decides whether a payment may be recorded as having come back. The money is owed again: the entries of the payment
 * stay, and a mirror image beside them names what it takes back.
 */
export function reversePayment(
  payment: {
    readonly id: string;
    readonly status: PaymentStatus;
    readonly amount: Money;
    readonly ledgerTransactionId: string;
  },
  pledge: PledgeInLedger,
  reason: string,
): Decision<{ readonly status: 'REVERSED'; readonly ledger: LedgerTransaction }, PaymentStateReason> {
  const reasons: PaymentStateReason[] = [];
  if (payment.status === 'REVERSED') reasons.push({ code: 'PAYMENT_CAME_BACK' });
  if (reason.trim() === '') reasons.push({ code: 'REASON_MISSING' });
  else reasons.push(...reasonFaults(reason));
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    status: 'REVERSED',
    ledger: paymentReversed(payment.id, pledge, payment.amount, payment.ledgerTransactionId),
  });
}

/** Whether a commitment is done with: all of it paid or released, nothing asked for outstanding. */
export function isSettled(balances: { readonly committed: Money; readonly called: Money }): boolean {
  return balances.committed.isZero && balances.called.isZero;
}

/** A reason is read by treasurers for years; it is a paragraph, not a document. */
const REASON_MOST = 2_000;

/** What is wrong with a reason that was given. */
export function reasonFaults(reason: string): readonly TextFault[] {
  return checkText(reason, ['input', 'reason'], { most: REASON_MOST, lines: 'many' }).faults;
}

/** Characters that make one reference read as another on a bank statement. */
function hiddenIn(text: string, field: string): readonly TextFault[] {
  const { faults } = checkText(text, ['input', field], { most: REFERENCE_MOST, lines: 'one' });
  return faults.filter((fault) => fault.code === 'TEXT_HAS_HIDDEN_CHARACTERS');
}
