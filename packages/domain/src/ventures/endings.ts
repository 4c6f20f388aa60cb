import { accept, refuse, type Decision } from '../shared/decision.js';
import { isCalendarDay, type Day } from '../shared/day.js';
import { keepText, type VentureTextReason } from './text.js';
import { isVentureOpen, type HandoverModel, type VentureStatus } from './vocabulary.js';

export type StopVentureRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus };

/**
 * Decides whether a venture may stop: with what was learned, told in words.
 *
 * Stopping is a contribution when it is told well, so the lesson is asked for and no fault is.
 */
export function stopVenture(
  ask: { readonly learned: string; readonly why: string; readonly nextForUsers?: string | null },
  status: VentureStatus,
): Decision<
  { readonly learned: string; readonly why: string; readonly nextForUsers: string },
  StopVentureRefusalReason
> {
  const reasons: StopVentureRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const why = keepText(texts, 'why', ask.why, 'reason');
  const learned = keepText(texts, 'learned', ask.learned, 'learned');
  const nextForUsers = keepText(texts, 'nextForUsers', ask.nextForUsers, 'needs', { optional: true });
  reasons.push(...texts);
  if (!isVentureOpen(status)) reasons.push({ code: 'VENTURE_ENDED', status });
  return reasons.length > 0 ? refuse(reasons) : accept({ learned, why, nextForUsers });
}

export type RecordHandoverRefusalReason =
  | VentureTextReason
  | { readonly code: 'VENTURE_NOT_ACTIVE'; readonly status: VentureStatus }
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string };

export interface Handover {
  readonly model: HandoverModel;
  readonly ownerName: string;
  readonly from: Day;
  readonly needs: string;
}

/** Decides whether a venture is handed over: who owns and runs it from which day, and what they need for it. */
export function recordHandover(
  ask: { readonly model: HandoverModel; readonly ownerName: string; readonly from: Day; readonly needs: string },
  status: VentureStatus,
): Decision<Handover, RecordHandoverRefusalReason> {
  const reasons: RecordHandoverRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const ownerName = keepText(texts, 'ownerName', ask.ownerName, 'name');
  const needs = keepText(texts, 'needs', ask.needs, 'needs');
  reasons.push(...texts);
  if (!isCalendarDay(ask.from)) reasons.push({ code: 'NOT_A_DAY', field: 'from', given: ask.from });
  if (status !== 'ACTIVE') reasons.push({ code: 'VENTURE_NOT_ACTIVE', status });
  return reasons.length > 0 ? refuse(reasons) : accept({ model: ask.model, ownerName, from: ask.from, needs });
}
