import { pledgePlaced } from '../ledger/index.js';
import type { Mandate } from '../mandates/index.js';
import { closingWindowEnds, type Round } from '../rounds/index.js';
import { accept, refuse, type Decision } from '../shared/index.js';

import { approvalReasons, type Approval, type ApprovalReason } from './approval.js';
import { fitReasons, matchFitReasons, type FitReason, type PledgeFacts } from './fit.js';
import type { PlacedPledge } from './place-pledge.js';
import { heldBy, type Pledge, type PledgeStatus } from './pledge.js';

export type ApprovePledgeReason =
  | FitReason
  | ApprovalReason
  | { readonly code: 'PLEDGE_NOT_AWAITING_APPROVAL'; readonly status: PledgeStatus };

/**
 * Decides whether a second person may approve a pledge, which then takes its room and its budget. Both may be gone by
 * now: an unapproved pledge holds nothing.
 *
 * After the deadline only pledges placed before it can be approved, until the closing window ends.
 *
 * The caller must hold locks on the round and the mandate, and give the mandate in the version of the pledge.
 */
export function approvePledge(
  pledge: Pledge,
  approval: Approval,
  contentHash: string,
  round: Round,
  mandate: Mandate,
  facts: PledgeFacts,
): Decision<PlacedPledge, ApprovePledgeReason> {
  const reasons: ApprovePledgeReason[] = [];
  if (pledge.status !== 'AWAITING_APPROVAL') {
    reasons.push({ code: 'PLEDGE_NOT_AWAITING_APPROVAL', status: pledge.status });
  }
  reasons.push(...approvalReasons(approval, { authors: pledge.authors, hash: contentHash }));
  reasons.push(...approvalTimeReasons(pledge, round, facts.now));
  const fit = pledge.matching ? matchFitReasons : fitReasons;
  reasons.push(...fit(heldBy(pledge), round, mandate, facts));
  if (reasons.length > 0) return refuse(reasons);

  return accept({ pledge: { ...pledge, status: 'PLEDGED' }, ledger: pledgePlaced(pledge, heldBy(pledge)) });
}

/** Decides whether a second person may decline a pledge. Nothing was held, so nothing moves. */
export function declinePledge(
  pledge: Pledge,
  approval: Approval,
  contentHash: string,
): Decision<Pledge, ApprovePledgeReason> {
  const reasons: ApprovePledgeReason[] = [];
  if (pledge.status !== 'AWAITING_APPROVAL') {
    reasons.push({ code: 'PLEDGE_NOT_AWAITING_APPROVAL', status: pledge.status });
  }
  reasons.push(...approvalReasons(approval, { authors: pledge.authors, hash: contentHash }));
  return reasons.length > 0 ? refuse(reasons) : accept({ ...pledge, status: 'DECLINED' });
}

function approvalTimeReasons(pledge: Pledge, round: Round, now: Date): readonly FitReason[] {
  if (round.status !== 'OPEN' && round.status !== 'CLOSING') return [{ code: 'ROUND_NOT_OPEN', status: round.status }];
  const inTime = pledge.placedAt < round.deadline && now < closingWindowEnds(round.deadline);
  return inTime ? [] : [{ code: 'DEADLINE_PASSED', deadline: round.deadline, now }];
}
