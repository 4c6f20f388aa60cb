import type { Currency } from '../shared/index.js';

import type { ReturnConditionTerm } from './mandate.js';
import type { PledgeCondition } from './pledge-condition.js';

/** What is wrong with the parameter of a condition. */
export type ConditionReason =
  | {
      readonly code: 'CONDITION_OUT_OF_RANGE';
      readonly condition: string;
      readonly least: number;
      readonly most: number;
    }
  | { readonly code: 'CONDITION_NEEDS_LICENCES'; readonly condition: string }
  | { readonly code: 'CONDITION_IN_ANOTHER_CURRENCY'; readonly condition: string; readonly currency: Currency }
  | { readonly code: 'CONDITION_TWICE'; readonly condition: string };

/** Checks the parameters of conditions, and that none is given twice in different words. */
export function conditionReasons(
  conditions: readonly (ReturnConditionTerm | PledgeCondition)[],
  currency: Currency,
): readonly ConditionReason[] {
  const codes = conditions.map((condition) => condition.code);
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  return [
    ...twice.map((condition) => ({ code: 'CONDITION_TWICE', condition }) as const),
    ...conditions.flatMap((condition) => parameterReasons(condition, currency)),
  ];
}

function parameterReasons(
  condition: ReturnConditionTerm | PledgeCondition,
  currency: Currency,
): readonly ConditionReason[] {
  switch (condition.code) {
    case 'MIN_ROUND_TOTAL':
      if (condition.total.currency !== currency) {
        return [{ code: 'CONDITION_IN_ANOTHER_CURRENCY', condition: condition.code, currency }];
      }
      return condition.total.isPositive ? [] : [outOfRange(condition.code, 1, Number.MAX_SAFE_INTEGER)];
    case 'MIN_FUNDERS':
      return within(condition.code, condition.funders, 2, 100);
    case 'MIN_VOTES':
      return within(condition.code, condition.votes, 1, 1_000_000);
    case 'MAX_SHARE_OF_TARGET':
      return within(condition.code, condition.percent, 1, 100);
    case 'OUTPUTS_DUE':
      // Ten years: later than that is no due date.
      return within(condition.code, condition.withinDays, 1, 3650);
    case 'ACCEPTED_LICENCES': {
      const empty = condition.accepted.some(({ licences }) => licences.length === 0);
      return empty || condition.accepted.length === 0
        ? [{ code: 'CONDITION_NEEDS_LICENCES', condition: condition.code }]
        : [];
    }
    case 'LIVED_EXPERIENCE_HEARD':
    case 'NOT_FIRST':
    case 'RESEARCH_PUBLISHED':
    case 'OPEN_API':
    case 'LEAD_VERIFIED':
      return [];
    default:
      return condition satisfies never;
  }
}

function within(condition: string, value: number, least: number, most: number): readonly ConditionReason[] {
  return Number.isInteger(value) && value >= least && value <= most ? [] : [outOfRange(condition, least, most)];
}

function outOfRange(condition: string, least: number, most: number): ConditionReason {
  return { code: 'CONDITION_OUT_OF_RANGE', condition, least, most };
}
