import type { LicensedAs, Money } from '../shared/index.js';

/** Licences a funder accepts for one kind of output: SPDX identifiers, or any that is open for that kind. */
export interface AcceptedLicences {
  readonly licensedAs: LicensedAs;
  readonly licences: readonly string[] | 'ANY_OPEN';
}

/** What must be true of the round for a pledge to count. A closed, public list: there are no private conditions. */
export type PledgeCondition =
  | { readonly code: 'MIN_ROUND_TOTAL'; readonly total: Money }
  | { readonly code: 'MIN_FUNDERS'; readonly funders: number }
  | { readonly code: 'MIN_VOTES'; readonly votes: number }
  | { readonly code: 'LIVED_EXPERIENCE_HEARD' }
  | { readonly code: 'NOT_FIRST' }
  | { readonly code: 'MAX_SHARE_OF_TARGET'; readonly percent: number }
  | { readonly code: 'ACCEPTED_LICENCES'; readonly accepted: readonly AcceptedLicences[] }
  | { readonly code: 'RESEARCH_PUBLISHED' }
  | { readonly code: 'OPEN_API' }
  | { readonly code: 'LEAD_VERIFIED' };
