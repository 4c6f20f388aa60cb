import { accept, refuse, type Decision } from '../shared/decision.js';
import { keepText, type VentureTextReason } from './text.js';
import {
  isVentureOpen,
  SEATS_HEARD_ON_PHASES,
  VENTURE_PHASES,
  type SeatHeardOnPhases,
  type SeatKind,
  type VenturePhase,
  type VentureStatus,
} from './vocabulary.js';

/** What a seat thinks of going into a phase. */
export interface SeatView {
  readonly seat: SeatHeardOnPhases;
  readonly phase: VenturePhase;
  readonly agrees: boolean;
}

export type RecordSeatViewRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus }
  | { readonly code: 'SEAT_NOT_HEARD_ON_PHASES'; readonly kind: SeatKind | null }
  | { readonly code: 'PHASE_NOT_NEXT'; readonly phase: VenturePhase; readonly next: VenturePhase | null };

/** The phase after this one, or null after the last. */
export function nextPhase(phase: VenturePhase): VenturePhase | null {
  return VENTURE_PHASES[VENTURE_PHASES.indexOf(phase) + 1] ?? null;
}

/**
 * Decides whether a person may record the view of their seat on the next phase.
 *
 * @param heldSeat the seat this person holds, or null
 */
export function recordSeatView(
  ask: { readonly phase: VenturePhase; readonly agrees: boolean; readonly why?: string | null },
  facts: { readonly status: VentureStatus; readonly phase: VenturePhase; readonly heldSeat: SeatKind | null },
): Decision<SeatView & { readonly why: string }, RecordSeatViewRefusalReason> {
  const reasons: RecordSeatViewRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  // A no without a why leaves the team with nothing to change.
  const why = keepText(texts, 'why', ask.why, 'reason', { optional: ask.agrees });
  reasons.push(...texts);

  const next = nextPhase(facts.phase);
  const seat = SEATS_HEARD_ON_PHASES.find((kind) => kind === facts.heldSeat);
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  if (ask.phase !== next) reasons.push({ code: 'PHASE_NOT_NEXT', phase: ask.phase, next });
  if (seat === undefined) reasons.push({ code: 'SEAT_NOT_HEARD_ON_PHASES', kind: facts.heldSeat });
  if (reasons.length > 0 || seat === undefined) return refuse(reasons);
  return accept({ seat, phase: ask.phase, agrees: ask.agrees, why });
}

export type AdvancePhaseRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_NOT_ACTIVE'; readonly status: VentureStatus }
  | { readonly code: 'PHASE_NOT_NEXT'; readonly phase: VenturePhase; readonly next: VenturePhase | null }
  | { readonly code: 'SEAT_VIEW_MISSING'; readonly seat: SeatHeardOnPhases }
  | { readonly code: 'REASON_NEEDED_AGAINST_VIEW'; readonly seat: SeatHeardOnPhases };

export interface PhaseChange {
  readonly from: VenturePhase;
  readonly to: VenturePhase;
  /** Why the venture goes on against a view; empty when nobody objected. */
  readonly reason: string;
  readonly against: readonly SeatHeardOnPhases[];
}

/**
 * Decides whether a venture may go on to the next phase.
 *
 * The seats of service users and practitioners are asked first. Their no does not stop the venture; it makes
 * the team say in public why it goes on. A seat that nobody holds cannot have a view, and the empty seat is shown instead.
 *
 * @param views the views recorded on the phase that comes next
 * @param heldSeats the kinds of seat that somebody holds
 */
export function advancePhase(
  ask: { readonly to: VenturePhase; readonly reason?: string | null },
  facts: {
    readonly status: VentureStatus;
    readonly phase: VenturePhase;
    readonly views: readonly SeatView[];
    readonly heldSeats: readonly SeatKind[];
  },
): Decision<PhaseChange, AdvancePhaseRefusalReason> {
  const reasons: AdvancePhaseRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const reason = keepText(texts, 'reason', ask.reason, 'reason', { optional: true });
  reasons.push(...texts);

  const next = nextPhase(facts.phase);
  if (facts.status !== 'ACTIVE') reasons.push({ code: 'VENTURE_NOT_ACTIVE', status: facts.status });
  if (ask.to !== next) reasons.push({ code: 'PHASE_NOT_NEXT', phase: ask.to, next });

  const heard = facts.views.filter((view) => view.phase === ask.to);
  const against: SeatHeardOnPhases[] = [];
  for (const seat of SEATS_HEARD_ON_PHASES) {
    const views = heard.filter((view) => view.seat === seat);
    if (views.length === 0 && facts.heldSeats.includes(seat)) reasons.push({ code: 'SEAT_VIEW_MISSING', seat });
    if (views.some((view) => !view.agrees)) against.push(seat);
  }
  if (reason === '') for (const seat of against) reasons.push({ code: 'REASON_NEEDED_AGAINST_VIEW', seat });
  return reasons.length > 0 ? refuse(reasons) : accept({ from: facts.phase, to: ask.to, reason, against });
}
