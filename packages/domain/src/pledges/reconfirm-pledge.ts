import { pledgeReleased, type LedgerTransaction } from '../ledger/index.js';
import type { Round, RoundExtension } from '../rounds/index.js';
import { accept, refuse, type Decision } from '../shared/index.js';

import { openReasons, type FitReason } from './fit.js';
import { heldBy, type Pledge, type PledgeStatus } from './pledge.js';

/** When a pledge was last somebody's word. */
export interface PledgeWord {
  readonly inForceAt: Date | null;
  readonly reconfirmedAt: Date | null;
}

export type ReconfirmReason =
  | FitReason
  | { readonly code: 'NOTHING_TO_RECONFIRM' }
  | { readonly code: 'PLEDGE_CANNOT_CHANGE'; readonly status: PledgeStatus };

/**
 * Whether a pledge was made for an earlier deadline than the round has now, and nobody said since that it stands. Until
 * the earlier deadline it counts as it was made; then it is released.
 */
export function awaitsReconfirmation(
  pledge: Pick<Pledge, 'status'> & PledgeWord,
  extension: RoundExtension | null,
): boolean {
  if (extension === null || pledge.status !== 'PLEDGED' || pledge.inForceAt === null) return false;
  return pledge.inForceAt < extension.at && pledge.reconfirmedAt === null;
}

/** Decides whether a funder may say that its pledge stands for the later deadline. Nothing else about it changes. */
export function reconfirmPledge(
  pledge: Pledge & PledgeWord,
  round: Round,
  extension: RoundExtension | null,
  now: Date,
): Decision<null, ReconfirmReason> {
  const reasons: ReconfirmReason[] = [...openReasons(round, now)];
  if (pledge.status !== 'PLEDGED') reasons.push({ code: 'PLEDGE_CANNOT_CHANGE', status: pledge.status });
  else if (!awaitsReconfirmation(pledge, extension)) reasons.push({ code: 'NOTHING_TO_RECONFIRM' });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

/**
 * What becomes of a pledge at the deadline it was made for, when the round was extended: released if nobody said that it
 * stands. Null: it stays. Its funder may pledge again.
 */
export function lapseAtFirstDeadline(
  pledge: Pledge & PledgeWord,
  extension: RoundExtension | null,
  now: Date,
): { readonly pledge: Pledge; readonly ledger: LedgerTransaction } | null {
  if (extension === null || now < extension.from || !awaitsReconfirmation(pledge, extension)) return null;
  return { pledge: { ...pledge, status: 'RELEASED' }, ledger: pledgeReleased(pledge, heldBy(pledge)) };
}
