import { matchingSet, type LedgerTransaction } from '../ledger/index.js';
import type { Mandate } from '../mandates/index.js';
import type { Round } from '../rounds/index.js';
import { accept, Money, refuse, type Decision } from '../shared/index.js';

import { needsSecondPerson } from './approval.js';
import { matchFitReasons, openReasons, type FitReason } from './fit.js';
import { checkNote, conditionsFor, thresholdsOf, type PlacingFacts, type PledgeContentReason } from './place-pledge.js';
import { heldBy, type Matching, type Pledge } from './pledge.js';

/** What a funder promises to add to what others pledge. */
export interface MatchingAsk {
  readonly pledgeId: string;
  readonly matching: Matching;
  readonly makerId: string;
  readonly note: string;
}

export type MatchingReason =
  | FitReason
  | PledgeContentReason
  | { readonly code: 'ALREADY_PLEDGED' }
  | { readonly code: 'MATCH_PERCENT_OUT_OF_RANGE'; readonly percent: number; readonly most: number };

export interface MatchSet {
  readonly pledge: Pledge;
  readonly ledger: LedgerTransaction | null;
}

/** Ten pounds for each is more than anybody means; more is a slip of the hand. */
export const MATCH_PERCENT_MOST = 1_000;

/**
 * Decides whether a funder may match what others pledge to a round, or change the match it has there (`before`).
 *
 * The mandate's budget holds the most of it from now on, so that no later pledge elsewhere can take away what the round
 * counts on; what it is worth is worked out afterwards, among all pledges of the round.
 *
 * The caller must hold locks on the round and the mandate.
 */
export function setMatching(
  ask: MatchingAsk,
  before: Pledge | null,
  round: Round,
  mandate: Mandate,
  facts: PlacingFacts,
): Decision<MatchSet, MatchingReason> {
  const { percent, most } = ask.matching;
  const reasons: MatchingReason[] = [...openReasons(round, facts.now)];
  if (before ? before.matching === null || before.mandateId !== mandate.id : facts.hasLivePledge) {
    reasons.push({ code: 'ALREADY_PLEDGED' });
  }
  if (!Number.isInteger(percent) || percent < 1 || percent > MATCH_PERCENT_MOST) {
    reasons.push({ code: 'MATCH_PERCENT_OUT_OF_RANGE', percent, most: MATCH_PERCENT_MOST });
  }
  const held = before?.status === 'PLEDGED' ? heldBy(before) : null;
  reasons.push(...matchFitReasons(most, round, mandate, facts, held));
  const note = checkNote(ask.note);
  reasons.push(...note.faults);
  if (reasons.length > 0) return refuse(reasons);

  const zero = Money.zero(most.currency);
  const waits = needsSecondPerson(most, thresholdsOf(mandate, facts));
  const pledge: Pledge = {
    id: before?.id ?? ask.pledgeId,
    roundId: round.id,
    mandateId: mandate.id,
    mandateVersion: mandate.version,
    funderId: mandate.organisationId,
    status: waits ? 'AWAITING_APPROVAL' : 'PLEDGED',
    amount: zero,
    matching: { percent, most },
    conditions: conditionsFor([], mandate),
    note: note.text,
    signing: before?.signing ?? null,
    placedAt: before?.placedAt ?? facts.now,
    authors: [...new Set([...(before?.authors ?? []), ask.makerId])],
  };
  return accept({ pledge, ledger: matchingSet(pledge, before ? (held ?? zero) : null, waits ? zero : most) });
}
