import { accept, refuse, type Decision } from '../shared/decision.js';
import { keepText, type VentureTextReason } from './text.js';
import { isVentureOpen, PEOPLE_A_SEAT, SEAT_KINDS, type SeatKind, type VentureStatus } from './vocabulary.js';

export interface SeatTaken {
  readonly personId: string;
  readonly kind: SeatKind;
  /** What the person is called at this table where they are not named; empty for nothing. */
  readonly alias: string;
}

export interface SeatCount {
  readonly kind: SeatKind;
  readonly people: number;
  /** People still looked for before the kind counts as present. */
  readonly missing: number;
}

/** Every kind of seat with how many sit there: an empty one is shown, not left out. */
export function countSeats(seats: readonly Pick<SeatTaken, 'personId' | 'kind'>[]): readonly SeatCount[] {
  return SEAT_KINDS.map((kind) => {
    const people = new Set(seats.filter((seat) => seat.kind === kind).map((seat) => seat.personId)).size;
    return { kind, people, missing: Math.max(0, PEOPLE_A_SEAT - people) };
  });
}

export type TakeSeatRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'SEAT_ALREADY_TAKEN'; readonly kind: SeatKind }
  | { readonly code: 'ALIAS_TAKEN'; readonly alias: string }
  | { readonly code: 'FUNDER_SEAT_NEEDS_FUNDER' };

export interface TakeSeatAsk {
  readonly personId: string;
  readonly kind: SeatKind;
  readonly belongsToFunder: boolean;
  /** A name for this table only, for whoever is not named. */
  readonly alias?: string | null | undefined;
  /** What would make it possible to take part. Read by the coordinating team and nobody else. */
  readonly accessNeeds?: string | null | undefined;
}

/**
 * Decides whether a person may take a seat of a venture.
 *
 * One seat a person: somebody who speaks as funder and as service user at one table speaks for nobody. The funders'
 * seat is for people of an organisation that funds this venture; the others ask for no proof, least of all of lived experience.
 */
export function takeSeat(
  ask: TakeSeatAsk,
  facts: { readonly status: VentureStatus; readonly seats: readonly SeatTaken[] },
): Decision<SeatTaken & { readonly accessNeeds: string }, TakeSeatRefusalReason> {
  const reasons: TakeSeatRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const alias = keepText(texts, 'alias', ask.alias, 'alias', { optional: true });
  const accessNeeds = keepText(texts, 'accessNeeds', ask.accessNeeds, 'accessNeeds', { optional: true });
  reasons.push(...texts);
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  const taken = facts.seats.find((seat) => seat.personId === ask.personId);
  if (taken !== undefined) reasons.push({ code: 'SEAT_ALREADY_TAKEN', kind: taken.kind });
  // Two people called Robin at one table are one person to whoever reads what Robin said.
  if (alias !== '' && facts.seats.some((seat) => seat.alias.toLowerCase() === alias.toLowerCase())) {
    reasons.push({ code: 'ALIAS_TAKEN', alias });
  }
  if (ask.kind === 'FUNDER' && !ask.belongsToFunder) reasons.push({ code: 'FUNDER_SEAT_NEEDS_FUNDER' });
  return reasons.length > 0 ? refuse(reasons) : accept({ personId: ask.personId, kind: ask.kind, alias, accessNeeds });
}

/** How long an invitation to the table can be taken up. */
export const SEAT_INVITATION_DAYS = 60;
/** More than these at once is a call for volunteers, not an invitation to a table. */
export const MOST_SEATS_INVITED = 20;

export interface SeatInvitation {
  readonly asked: string;
  readonly timePaid: string;
  readonly expensesPaid: string;
  readonly access: string;
  readonly places: number;
}

export type InviteServiceUserRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'SAFETY_NOT_SAID' }
  | { readonly code: 'PLACES_OUT_OF_RANGE'; readonly places: number; readonly most: number };

/**
 * Decides whether people whom a venture is for may be invited to its table.
 *
 * What is asked of them and how their time and expenses are paid is said before they answer: everybody else at the
 * table is paid to sit there.
 */
export function inviteServiceUser(
  ask: {
    readonly asked: string;
    readonly timePaid: string;
    readonly expensesPaid: string;
    readonly access?: string | null | undefined;
    readonly places: number;
  },
  facts: {
    readonly status: VentureStatus;
    /** Whether it was said if people under 18 or adults at risk take part: before any of them is invited. */
    readonly safetySaid: boolean;
  },
): Decision<SeatInvitation, InviteServiceUserRefusalReason> {
  const reasons: InviteServiceUserRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const asked = keepText(texts, 'asked', ask.asked, 'invitation');
  const timePaid = keepText(texts, 'timePaid', ask.timePaid, 'invitation');
  const expensesPaid = keepText(texts, 'expensesPaid', ask.expensesPaid, 'invitation');
  const access = keepText(texts, 'access', ask.access, 'invitation', { optional: true });
  reasons.push(...texts);
  if (!Number.isInteger(ask.places) || ask.places < 1 || ask.places > MOST_SEATS_INVITED) {
    reasons.push({ code: 'PLACES_OUT_OF_RANGE', places: ask.places, most: MOST_SEATS_INVITED });
  }
  if (!facts.safetySaid) reasons.push({ code: 'SAFETY_NOT_SAID' });
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  return reasons.length > 0 ? refuse(reasons) : accept({ asked, timePaid, expensesPaid, access, places: ask.places });
}

export type AcceptSeatRefusalReason = TakeSeatRefusalReason | { readonly code: 'INVITATION_USED_UP' };

/** Decides whether somebody takes up an invitation: while it is open, under the rules of the seat. */
export function acceptSeatInvitation(
  ask: Omit<TakeSeatAsk, 'kind' | 'belongsToFunder'>,
  facts: {
    readonly status: VentureStatus;
    readonly seats: readonly SeatTaken[];
    readonly invitation: { readonly placesLeft: number; readonly expired: boolean };
  },
): Decision<SeatTaken & { readonly accessNeeds: string }, AcceptSeatRefusalReason> {
  const seat = takeSeat({ ...ask, kind: 'SERVICE_USER', belongsToFunder: false }, facts);
  if (!facts.invitation.expired && facts.invitation.placesLeft > 0) return seat;
  return refuse([{ code: 'INVITATION_USED_UP' }, ...(seat.ok ? [] : seat.reasons)]);
}
