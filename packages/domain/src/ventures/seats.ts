import { accept, refuse, type Decision } from '../shared/decision.js';
import { isVentureOpen, PEOPLE_A_SEAT, SEAT_KINDS, type SeatKind, type VentureStatus } from './vocabulary.js';

export interface SeatTaken {
  readonly personId: string;
  readonly kind: SeatKind;
}

export interface SeatCount {
  readonly kind: SeatKind;
  readonly people: number;
  /** People still looked for before the kind counts as present. */
  readonly missing: number;
}

/** Every kind of seat with how many sit there: an empty one is shown, not left out. */
export function countSeats(seats: readonly SeatTaken[]): readonly SeatCount[] {
  return SEAT_KINDS.map((kind) => {
    const people = new Set(seats.filter((seat) => seat.kind === kind).map((seat) => seat.personId)).size;
    return { kind, people, missing: Math.max(0, PEOPLE_A_SEAT - people) };
  });
}

export type TakeSeatRefusalReason =
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'SEAT_ALREADY_TAKEN'; readonly kind: SeatKind }
  | { readonly code: 'FUNDER_SEAT_NEEDS_FUNDER' };

/**
 * Decides whether a person may take a seat of a venture.
 *
 * One seat a person: somebody who speaks as funder and as service user at one table speaks for nobody. The funders'
 * seat is for people of an organisation that funds this venture; the others ask for no proof, least of all of lived experience.
 */
export function takeSeat(
  ask: { readonly personId: string; readonly kind: SeatKind; readonly belongsToFunder: boolean },
  facts: { readonly status: VentureStatus; readonly seats: readonly SeatTaken[] },
): Decision<SeatTaken, TakeSeatRefusalReason> {
  const reasons: TakeSeatRefusalReason[] = [];
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  const taken = facts.seats.find((seat) => seat.personId === ask.personId);
  if (taken !== undefined) reasons.push({ code: 'SEAT_ALREADY_TAKEN', kind: taken.kind });
  if (ask.kind === 'FUNDER' && !ask.belongsToFunder) reasons.push({ code: 'FUNDER_SEAT_NEEDS_FUNDER' });
  return reasons.length > 0 ? refuse(reasons) : accept({ personId: ask.personId, kind: ask.kind });
}
