import { accept, refuse, type Decision } from '../shared/decision.js';
import { isCalendarDay, type Day } from '../shared/day.js';
import { keepText, type VentureTextReason } from './text.js';
import type { VentureStatus } from './vocabulary.js';

/** Counts of people below this are kept as a band: three of four young people in a village are known by name. */
export const BAND_UNDER = 5;

/** How many people, either exactly or, under {@link BAND_UNDER}, only that there were some. The exact small number is not kept. */
export interface PeopleCount {
  readonly count: number | null;
  readonly under: number | null;
}

/**
 * A count of people as it is stored. Zero is exact: that nobody came says nothing about anybody.
 *
 * @throws {RangeError} for anything but a whole number from 0 up; callers check first
 */
export function bandPeople(people: number): PeopleCount {
  if (!Number.isSafeInteger(people) || people < 0)
    throw new RangeError('A count of people is a whole number from 0 up.');
  return people > 0 && people < BAND_UNDER ? { count: null, under: BAND_UNDER } : { count: people, under: null };
}

export type CountRefusalReason = { readonly code: 'NOT_A_COUNT'; readonly field: string };

export type RecordUsersSaidRefusalReason =
  | VentureTextReason
  | CountRefusalReason
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string }
  | { readonly code: 'SESSION_ANSWERED_ALREADY' }
  | { readonly code: 'VENTURE_NOT_STARTED'; readonly status: VentureStatus };

export interface UsersSaid {
  readonly said: string;
  readonly people: PeopleCount;
  readonly changed: string;
  readonly heardOn: Day;
}

/** The most people one record can speak of: more is a slip of the keyboard. */
export const MOST_PEOPLE = 1_000_000_000;

/**
 * Decides whether what the people who used it said may be recorded: what, how many, and what changed because of it.
 *
 * Before a venture started nobody used anything; what was said in a session is recorded all the same.
 *
 * COMMONS asks for one of these with what changed. Nobody having said anything is not it, so at least one person is needed.
 */
export function recordUsersSaid(
  ask: {
    readonly said: string;
    readonly people: number;
    /** What changed because of it; may be told later, and the last gate waits for it. */
    readonly changed?: string | null | undefined;
    readonly heardOn: Day;
  },
  status: VentureStatus,
  { ofSession = false }: { ofSession?: boolean } = {},
): Decision<UsersSaid, RecordUsersSaidRefusalReason> {
  const reasons: RecordUsersSaidRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const said = keepText(texts, 'usersSaid.said', ask.said, 'whatUsersSaid');
  const changed = keepText(texts, 'usersSaid.changed', ask.changed, 'whatUsersSaid', { optional: true });
  reasons.push(...texts);
  if (!Number.isSafeInteger(ask.people) || ask.people < 1 || ask.people > MOST_PEOPLE) {
    reasons.push({ code: 'NOT_A_COUNT', field: 'usersSaid.people' });
  }
  if (!isCalendarDay(ask.heardOn)) reasons.push({ code: 'NOT_A_DAY', field: 'usersSaid.heardOn', given: ask.heardOn });
  if (status === 'CONVENING' && !ofSession) reasons.push({ code: 'VENTURE_NOT_STARTED', status });
  return reasons.length > 0
    ? refuse(reasons)
    : accept({ said, people: bandPeople(ask.people), changed, heardOn: ask.heardOn });
}
