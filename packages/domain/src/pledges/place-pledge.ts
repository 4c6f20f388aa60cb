import { pledgePlaced, type LedgerTransaction } from '../ledger/index.js';
import {
  conditionReasons,
  conditionsOfPledgesUnder,
  type ConditionReason,
  type Mandate,
  type PledgeCondition,
} from '../mandates/index.js';
import type { Round } from '../rounds/index.js';
import {
  accept,
  checkText,
  refuse,
  type CheckedText,
  type Decision,
  type Money,
  type TextFault,
} from '../shared/index.js';

import { needsSecondPerson } from './approval.js';
import { fitReasons, openReasons, type FitReason, type PledgeFacts } from './fit.js';
import { canonicalText, type Pledge, type Signing } from './pledge.js';
import { checkSigning } from './signing.js';

/** What a funder asks for. */
export interface PledgeAsk {
  readonly pledgeId: string;
  readonly amount: Money;
  readonly makerId: string;
  /** Conditions of this pledge besides those of its mandate, from the same closed list. */
  readonly conditions: readonly PledgeCondition[];
  readonly note: string;
  /** Who binds the funder. Null: nobody was named, and whoever made it stands for it. */
  readonly signing: Signing | null;
  /** Two people authorised pledges like this one beforehand, so nobody is asked again. */
  readonly authorisedBefore?: boolean;
}

/** What else decides about a pledge that is placed or changed. */
export interface PlacingFacts extends PledgeFacts {
  readonly organisationThreshold: Money | null;
  /** The funder has a live pledge in this round. */
  readonly hasLivePledge: boolean;
}

/** What a funder writes beside an amount can be wrong like any text and any condition. */
export type PledgeContentReason = TextFault | ConditionReason;

export type PledgeRefusalReason = FitReason | PledgeContentReason | { readonly code: 'ALREADY_PLEDGED' };

export interface PlacedPledge {
  readonly pledge: Pledge;
  /** None while a second person is awaited: an unapproved pledge holds no room and no budget. */
  readonly ledger: LedgerTransaction | null;
}

/**
 * Decides whether a funder may pledge to a round under one of its mandates.
 *
 * Answers with every reason rather than the first: the form shows them together, and someone who mends one problem
 * only to meet the next gives up.
 *
 * The caller must hold locks on the round and the mandate. Without them, two pledges can each be promised the last of
 * the room.
 */
export function placePledge(
  ask: PledgeAsk,
  round: Round,
  mandate: Mandate,
  facts: PlacingFacts,
): Decision<PlacedPledge, PledgeRefusalReason> {
  const reasons: PledgeRefusalReason[] = [...openReasons(round, facts.now)];
  if (facts.hasLivePledge) reasons.push({ code: 'ALREADY_PLEDGED' });
  reasons.push(...fitReasons(ask.amount, round, mandate, facts));
  const note = checkNote(ask.note);
  const signing = checkSigning(ask.signing);
  reasons.push(...note.faults, ...signing.faults, ...conditionReasons(ask.conditions, ask.amount.currency));
  if (reasons.length > 0) return refuse(reasons);

  const waits = !ask.authorisedBefore && needsSecondPerson(ask.amount, thresholdsOf(mandate, facts));
  const pledge: Pledge = {
    id: ask.pledgeId,
    roundId: round.id,
    mandateId: mandate.id,
    mandateVersion: mandate.version,
    funderId: mandate.organisationId,
    status: waits ? 'AWAITING_APPROVAL' : 'PLEDGED',
    amount: ask.amount,
    matching: null,
    conditions: conditionsFor(ask.conditions, mandate),
    note: note.text,
    signing: signing.signing,
    placedAt: facts.now,
    authors: [ask.makerId],
  };
  return accept({ pledge, ledger: waits ? null : pledgePlaced(pledge, pledge.amount) });
}

/** A note is a paragraph to the round, not a contract: conditions come from the list. */
export function checkNote(note: string): CheckedText {
  return checkText(note, ['input', 'note'], { most: 1_000, least: 0, lines: 'many' });
}

export function thresholdsOf(mandate: Mandate, facts: Pick<PlacingFacts, 'organisationThreshold'>) {
  return {
    organisation: facts.organisationThreshold,
    mandate: mandate.terms.approvalThreshold,
    alwaysAsk: mandate.terms.alwaysAskSecondPerson,
  };
}

/** The mandate's conditions always hold; those of the pledge come beside them, never instead of them. */
export function conditionsFor(own: readonly PledgeCondition[], mandate: Mandate): readonly PledgeCondition[] {
  const ofMandate = conditionsOfPledgesUnder(mandate.terms);
  const said = new Set(ofMandate.map(canonicalText));
  return [...ofMandate, ...own.filter((condition) => !said.has(canonicalText(condition)))];
}
