import { accept, refuse, type Decision } from '../shared/decision.js';
import { daysFrom, isCalendarDay, type Day } from '../shared/day.js';
import { keepText, type VentureTextReason } from './text.js';
import { isVentureOpen, type VentureStatus } from './vocabulary.js';

/** A meeting with the people a venture is for, with the question it will ask them. */
export interface Session {
  readonly question: string;
  readonly heldOn: Day;
  readonly place: string;
  readonly access: string;
}

/** Sessions are planned at most so far ahead: what is later is not planned but hoped for. */
const MOST_DAYS_AHEAD = 730;

export type PlanSessionRefusalReason =
  | VentureTextReason
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string }
  | { readonly code: 'SESSION_TOO_FAR'; readonly heldOn: Day }
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus };

/**
 * Decides whether a session is announced. It may be in the past: some are held before anybody writes them down.
 *
 * @param ask.place where it is held; told to the table only, because who waits there can be met there
 */
export function planSession(
  ask: {
    readonly question: string;
    readonly heldOn: Day;
    readonly place?: string | null | undefined;
    readonly access?: string | null | undefined;
  },
  facts: { readonly status: VentureStatus; readonly today: Day },
): Decision<Session, PlanSessionRefusalReason> {
  const reasons: PlanSessionRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const question = keepText(texts, 'question', ask.question, 'reason');
  const place = keepText(texts, 'place', ask.place, 'place', { optional: true });
  const access = keepText(texts, 'access', ask.access, 'invitation', { optional: true });
  reasons.push(...texts);
  if (!isCalendarDay(ask.heldOn)) reasons.push({ code: 'NOT_A_DAY', field: 'heldOn', given: ask.heldOn });
  else if (daysFrom(facts.today, ask.heldOn) > MOST_DAYS_AHEAD) {
    reasons.push({ code: 'SESSION_TOO_FAR', heldOn: ask.heldOn });
  }
  if (!isVentureOpen(facts.status)) reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  return reasons.length > 0 ? refuse(reasons) : accept({ question, heldOn: ask.heldOn, place, access });
}

export type AnswerUsersRefusalReason = VentureTextReason | { readonly code: 'USERS_ANSWERED_ALREADY' };

/** Decides what is told back to the people who said something: what changed because of it. Said once. */
export function answerUsers(
  changed: string,
  before: string,
): Decision<{ readonly changed: string }, AnswerUsersRefusalReason> {
  const reasons: AnswerUsersRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const text = keepText(texts, 'changed', changed, 'whatUsersSaid');
  reasons.push(...texts);
  if (before !== '') reasons.push({ code: 'USERS_ANSWERED_ALREADY' });
  return reasons.length > 0 ? refuse(reasons) : accept({ changed: text });
}
