import type { Mandate } from '../mandates/index.js';
import { roomOf, type Round } from '../rounds/index.js';
import { accept, type Money, refuse, type Decision } from '../shared/index.js';

/** What two people of a funder authorised beforehand: a pledge to every round that fits, within these limits. */
export interface AutomaticRule {
  readonly id: string;
  /** The version of the mandate they authorised. A revision ends it: it is another offer. */
  readonly mandateVersion: number;
  readonly perIdea: Money;
  readonly perMonth: Money;
}

export type AutomaticRuleReason =
  | { readonly code: 'CURRENCY_DIFFERS'; readonly currency: string; readonly needed: string }
  | { readonly code: 'LIMIT_PER_IDEA_NOT_POSITIVE' }
  | { readonly code: 'LIMIT_PER_IDEA_OUTSIDE_TICKET'; readonly smallest: Money; readonly largest: Money }
  | { readonly code: 'LIMIT_PER_MONTH_BELOW_PER_IDEA'; readonly perIdea: Money }
  | { readonly code: 'MANDATE_CLOSED' };

/** Decides whether automatic pledges may be proposed for a mandate. A second person still has to authorise them. */
export function proposeAutomaticPledges(
  mandate: Mandate,
  limits: { readonly perIdea: Money; readonly perMonth: Money },
): Decision<{ readonly mandateVersion: number }, AutomaticRuleReason> {
  const { perIdea, perMonth } = limits;
  const { budget, smallestPledge: smallest, largestPledge: largest } = mandate.terms;
  const other = [perIdea, perMonth].find((limit) => limit.currency !== budget.currency);
  if (other) return refuse([{ code: 'CURRENCY_DIFFERS', currency: other.currency, needed: budget.currency }]);

  const reasons: AutomaticRuleReason[] = [];
  if (mandate.status === 'CLOSED') reasons.push({ code: 'MANDATE_CLOSED' });
  if (!perIdea.isPositive) reasons.push({ code: 'LIMIT_PER_IDEA_NOT_POSITIVE' });
  else if (perIdea.isLessThan(smallest) || perIdea.isMoreThan(largest)) {
    reasons.push({ code: 'LIMIT_PER_IDEA_OUTSIDE_TICKET', smallest, largest });
  }
  if (perMonth.isLessThan(perIdea)) reasons.push({ code: 'LIMIT_PER_MONTH_BELOW_PER_IDEA', perIdea });
  return reasons.length > 0 ? refuse(reasons) : accept({ mandateVersion: mandate.version });
}

/**
 * How much an automatic pledge to a round would be: all that the limits, the budget and the room leave. Null when that
 * is less than the mandate's smallest pledge, when the mandate was revised since, or when the currency is another.
 *
 * @param used what automatic pledges under this rule already hold: for the idea of the round, and in this month.
 */
export function automaticAmount(
  rule: AutomaticRule,
  mandate: Mandate,
  round: Round,
  used: { readonly onIdea: Money; readonly thisMonth: Money },
): Money | null {
  const { smallestPledge, largestPledge } = mandate.terms;
  if (mandate.version !== rule.mandateVersion || round.target.currency !== rule.perIdea.currency) return null;
  const amount = [
    rule.perIdea.minus(used.onIdea),
    rule.perMonth.minus(used.thisMonth),
    largestPledge,
    mandate.available,
    roomOf(round),
  ].reduce((least, limit) => (limit.isLessThan(least) ? limit : least));
  return amount.isPositive && !amount.isLessThan(smallestPledge) ? amount : null;
}
