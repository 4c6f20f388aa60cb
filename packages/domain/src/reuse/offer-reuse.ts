import { accept, refuse, type Decision } from '../shared/decision.js';
import { isCurrency, MAX_MINOR_UNITS, type Currency } from '../shared/money.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { REUSE_LIMITS, STAGES_WITH_REUSE, type ReuseOffer } from './reuse-offer.js';

/** Two answers are required: what it covers and what is missing. */
export interface OfferReuseAsk {
  /** A named part of the component; empty for all of it. */
  readonly part: string | null;
  readonly covers: string;
  readonly missing: string;
  readonly effort: string | null;
  readonly saves: string | null;
  /** What its owner would be paid for adapting it, in minor units; absent: nothing. */
  readonly adaptationFee?: bigint | null;
  /** What looking after it costs once the project has handed over, in minor units; absent: nothing. */
  readonly maintenance?: bigint | null;
  /** ISO 4217, of both amounts. */
  readonly currency?: string | null;
  readonly organisationId: string | null;
}

/** What accepting an offer adds to the budget of an idea. */
export interface OfferPrice {
  readonly currency: Currency;
  readonly adaptationFee: bigint | null;
  readonly maintenance: bigint | null;
}

export interface OfferReuseFacts {
  readonly stage: IdeaStage;
  readonly personId: string;
  readonly organisationsHeld: readonly string[];
  /** The offer of the same part that waits or was accepted already. */
  readonly standing: ReuseOffer | null;
}

export type OfferReuseRefusal =
  | TextFault
  | { readonly code: 'REUSE_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'AMOUNT_NOT_POSITIVE'; readonly path: readonly string[] }
  | { readonly code: 'AMOUNT_TOO_LARGE'; readonly path: readonly string[] }
  | { readonly code: 'CURRENCY_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'OFFER_ALREADY_ACCEPTED' }
  | { readonly code: 'OFFERED_BY_SOMEBODY_ELSE' };

export interface OfferedReuse {
  readonly part: string;
  readonly covers: string;
  readonly missing: string;
  readonly effort: string;
  readonly saves: string;
  /** Null when it costs nothing. */
  readonly price: OfferPrice | null;
  readonly organisationId: string | null;
  /** The person's earlier offer of the same part, which this one replaces. */
  readonly supersedesId: string | null;
}

/** Decides an offer to an idea of something that exists. Offered again by the same person, it replaces what they said before. */
export function offerReuse(ask: OfferReuseAsk, facts: OfferReuseFacts): Decision<OfferedReuse, OfferReuseRefusal> {
  const reasons: OfferReuseRefusal[] = [];
  const { standing } = facts;
  if (!STAGES_WITH_REUSE.includes(facts.stage)) reasons.push({ code: 'REUSE_CLOSED', stage: facts.stage });
  if (ask.organisationId !== null && !facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (standing?.status === 'ACCEPTED') reasons.push({ code: 'OFFER_ALREADY_ACCEPTED' });
  else if (standing && standing.offeredById !== facts.personId) reasons.push({ code: 'OFFERED_BY_SOMEBODY_ELSE' });

  const text = (field: 'part' | 'covers' | 'missing' | 'effort' | 'saves', least: 0 | 1): string => {
    const lines = field === 'part' ? 'one' : 'many';
    const checked = checkText(ask[field], ['input', field], { most: REUSE_LIMITS[field], least, lines });
    reasons.push(...checked.faults);
    return checked.text;
  };
  const offered: OfferedReuse = {
    part: text('part', 0),
    covers: text('covers', 1),
    missing: text('missing', 1),
    effort: text('effort', 0),
    saves: text('saves', 0),
    price: checkPrice(ask, reasons),
    organisationId: ask.organisationId,
    supersedesId: standing?.status === 'PROPOSED' ? standing.id : null,
  };
  return reasons.length > 0 ? refuse(reasons) : accept(offered);
}

/** No budget of a project is near it; sums of two of them stay far below what a column holds. */
const MOST_PRICE = MAX_MINOR_UNITS / 1_000_000n;

function checkPrice(ask: OfferReuseAsk, reasons: OfferReuseRefusal[]): OfferPrice | null {
  const amount = (field: 'adaptationFee' | 'maintenance'): bigint | null => {
    const asked = ask[field] ?? null;
    const path = ['input', field];
    if (asked !== null && asked <= 0n) reasons.push({ code: 'AMOUNT_NOT_POSITIVE', path });
    if (asked !== null && asked > MOST_PRICE) reasons.push({ code: 'AMOUNT_TOO_LARGE', path });
    return asked;
  };
  const [adaptationFee, maintenance] = [amount('adaptationFee'), amount('maintenance')];
  if (adaptationFee === null && maintenance === null) return null;
  const currency = ask.currency ?? '';
  if (!isCurrency(currency)) {
    reasons.push({
      code: 'CURRENCY_UNKNOWN',
      path: ['input', 'currency'],
      given: currency.slice(0, 10).toWellFormed(),
    });
    return null;
  }
  return { currency, adaptationFee, maintenance };
}
