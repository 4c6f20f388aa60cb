import type { BudgetLineKind, Currency, Money, RoundPurpose, Theme } from '../shared/index.js';

import type { AcceptedLicences, PledgeCondition } from './pledge-condition.js';

/** A day of the calendar, `2026-03-31`. Periods are days: their last day is wholly inside. */
export type Day = string;

/** What a funder requires back: from the closed, public list, with its parameter. */
export type ReturnConditionTerm =
  | { readonly code: 'ACCEPTED_LICENCES'; readonly accepted: readonly AcceptedLicences[] }
  | { readonly code: 'OPEN_API' }
  | { readonly code: 'RESEARCH_PUBLISHED' }
  | { readonly code: 'OUTPUTS_DUE'; readonly withinDays: number };

/** What a funder declares once: one version of its open offer to fund. */
export interface MandateTerms {
  readonly title: string;
  readonly summary: string;
  /** In what language title and summary are written (BCP 47). */
  readonly language: string;
  readonly themes: readonly Theme[];
  /** Empty: anywhere. */
  readonly places: readonly string[];
  /** Empty: anyone. */
  readonly peopleServed: string;
  readonly budget: Money;
  readonly smallestPledge: Money;
  readonly largestPledge: Money;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly purposes: readonly RoundPurpose[];
  readonly pays: readonly BudgetLineKind[];
  readonly returnConditions: readonly ReturnConditionTerm[];
  readonly pledgeConditions: readonly PledgeCondition[];
  /** Above it a second person has to approve. The organisation's own threshold holds too; the lower one decides. */
  readonly approvalThreshold: Money | null;
  /** Every pledge needs a second person, whatever its amount. */
  readonly alwaysAskSecondPerson: boolean;
}

export const MANDATE_STATUSES = ['PUBLISHED', 'CLOSED'] as const;
export type MandateStatus = (typeof MANDATE_STATUSES)[number];

/** A mandate as rules see it: its terms now, and what of its budget no pledge holds. */
export interface Mandate {
  readonly id: string;
  readonly organisationId: string;
  readonly status: MandateStatus;
  readonly version: number;
  readonly terms: MandateTerms;
  readonly available: Money;
}

/**
 * The conditions that a pledge under these terms carries: those on the round, and those on what comes back, so that
 * both are judged together while the round is open and at its close.
 */
export function conditionsOfPledgesUnder(terms: MandateTerms): readonly PledgeCondition[] {
  const ofReturns = terms.returnConditions.filter((term) => term.code !== 'OUTPUTS_DUE');
  const said = new Set(ofReturns.map((term) => term.code as string));
  return [...ofReturns, ...terms.pledgeConditions.filter((condition) => !said.has(condition.code))];
}

/** A mandate's currency is its budget's. */
export function currencyOf(terms: MandateTerms): Currency {
  return terms.budget.currency;
}
