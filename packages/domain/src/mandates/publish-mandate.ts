import {
  accept,
  BUDGET_LINE_KINDS,
  isCurrency,
  MAX_MINOR_UNITS,
  Money,
  refuse,
  ROUND_PURPOSES,
  THEMES,
  type BudgetLineKind,
  type Decision,
  type RoundPurpose,
  type Theme,
} from '../shared/index.js';

import { conditionReasons, type ConditionReason } from './condition-terms.js';
import type { Day, Mandate, MandateTerms, ReturnConditionTerm } from './mandate.js';
import type { PledgeCondition } from './pledge-condition.js';

/**
 * What a funder fills in. Seven fields are required (with the organisation that speaks); everything else has the
 * default said beside it, because a form of thirty fields is the reason standing offers are never written down.
 */
export interface MandateDraft {
  readonly title: string;
  readonly themes: readonly Theme[];
  readonly currency: string;
  readonly budget: bigint;
  readonly largestPledge: bigint;
  readonly closesOn: Day;
  /** Default: none. */
  readonly summary?: string;
  /** Default: `en`. */
  readonly language?: string;
  /** Default: anywhere. */
  readonly places?: readonly string[];
  /** Default: anyone. */
  readonly peopleServed?: string;
  /** Default: one minor unit, so any amount up to the largest. */
  readonly smallestPledge?: bigint;
  /** Default: the day it is published. */
  readonly opensOn?: Day;
  /** Default: all of them. */
  readonly purposes?: readonly RoundPurpose[];
  /** Default: every kind of budget line. */
  readonly pays?: readonly BudgetLineKind[];
  /** Default: any open licence, for every kind of output. */
  readonly returnConditions?: readonly ReturnConditionTerm[];
  /** Default: none. */
  readonly pledgeConditions?: readonly PledgeCondition[];
  /** Default: the organisation's. */
  readonly approvalThreshold?: bigint | null;
  /** Default: false. */
  readonly alwaysAskSecondPerson?: boolean;
}

export type MandateReason =
  | { readonly code: 'TITLE_MISSING' }
  | { readonly code: 'TITLE_TOO_LONG'; readonly length: number; readonly most: number }
  | { readonly code: 'THEMES_MISSING' }
  | { readonly code: 'CURRENCY_UNKNOWN'; readonly currency: string }
  | { readonly code: 'BUDGET_NOT_POSITIVE' }
  | { readonly code: 'BUDGET_TOO_LARGE' }
  | { readonly code: 'SMALLEST_PLEDGE_NOT_POSITIVE' }
  | { readonly code: 'TICKET_RANGE_EMPTY'; readonly smallest: Money; readonly largest: Money }
  | { readonly code: 'LARGEST_PLEDGE_ABOVE_BUDGET'; readonly largest: Money; readonly budget: Money }
  | { readonly code: 'DAY_NOT_A_DATE'; readonly field: 'opensOn' | 'closesOn'; readonly typed: string }
  | { readonly code: 'PERIOD_EMPTY'; readonly opensOn: Day; readonly closesOn: Day }
  | { readonly code: 'PERIOD_OVER'; readonly closesOn: Day; readonly today: Day }
  | { readonly code: 'PURPOSES_MISSING' }
  | { readonly code: 'BUDGET_LINES_MISSING' }
  | { readonly code: 'APPROVAL_THRESHOLD_NEGATIVE' }
  | { readonly code: 'BUDGET_BELOW_WHAT_IS_DRAWN'; readonly drawn: Money }
  | { readonly code: 'CURRENCY_CANNOT_CHANGE'; readonly currency: string }
  | { readonly code: 'MANDATE_CLOSED' }
  | ConditionReason;

/** A mandate's text: short enough for a card, long enough for a sentence. */
export const MANDATE_TITLE_MOST = 120;

/** Accepts any open licence for each kind of output: what a mandate asks for when it says nothing else. */
export const ANY_OPEN_LICENCE: ReturnConditionTerm = {
  code: 'ACCEPTED_LICENCES',
  accepted: [
    { licensedAs: 'software', licences: 'ANY_OPEN' },
    { licensedAs: 'data', licences: 'ANY_OPEN' },
    { licensedAs: 'content', licences: 'ANY_OPEN' },
  ],
};

/**
 * Decides whether a draft can be published as a mandate. The ledger sets its budget when it hears of it, in the same
 * transaction.
 */
export function publishMandate(draft: MandateDraft, today: Day): Decision<MandateTerms, MandateReason> {
  return termsOf(draft, today);
}

/**
 * Decides whether a mandate may be revised. What was pledged stays under the version it was pledged under; the
 * currency never changes, and the budget never falls below what is drawn from it.
 *
 * The caller must hold the lock on the mandate: a pledge could draw meanwhile what the new budget takes away.
 */
