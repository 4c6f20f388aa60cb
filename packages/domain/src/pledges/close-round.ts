import { pledgeCommitted, pledgeReleased, type LedgerTransaction } from '../ledger/index.js';
import { closingWindowEnds, type Round, type RoundStatus } from '../rounds/index.js';
import { accept, refuse, type Decision, type Money } from '../shared/index.js';

import { resolveConditions, type Resolution, type RoundSurroundings } from './conditions.js';
import { heldBy, type Pledge } from './pledge.js';

/** Who closes: the deadline; the lead organisation early; or the lead organisation giving the round up. */
export type ClosedBy = 'DEADLINE' | 'LEAD' | 'LEAD_GIVING_UP';

export type CloseRoundReason =
  | { readonly code: 'ROUND_ALREADY_CLOSED'; readonly status: RoundStatus }
  | { readonly code: 'DEADLINE_AHEAD'; readonly deadline: Date }
  | { readonly code: 'TARGET_NOT_REACHED'; readonly pledged: Money; readonly target: Money }
  | { readonly code: 'CONDITIONS_NOT_MET_YET'; readonly counting: Money; readonly minimum: Money };

/** What becomes of one pledge, with the transfer that records it. */
export interface PledgeOutcome {
  readonly pledge: Pledge;
  readonly ledger: LedgerTransaction | null;
}

/** What closing a round does. `CLOSING` moves nothing: approvals already asked for may finish first. */
export type ClosedRound =
  | { readonly status: 'CLOSING'; readonly until: Date }
  | {
      readonly status: 'SUCCEEDED' | 'FAILED';
      readonly committed: Money;
      readonly outcomes: readonly PledgeOutcome[];
      readonly resolution: Resolution;
    };

/**
 * Closes a round: resolves the conditions of its pledges, and turns those that count into commitments if they reach
 * the minimum, or releases all.
 *
 * The caller must hold locks on the idea, the round and the mandates of its pledges, in this order, and give every
 * pledge that is PLEDGED or AWAITING_APPROVAL.
 */
export function closeFundingRound(
  round: Round,
  pledges: readonly Pledge[],
  around: RoundSurroundings,
  by: ClosedBy,
  now: Date,
): Decision<ClosedRound, CloseRoundReason> {
  if (round.status !== 'OPEN' && round.status !== 'CLOSING') {
    return refuse([{ code: 'ROUND_ALREADY_CLOSED', status: round.status }]);
  }

  const inForce = pledges.filter((pledge) => pledge.status === 'PLEDGED');
  const resolution = resolveConditions(inForce, around);
  const reasons = timeReasons(round, resolution, by, now);
  if (reasons.length > 0) return refuse(reasons);

  const awaited = pledges.some((pledge) => pledge.status === 'AWAITING_APPROVAL');
  const until = closingWindowEnds(round.deadline);
  if (by === 'DEADLINE' && awaited && now < until) return accept({ status: 'CLOSING', until });

  const succeeded = by !== 'LEAD_GIVING_UP' && !resolution.total.isLessThan(round.minimum);
  const worth = succeeded ? resolution.amounts : new Map<string, Money>();
  return accept({
    status: succeeded ? 'SUCCEEDED' : 'FAILED',
    committed: succeeded ? resolution.total : round.target.minus(round.target),
    outcomes: pledges.map((pledge) => outcome(pledge, worth.get(pledge.id) ?? null)),
    resolution,
  });
}

function timeReasons(round: Round, resolution: Resolution, by: ClosedBy, now: Date): readonly CloseRoundReason[] {
  if (by === 'LEAD_GIVING_UP') return [];
  if (by === 'DEADLINE') {
    return now < round.deadline ? [{ code: 'DEADLINE_AHEAD', deadline: round.deadline }] : [];
  }
  const reasons: CloseRoundReason[] = [];
  if (round.pledged.isLessThan(round.target)) {
    reasons.push({ code: 'TARGET_NOT_REACHED', pledged: round.pledged, target: round.target });
  }
  // Closing early must not fail a round that still has time to meet what its funders ask for.
  if (resolution.total.isLessThan(round.minimum)) {
    reasons.push({ code: 'CONDITIONS_NOT_MET_YET', counting: resolution.total, minimum: round.minimum });
  }
  return reasons;
}

/** @param worth what it comes to; null when it does not count. A match that found nothing to match comes to nothing. */
function outcome(pledge: Pledge, worth: Money | null): PledgeOutcome {
  if (pledge.status === 'AWAITING_APPROVAL') return { pledge: { ...pledge, status: 'LAPSED' }, ledger: null };
  const held = heldBy(pledge);
  return worth?.isPositive
    ? {
        pledge: { ...pledge, status: 'COMMITTED', amount: worth },
        ledger: pledgeCommitted(pledge, worth, held.minus(worth)),
      }
    : { pledge: { ...pledge, status: 'RELEASED' }, ledger: pledgeReleased(pledge, held) };
}
