import { isAuthor, type Idea } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { LicenceVerdictWord } from '../shared/vocabulary.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { MAX_MINOR_UNITS, type Currency } from '../shared/money.js';
import type { OfferPrice } from './offer-reuse.js';
import { REUSE_LIMITS, STAGES_WITH_REUSE, type ReuseOffer, type ReuseOfferStatus } from './reuse-offer.js';

type AnswerRefusal =
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'REUSE_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'OFFER_NOT_OPEN'; readonly status: ReuseOfferStatus };

export type MayAnswerRefusal = AnswerRefusal;

/** Whether a person may answer an offer now, before what they answer is known. */
export function mayAnswerOffer(offer: ReuseOffer, idea: Idea, personId: string): Decision<true, MayAnswerRefusal> {
  const reasons = standing(offer, idea, personId);
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}

export interface AcceptOfferAsk {
  /** The licence verdict as it stood on the page of the person who accepts. */
  readonly verdictSeen: LicenceVerdictWord;
  /** Why it is right to go ahead although the licence does not fit, or nobody could say. Public. */
  readonly reason: string | null;
}

/** The verdict as it is now. */
export interface OfferVerdict {
  readonly verdict: LicenceVerdictWord;
  /** A sentence for a person. */
  readonly reason: string;
}

/** The budget of an idea as it stands; null while nobody wrote one. */
export interface IdeaBudget {
  readonly currency: Currency;
  readonly lines: number;
  readonly mostLines: number;
  readonly total: bigint;
}

export type AcceptOfferRefusal =
  | AnswerRefusal
  | { readonly code: 'PRICE_IN_ANOTHER_CURRENCY'; readonly offered: Currency; readonly budget: Currency }
  | { readonly code: 'BUDGET_FULL'; readonly most: number }
  | { readonly code: 'BUDGET_TOO_LARGE' }
  | TextFault
  | { readonly code: 'VERDICT_CHANGED'; readonly seen: LicenceVerdictWord; readonly now: OfferVerdict }
  | { readonly code: 'REASON_FOR_LICENCE_MISSING'; readonly now: OfferVerdict; readonly path: readonly string[] };

/**
 * Decides whether an offer is accepted, by an author of the idea.
 *
 * Nobody accepts a licence they were not shown: the verdict the person saw has to be the one there is, and unless
 * it is a yes the person says in public why they go ahead. Unknown never means yes. What the offer costs has to fit
 * the idea's budget, because accepting it adds the lines: a promise to pay is never left out of what funders read.
 */
export function acceptReuseOffer(
  ask: AcceptOfferAsk,
  offer: ReuseOffer,
  idea: Idea,
  personId: string,
  now: OfferVerdict,
  costs: { readonly price: OfferPrice | null; readonly budget: IdeaBudget | null } = { price: null, budget: null },
): Decision<{ readonly reason: string; readonly verdict: LicenceVerdictWord }, AcceptOfferRefusal> {
  const reasons: AcceptOfferRefusal[] = standing(offer, idea, personId);
  const path = ['input', 'reason'];
  const checked = checkText(ask.reason, path, { most: REUSE_LIMITS.reason, least: 0, lines: 'many' });
  reasons.push(...checked.faults);
  if (ask.verdictSeen !== now.verdict) reasons.push({ code: 'VERDICT_CHANGED', seen: ask.verdictSeen, now });
  else if (now.verdict !== 'SATISFIES' && checked.text === '') {
    reasons.push({ code: 'REASON_FOR_LICENCE_MISSING', now, path });
  }
  reasons.push(...doesNotFitBudget(costs.price, costs.budget));
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: checked.text, verdict: now.verdict });
}

export type DeclineOfferRefusal = AnswerRefusal | TextFault;

/** Decides a no, by an author of the idea. It has a reason: somebody took the trouble of offering. */
export function declineReuseOffer(
  reason: string,
  offer: ReuseOffer,
  idea: Idea,
  personId: string,
): Decision<{ readonly reason: string }, DeclineOfferRefusal> {
  const checked = checkText(reason, ['input', 'reason'], { most: REUSE_LIMITS.reason, lines: 'many' });
  const reasons: DeclineOfferRefusal[] = [...standing(offer, idea, personId), ...checked.faults];
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: checked.text });
}

export type WithdrawOfferRefusal =
  | { readonly code: 'NOT_YOUR_OFFER' }
  | { readonly code: 'OFFER_NOT_OPEN'; readonly status: ReuseOfferStatus };

/** Decides whether an offer is taken back: by who made it, or by the organisation it was made for, while it waits. */
export function withdrawReuseOffer(
  offer: ReuseOffer,
  personId: string,
  organisationsHeld: readonly string[],
): Decision<true, WithdrawOfferRefusal> {
  const reasons: WithdrawOfferRefusal[] = [];
  const forTheirs = offer.organisationId !== null && organisationsHeld.includes(offer.organisationId);
  if (offer.offeredById !== personId && !forTheirs) reasons.push({ code: 'NOT_YOUR_OFFER' });
  if (offer.status !== 'PROPOSED') reasons.push({ code: 'OFFER_NOT_OPEN', status: offer.status });
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}

function standing(offer: ReuseOffer, idea: Idea, personId: string): AnswerRefusal[] {
  const reasons: AnswerRefusal[] = [];
  if (!isAuthor(idea, personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (!STAGES_WITH_REUSE.includes(idea.stage)) reasons.push({ code: 'REUSE_CLOSED', stage: idea.stage });
  if (offer.status !== 'PROPOSED') reasons.push({ code: 'OFFER_NOT_OPEN', status: offer.status });
  return reasons;
}

function doesNotFitBudget(price: OfferPrice | null, budget: IdeaBudget | null): AcceptOfferRefusal[] {
  if (price === null || budget === null) return [];
  const reasons: AcceptOfferRefusal[] = [];
  const added = [price.adaptationFee, price.maintenance].filter((amount) => amount !== null);
  if (price.currency !== budget.currency) {
    reasons.push({ code: 'PRICE_IN_ANOTHER_CURRENCY', offered: price.currency, budget: budget.currency });
  }
  if (budget.lines + added.length > budget.mostLines) reasons.push({ code: 'BUDGET_FULL', most: budget.mostLines });
  if (added.reduce((sum, amount) => sum + amount, budget.total) > MAX_MINOR_UNITS) {
    reasons.push({ code: 'BUDGET_TOO_LARGE' });
  }
  return reasons;
}
