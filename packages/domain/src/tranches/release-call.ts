import { callReleased, type LedgerTransaction, type PledgeInLedger } from '../ledger/index.js';
import { accept, checkText, refuse, type Decision, type Money, type TextFault } from '../shared/index.js';

/** How long after its due date a payment may still come before the lead organisation may stop waiting for it. */
export const UNPAID_CALL_GRACE_DAYS = 30;

export type ReleaseCallReason =
  | { readonly code: 'NOTHING_OUTSTANDING' }
  | { readonly code: 'GRACE_NOT_OVER'; readonly until: string; readonly today: string }
  | TextFault;

/** The day from which an unpaid part of a payment request may be let go. */
export function graceEnds(dueOn: string): string {
  return new Date(Date.parse(`${dueOn}T00:00:00Z`) + UNPAID_CALL_GRACE_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Decides whether the lead organisation may let go of what a funder was asked for and has not paid, so that one funder
 * cannot keep a project waiting for ever. It is the lead's choice alone, and stays on record as not paid.
 *
 * The caller must hold locks on the round and the mandate.
 */
export function releaseUnpaidCall(
  part: { readonly id: string; readonly outstanding: Money; readonly dueOn: string },
  pledge: PledgeInLedger,
  ask: { readonly reason: string; readonly today: string },
): Decision<{ readonly reason: string; readonly ledger: LedgerTransaction }, ReleaseCallReason> {
  const reasons: ReleaseCallReason[] = [];
  if (!part.outstanding.isPositive) reasons.push({ code: 'NOTHING_OUTSTANDING' });
  const until = graceEnds(part.dueOn);
  if (ask.today < until) reasons.push({ code: 'GRACE_NOT_OVER', until, today: ask.today });
  const { text: reason, faults } = checkText(ask.reason, ['input', 'reason'], { most: 2_000, lines: 'many' });
  reasons.push(...faults);
  if (reasons.length > 0) return refuse(reasons);
  return accept({ reason, ledger: callReleased(part.id, pledge, part.outstanding) });
}
