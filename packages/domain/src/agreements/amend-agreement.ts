import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

export const AMENDMENT_ANSWERS = ['AGREES', 'DISSENTS'] as const;
export type AmendmentAnswer = (typeof AMENDMENT_ANSWERS)[number];

export const AMENDMENT_STATUSES = ['OPEN', 'AGREED', 'REFUSED'] as const;
export type AmendmentStatus = (typeof AMENDMENT_STATUSES)[number];

/** What one party says about another version of what was agreed. */
export interface AmendmentAsk {
  readonly agreementId: string;
  readonly organisationId: string;
  readonly answer: AmendmentAnswer;
  readonly reason: string | null;
}

export interface AmendmentFacts {
  readonly roundSucceeded: boolean;
  readonly mayActFor: boolean;
  readonly leadOrganisationId: string;
  /** Organisations whose money is agreed for the round. */
  readonly funders: readonly string[];
  /** The version that the round's promises come from now. */
  readonly presentAgreementId: string;
  /** The other version is of the same idea, signed, and in force. */
  readonly otherIsSigned: boolean;
  /** A proposal that waits, and who agreed to it. */
  readonly open: { readonly agreementId: string; readonly agreed: readonly string[] } | null;
}

export type AmendmentRefusal =
  | { readonly code: 'ROUND_NOT_SUCCEEDED' }
  | { readonly code: 'NOT_A_PARTY' }
  | { readonly code: 'OTHER_VERSION_NOT_SIGNED' }
  | { readonly code: 'ANOTHER_AMENDMENT_WAITS' }
  | { readonly code: 'AMENDMENT_NOT_PROPOSED' }
  | { readonly code: 'AMENDMENT_ANSWERED_BEFORE' }
  | TextFault;

export interface AmendmentStep {
  /** The lead organisation proposes; everybody else answers. */
  readonly proposes: boolean;
  readonly reason: string;
  readonly status: AmendmentStatus;
}

/**
 * Decides what one party's word does to a change of what was agreed after the money was. The lead organisation proposes
 * a version that it has signed; every funder whose money is agreed has to agree; one public dissent ends it.
 *
 * The caller must hold the lock on the round.
 */
export function amendAgreement(ask: AmendmentAsk, facts: AmendmentFacts): Decision<AmendmentStep, AmendmentRefusal> {
  const isLead = ask.organisationId === facts.leadOrganisationId;
  const isFunder = facts.funders.includes(ask.organisationId);
  if (!facts.mayActFor || (!isLead && !isFunder)) return refuse([{ code: 'NOT_A_PARTY' }]);

  const reasons: AmendmentRefusal[] = [];
  if (!facts.roundSucceeded) reasons.push({ code: 'ROUND_NOT_SUCCEEDED' });
  if (!facts.otherIsSigned || ask.agreementId === facts.presentAgreementId) {
    reasons.push({ code: 'OTHER_VERSION_NOT_SIGNED' });
  }
  const { open } = facts;
  const proposes = open === null;
  if (open && open.agreementId !== ask.agreementId) reasons.push({ code: 'ANOTHER_AMENDMENT_WAITS' });
  if (proposes && !isLead) reasons.push({ code: 'AMENDMENT_NOT_PROPOSED' });
  if (open && (!isFunder || open.agreed.includes(ask.organisationId))) {
    reasons.push({ code: 'AMENDMENT_ANSWERED_BEFORE' });
  }
  // A proposal and a dissent are read by everyone who is asked; agreeing needs no reason.
  const least = proposes || ask.answer === 'DISSENTS' ? 1 : 0;
  const { text, faults } = checkText(ask.reason, ['input', 'reason'], { most: 2_000, least, lines: 'many' });
  reasons.push(...faults);
  if (reasons.length > 0) return refuse(reasons);

  if (!proposes && ask.answer === 'DISSENTS') return accept({ proposes, reason: text, status: 'REFUSED' });
  const agreed = new Set([...(open?.agreed ?? []), ...(isFunder ? [ask.organisationId] : [])]);
  const all = facts.funders.every((funder) => agreed.has(funder));
  return accept({ proposes, reason: text, status: all ? 'AGREED' : 'OPEN' });
}
