import { accept, refuse, type Decision } from '../shared/decision.js';

import type { PromisedOutput, AgreementStatus } from './agreement.js';

export interface SignAgreementFacts {
  readonly status: AgreementStatus;
  /** How often this draft was saved, when the signer read it and now: a draft changes without a new version. */
  readonly revisionRead: number;
  readonly revision: number;
  readonly leadOrganisationId: string | null;
  /** For whom the person signs. */
  readonly organisationId: string;
  readonly isAdminThere: boolean;
  /** While funders pledge under the signed version it must not change beneath them. */
  readonly roundIsOpen: boolean;
  readonly outputs: readonly Pick<PromisedOutput, 'title' | 'dueOn'>[];
  readonly today: string;
}

export type SignAgreementRefusal =
  | { readonly code: 'AGREEMENT_NOT_A_DRAFT'; readonly status: AgreementStatus }
  | { readonly code: 'AGREEMENT_CHANGED' }
  | { readonly code: 'LEAD_NOT_CHOSEN' }
  | { readonly code: 'NOT_THE_LEAD_ORGANISATION' }
  | { readonly code: 'NOT_AN_ADMIN' }
  | { readonly code: 'ROUND_IS_OPEN' }
  | { readonly code: 'OUTPUT_DUE_DATE_PASSED'; readonly title: string; readonly dueOn: string };

/**
 * Decides whether somebody signs a commons agreement for the lead organisation.
 *
 * What is signed is what was read: a draft saved again in the meantime has to be read again.
 */
export function signCommonsAgreement(
  facts: SignAgreementFacts,
): Decision<{ readonly status: 'SIGNED'; readonly signedForOrganisationId: string }, SignAgreementRefusal> {
  const reasons: SignAgreementRefusal[] = [];
  if (facts.status !== 'DRAFT') reasons.push({ code: 'AGREEMENT_NOT_A_DRAFT', status: facts.status });
  if (facts.revisionRead !== facts.revision) reasons.push({ code: 'AGREEMENT_CHANGED' });
  if (facts.leadOrganisationId === null) reasons.push({ code: 'LEAD_NOT_CHOSEN' });
  else if (facts.leadOrganisationId !== facts.organisationId) reasons.push({ code: 'NOT_THE_LEAD_ORGANISATION' });
  if (!facts.isAdminThere) reasons.push({ code: 'NOT_AN_ADMIN' });
  if (facts.roundIsOpen) reasons.push({ code: 'ROUND_IS_OPEN' });
  for (const { title, dueOn } of facts.outputs) {
    if (dueOn !== null && dueOn < facts.today) reasons.push({ code: 'OUTPUT_DUE_DATE_PASSED', title, dueOn });
  }
  if (reasons.length > 0) return refuse(reasons);
  return accept({ status: 'SIGNED', signedForOrganisationId: facts.organisationId });
}
