import type { Money } from '../shared/index.js';

/** Above what amount a second person has to approve. */
export interface ApprovalThresholds {
  readonly organisation: Money | null;
  readonly mandate: Money | null;
  readonly alwaysAsk: boolean;
}

/**
 * The threshold that decides: the lower of the organisation's and the mandate's. `null` when neither has one.
 *
 * An organisation's threshold in another currency cannot be compared, and converting would be guessing: it counts as
 * zero, so that every such pledge is seen by two people.
 */
export function decidingThreshold(amount: Money, thresholds: ApprovalThresholds): Money | null {
  const zero = amount.minus(amount);
  if (thresholds.alwaysAsk) return zero;
  const said = [thresholds.organisation, thresholds.mandate].filter((threshold) => threshold !== null);
  const comparable = said.map((threshold) => (threshold.currency === amount.currency ? threshold : zero));
  return comparable.reduce<Money | null>(
    (lowest, threshold) => (lowest === null || threshold.isLessThan(lowest) ? threshold : lowest),
    null,
  );
}

/** Whether a pledge of this amount needs a second person of its organisation. */
export function needsSecondPerson(amount: Money, thresholds: ApprovalThresholds): boolean {
  const threshold = decidingThreshold(amount, thresholds);
  return threshold !== null && amount.isMoreThan(threshold);
}

/** Why a person cannot approve. */
export type ApprovalReason =
  | { readonly code: 'APPROVER_WROTE_IT' }
  | { readonly code: 'NOT_AN_APPROVER' }
  | { readonly code: 'CONTENT_CHANGED' };

/** Somebody's approval: of what exactly, and what they are in the organisation the pledge is made for. */
export interface Approval {
  readonly personId: string;
  readonly isApprover: boolean;
  /** SHA-256 of the content as the approver read it. */
  readonly contentHash: string;
}

/** Everything that stands between an approval and its effect. Roles do not matter to the first: a person is a person. */
export function approvalReasons(
  approval: Approval,
  content: { readonly authors: readonly string[]; readonly hash: string },
): readonly ApprovalReason[] {
  const reasons: ApprovalReason[] = [];
  if (content.authors.includes(approval.personId)) reasons.push({ code: 'APPROVER_WROTE_IT' });
  if (!approval.isApprover) reasons.push({ code: 'NOT_AN_APPROVER' });
  if (approval.contentHash !== content.hash) reasons.push({ code: 'CONTENT_CHANGED' });
  return reasons;
}
