import { currencyOf, fitsPlaces, fitsThemes, type Day, type Mandate, type MandateTerms } from '../mandates/index.js';
import { roomOf, type Round, type RoundStatus } from '../rounds/index.js';
import type { Currency, Money, RoundPurpose, Theme } from '../shared/index.js';

/** What a pledge is held against besides its round and its mandate. */
export interface PledgeFacts {
  /** The database's clock, read after the locks were taken: a transaction that waited does not keep its old time. */
  readonly now: Date;
  readonly ideaThemes: readonly Theme[];
  readonly ideaPlaces: readonly string[];
  /** When the last promised output of the round's agreement is due, in days after the money is agreed. */
  readonly outputsDueAfterDays: number;
}

export type FitReason =
  | { readonly code: 'ROUND_NOT_OPEN'; readonly status: RoundStatus }
  | { readonly code: 'DEADLINE_PASSED'; readonly deadline: Date; readonly now: Date }
  | { readonly code: 'AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'CURRENCY_DIFFERS'; readonly currency: Currency; readonly needed: Currency }
  | { readonly code: 'ROUND_HAS_NO_ROOM'; readonly room: Money; readonly amount: Money }
  | { readonly code: 'MANDATE_CLOSED' }
  | { readonly code: 'MANDATE_BUDGET_EXHAUSTED'; readonly available: Money; readonly amount: Money }
  | { readonly code: 'OUTSIDE_TICKET'; readonly smallest: Money; readonly largest: Money; readonly amount: Money }
  | { readonly code: 'OUTSIDE_PERIOD'; readonly opensOn: Day; readonly closesOn: Day; readonly today: Day }
  | {
      readonly code: 'MANDATE_EXCLUDES_PURPOSE';
      readonly purpose: RoundPurpose;
      readonly purposes: readonly RoundPurpose[];
    }
  | { readonly code: 'MANDATE_EXCLUDES_THEME'; readonly themes: readonly Theme[] }
  | { readonly code: 'MANDATE_EXCLUDES_PLACE'; readonly places: readonly string[] }
  | { readonly code: 'OUTPUTS_DUE_TOO_LATE'; readonly afterDays: number; readonly withinDays: number };

/**
 * Everything in the way of an amount under a mandate in a round. `held` is what the same pledge holds already: a
 * change gives it back before it takes the new amount.
 */
export function fitReasons(
  amount: Money,
  round: Round,
  mandate: Mandate,
  facts: PledgeFacts,
  held: Money | null = null,
): readonly FitReason[] {
  return [...amountReasons(amount, round, mandate, held), ...termReasons(round, mandate, facts)];
}

/**
 * The same for a match: its most has to fit the mandate, and takes no room of the round. What it is worth takes the room
 * that others leave.
 */
export function matchFitReasons(
  most: Money,
  round: Round,
  mandate: Mandate,
  facts: PledgeFacts,
  held: Money | null = null,
): readonly FitReason[] {
  const reasons = fitReasons(most, round, mandate, facts, held);
  return reasons.filter((reason) => reason.code !== 'ROUND_HAS_NO_ROOM');
}

/** The clock's side: a round takes pledges while it is open and its deadline is ahead. */
export function openReasons(round: Round, now: Date): readonly FitReason[] {
  if (round.status !== 'OPEN') return [{ code: 'ROUND_NOT_OPEN', status: round.status }];
  return now >= round.deadline ? [{ code: 'DEADLINE_PASSED', deadline: round.deadline, now }] : [];
}

function amountReasons(amount: Money, round: Round, mandate: Mandate, held: Money | null): readonly FitReason[] {
  const needed = round.target.currency;
  const ofMandate = currencyOf(mandate.terms);
  // Amounts of two currencies have no order, so nothing more can be said about this one.
  const other = [amount.currency, ofMandate].find((currency) => currency !== needed);
  if (other) return [{ code: 'CURRENCY_DIFFERS', currency: other, needed }];
  if (!amount.isPositive) return [{ code: 'AMOUNT_NOT_POSITIVE' }];

  const reasons: FitReason[] = [];
  const back = held ?? amount.minus(amount);
  const room = roomOf(round).plus(back);
  const available = mandate.available.plus(back);
  const { smallestPledge: smallest, largestPledge: largest } = mandate.terms;
  if (amount.isMoreThan(room)) reasons.push({ code: 'ROUND_HAS_NO_ROOM', room, amount });
  if (amount.isMoreThan(available)) reasons.push({ code: 'MANDATE_BUDGET_EXHAUSTED', available, amount });
  if (amount.isLessThan(smallest) || amount.isMoreThan(largest)) {
    reasons.push({ code: 'OUTSIDE_TICKET', smallest, largest, amount });
  }
  return reasons;
}

function termReasons(round: Round, mandate: Mandate, facts: PledgeFacts): readonly FitReason[] {
  const { terms } = mandate;
  const reasons: FitReason[] = [];
  const today = facts.now.toISOString().slice(0, 10);
  if (mandate.status === 'CLOSED') reasons.push({ code: 'MANDATE_CLOSED' });
  if (today < terms.opensOn || today > terms.closesOn) {
    reasons.push({ code: 'OUTSIDE_PERIOD', opensOn: terms.opensOn, closesOn: terms.closesOn, today });
  }
  if (!terms.purposes.includes(round.purpose)) {
    reasons.push({ code: 'MANDATE_EXCLUDES_PURPOSE', purpose: round.purpose, purposes: terms.purposes });
  }
  if (!fitsThemes(terms.themes, facts.ideaThemes)) {
    reasons.push({ code: 'MANDATE_EXCLUDES_THEME', themes: terms.themes });
  }
  if (!fitsPlaces(terms.places, facts.ideaPlaces)) {
    reasons.push({ code: 'MANDATE_EXCLUDES_PLACE', places: terms.places });
  }
  const withinDays = latestDue(terms);
  if (withinDays !== null && facts.outputsDueAfterDays > withinDays) {
    reasons.push({ code: 'OUTPUTS_DUE_TOO_LATE', afterDays: facts.outputsDueAfterDays, withinDays });
  }
  return reasons;
}

function latestDue(terms: MandateTerms): number | null {
  return terms.returnConditions.find((term) => term.code === 'OUTPUTS_DUE')?.withinDays ?? null;
}
