import { pledgeChanged, pledgeWithdrawn, type LedgerTransaction } from '../ledger/index.js';
import { conditionReasons, type Mandate, type PledgeCondition } from '../mandates/index.js';
import type { Round } from '../rounds/index.js';
import { accept, refuse, type Decision, type Money } from '../shared/index.js';

import { needsSecondPerson } from './approval.js';
import { fitReasons, openReasons, type FitReason } from './fit.js';
import { checkNote, conditionsFor, thresholdsOf, type PlacingFacts, type PledgeContentReason } from './place-pledge.js';
import { heldBy, type Pledge, type PledgeStatus, type Signing } from './pledge.js';
import { checkSigning } from './signing.js';

/** What a pledge shall be from now on. */
export interface PledgeChange {
  readonly amount: Money;
  readonly conditions: readonly PledgeCondition[];
  readonly note: string;
  readonly signing: Signing | null;
  readonly editorId: string;
}

export type ChangePledgeReason =
  | FitReason
  | PledgeContentReason
  | { readonly code: 'PLEDGE_CANNOT_CHANGE'; readonly status: PledgeStatus }
  | { readonly code: 'PLEDGE_IS_A_MATCH' };

export interface ChangedPledge {
  readonly pledge: Pledge;
  readonly ledger: LedgerTransaction | null;
}

/**
 * Decides whether a funder may change its pledge while the round is open. It is held against the mandate as it is now,
 * because a change is a new word; approvals given before are void.
 *
 * A change that needs a second person gives the room back until it is approved: what was approved was another content,
 * and an unapproved one holds nothing.
 *
 * The caller must hold locks on the round and the mandate.
 */
export function changePledge(
  pledge: Pledge,
  change: PledgeChange,
  round: Round,
  mandate: Mandate,
  facts: PlacingFacts,
): Decision<ChangedPledge, ChangePledgeReason> {
  const reasons: ChangePledgeReason[] = [];
  const isHeld = pledge.status === 'PLEDGED';
  if (!isHeld && pledge.status !== 'AWAITING_APPROVAL') {
    reasons.push({ code: 'PLEDGE_CANNOT_CHANGE', status: pledge.status });
  }
  if (pledge.matching) reasons.push({ code: 'PLEDGE_IS_A_MATCH' });
  reasons.push(...openReasons(round, facts.now));
  reasons.push(...fitReasons(change.amount, round, mandate, facts, isHeld ? pledge.amount : null));
  const note = checkNote(change.note);
  const signing = checkSigning(change.signing);
  reasons.push(...note.faults, ...signing.faults, ...conditionReasons(change.conditions, change.amount.currency));
  if (reasons.length > 0) return refuse(reasons);

  const waits = needsSecondPerson(change.amount, thresholdsOf(mandate, facts));
  const changed: Pledge = {
    ...pledge,
    mandateVersion: mandate.version,
    status: waits ? 'AWAITING_APPROVAL' : 'PLEDGED',
    amount: change.amount,
    conditions: conditionsFor(change.conditions, mandate),
    note: note.text,
    signing: signing.signing,
    authors: [...new Set([...pledge.authors, change.editorId])],
  };
  const zero = pledge.amount.minus(pledge.amount);
  return accept({
    pledge: changed,
    ledger: pledgeChanged(pledge, isHeld ? pledge.amount : zero, waits ? zero : changed.amount),
  });
}

export type WithdrawPledgeReason =
  | FitReason
  | { readonly code: 'PLEDGE_CANNOT_BE_WITHDRAWN'; readonly status: PledgeStatus };

/**
 * Decides whether a funder may withdraw. Only while the round is open: after its deadline others count on it.
 * One that awaits approval can be withdrawn until the round is closed, because nobody counts on it yet.
 */
export function withdrawPledge(pledge: Pledge, round: Round, now: Date): Decision<ChangedPledge, WithdrawPledgeReason> {
  const reasons: WithdrawPledgeReason[] = [];
  if (pledge.status !== 'PLEDGED' && pledge.status !== 'AWAITING_APPROVAL') {
    reasons.push({ code: 'PLEDGE_CANNOT_BE_WITHDRAWN', status: pledge.status });
  }
  if (pledge.status !== 'AWAITING_APPROVAL') reasons.push(...openReasons(round, now));
  if (reasons.length > 0) return refuse(reasons);

  return accept({
    pledge: { ...pledge, status: 'WITHDRAWN' },
    ledger: pledge.status === 'PLEDGED' ? pledgeWithdrawn(pledge, heldBy(pledge)) : null,
  });
}