export function reviseMandate(
  mandate: Mandate,
  draft: MandateDraft,
  today: Day,
): Decision<MandateTerms, MandateReason> {
  const reasons: MandateReason[] = [];
  if (mandate.status === 'CLOSED') reasons.push({ code: 'MANDATE_CLOSED' });
  const { budget } = mandate.terms;
  if (draft.currency !== budget.currency) reasons.push({ code: 'CURRENCY_CANNOT_CHANGE', currency: budget.currency });
  const drawn = budget.minus(mandate.available);
  if (draft.budget < drawn.minorUnits) reasons.push({ code: 'BUDGET_BELOW_WHAT_IS_DRAWN', drawn });

  const checked = termsOf(draft, today);
  if (!checked.ok) reasons.push(...checked.reasons);
  if (reasons.length > 0 || !checked.ok) return refuse(reasons);

  return checked;
}

/** Decides whether a mandate may be closed to new pledges. What was pledged under it stays. */
export function closeMandate(mandate: Mandate): Decision<{ readonly status: 'CLOSED' }, MandateReason> {
  if (mandate.status === 'CLOSED') return refuse([{ code: 'MANDATE_CLOSED' }]);
  return accept({ status: 'CLOSED' });
}

function termsOf(draft: MandateDraft, today: Day): Decision<MandateTerms, MandateReason> {
  const reasons: MandateReason[] = [...textReasons(draft), ...periodReasons(draft, today)];
  if (!isCurrency(draft.currency)) {
    return refuse([...reasons, { code: 'CURRENCY_UNKNOWN', currency: draft.currency }]);
  }

  const { currency } = draft;
  const money = (minorUnits: bigint) => Money.of(minorUnits, currency);
  const budget = money(draft.budget);
  const smallestPledge = money(draft.smallestPledge ?? 1n);
  const largestPledge = money(draft.largestPledge);
  const returnConditions = draft.returnConditions ?? [ANY_OPEN_LICENCE];
  const pledgeConditions = draft.pledgeConditions ?? [];

  if (!budget.isPositive) reasons.push({ code: 'BUDGET_NOT_POSITIVE' });
  if (budget.minorUnits > MAX_MINOR_UNITS) reasons.push({ code: 'BUDGET_TOO_LARGE' });
  if (!smallestPledge.isPositive) reasons.push({ code: 'SMALLEST_PLEDGE_NOT_POSITIVE' });
  if (largestPledge.isLessThan(smallestPledge)) {
    reasons.push({ code: 'TICKET_RANGE_EMPTY', smallest: smallestPledge, largest: largestPledge });
  }
  if (largestPledge.isMoreThan(budget)) {
    reasons.push({ code: 'LARGEST_PLEDGE_ABOVE_BUDGET', largest: largestPledge, budget });
  }
  if ((draft.approvalThreshold ?? 0n) < 0n) reasons.push({ code: 'APPROVAL_THRESHOLD_NEGATIVE' });
  reasons.push(...conditionReasons([...returnConditions, ...pledgeConditions], currency));
  if (reasons.length > 0) return refuse(reasons);

  return accept({
    title: draft.title.trim(),
    summary: draft.summary?.trim() ?? '',
    language: draft.language ?? 'en',
    themes: draft.themes,
    places: draft.places ?? [],
    peopleServed: draft.peopleServed?.trim() ?? '',
    budget,
    smallestPledge,
    largestPledge,
    opensOn: draft.opensOn ?? today,
    closesOn: draft.closesOn,
    purposes: draft.purposes ?? ROUND_PURPOSES,
    pays: draft.pays ?? BUDGET_LINE_KINDS,
    returnConditions,
    pledgeConditions,
    approvalThreshold: draft.approvalThreshold == null ? null : money(draft.approvalThreshold),
    alwaysAskSecondPerson: draft.alwaysAskSecondPerson ?? false,
  });
}

function textReasons(draft: MandateDraft): readonly MandateReason[] {
  const reasons: MandateReason[] = [];
  const { length } = draft.title.trim();
  if (length === 0) reasons.push({ code: 'TITLE_MISSING' });
  if (length > MANDATE_TITLE_MOST) reasons.push({ code: 'TITLE_TOO_LONG', length, most: MANDATE_TITLE_MOST });
  if (draft.themes.every((theme) => !THEMES.includes(theme))) reasons.push({ code: 'THEMES_MISSING' });
  if (draft.purposes?.length === 0) reasons.push({ code: 'PURPOSES_MISSING' });
  if (draft.pays?.length === 0) reasons.push({ code: 'BUDGET_LINES_MISSING' });
  return reasons;
}

function periodReasons(draft: MandateDraft, today: Day): readonly MandateReason[] {
  const opensOn = draft.opensOn ?? today;
  const days = { opensOn, closesOn: draft.closesOn };
  const wrong = (['opensOn', 'closesOn'] as const).filter((field) => !isDay(days[field]));
  if (wrong.length > 0) return wrong.map((field) => ({ code: 'DAY_NOT_A_DATE', field, typed: days[field] }));
  if (draft.closesOn < today) return [{ code: 'PERIOD_OVER', closesOn: draft.closesOn, today }];
  return draft.closesOn < opensOn ? [{ code: 'PERIOD_EMPTY', opensOn, closesOn: draft.closesOn }] : [];
}

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
