import { accept, refuse, type Decision } from '../shared/decision.js';
import { isDay, type Day } from './days.js';
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
  | { readonly code: 'VENTURE_NOT_STARTED'; readonly status: VentureStatus };

export interface UsersSaid {
  readonly said: string;
  readonly people: PeopleCount;
  readonly changed: string;
  readonly heardOn: Day;
}

/** The most people one record can speak of: more is a slip of the keyboard. */
const MOST_PEOPLE = 1_000_000_000;

/**
 * Decides whether what the people who used it said may be recorded: what, how many, and what changed because of it.
 *
 * COMMONS asks for one of these. Nobody having said anything is not it, so at least one person is needed.
 */
export function recordUsersSaid(
  ask: { readonly said: string; readonly people: number; readonly changed: string; readonly heardOn: Day },
  status: VentureStatus,
): Decision<UsersSaid, RecordUsersSaidRefusalReason> {
  const reasons: RecordUsersSaidRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const said = keepText(texts, 'said', ask.said, 'whatUsersSaid');
  const changed = keepText(texts, 'changed', ask.changed, 'whatUsersSaid');
  reasons.push(...texts);
  if (!Number.isSafeInteger(ask.people) || ask.people < 1 || ask.people > MOST_PEOPLE) {
    reasons.push({ code: 'NOT_A_COUNT', field: 'people' });
  }
  if (!isDay(ask.heardOn)) reasons.push({ code: 'NOT_A_DAY', field: 'heardOn', given: ask.heardOn });
  if (status === 'CONVENING') reasons.push({ code: 'VENTURE_NOT_STARTED', status });
  return reasons.length > 0
    ? refuse(reasons)
    : accept({ said, people: bandPeople(ask.people), changed, heardOn: ask.heardOn });
}

/** What a number of a venture's progress measures: people are banded when few, other numbers are not. */
export const PROGRESS_UNITS = ['PEOPLE', 'NUMBER', 'PERCENT', 'DAYS', 'MONEY'] as const;
export type ProgressUnit = (typeof PROGRESS_UNITS)[number];

export type RecordProgressRefusalReason =
  | VentureTextReason
  | CountRefusalReason
  | { readonly code: 'NOT_A_NUMBER'; readonly field: string }
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string }
  | { readonly code: 'PERIOD_ENDS_BEFORE_IT_STARTS'; readonly from: Day; readonly to: Day }
  | { readonly code: 'VENTURE_NOT_STARTED'; readonly status: VentureStatus };

export interface ProgressValue {
  readonly indicator: string;
  readonly unit: ProgressUnit;
  /** A decimal number as text, so that it is kept as it was written; null when it is banded. */
  readonly value: string | null;
  /** Set when the value is a small count of people: fewer than this. */
  readonly under: number | null;
  readonly from: Day;
  readonly to: Day;
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Decides whether a value of an indicator may be reported for a period. */
export function recordProgress(
  ask: {
    readonly indicator: string;
    readonly unit: ProgressUnit;
    readonly value: string;
    readonly from: Day;
    readonly to: Day;
  },
  status: VentureStatus,
): Decision<ProgressValue, RecordProgressRefusalReason> {
  const reasons: RecordProgressRefusalReason[] = [];
  const texts: VentureTextReason[] = [];
  const indicator = keepText(texts, 'indicator', ask.indicator, 'milestone');
  reasons.push(...texts);
  const written = ask.value.trim();
  const people = ask.unit === 'PEOPLE' ? Number(written) : null;
  if (people !== null && (!/^\d+$/.test(written) || people > MOST_PEOPLE)) {
    reasons.push({ code: 'NOT_A_COUNT', field: 'value' });
  } else if (!DECIMAL.test(written)) reasons.push({ code: 'NOT_A_NUMBER', field: 'value' });
  const daysExist = isDay(ask.from) && isDay(ask.to);
  if (!isDay(ask.from)) reasons.push({ code: 'NOT_A_DAY', field: 'from', given: ask.from });
  if (!isDay(ask.to)) reasons.push({ code: 'NOT_A_DAY', field: 'to', given: ask.to });
  if (daysExist && ask.to < ask.from) {
    reasons.push({ code: 'PERIOD_ENDS_BEFORE_IT_STARTS', from: ask.from, to: ask.to });
  }
  if (status === 'CONVENING') reasons.push({ code: 'VENTURE_NOT_STARTED', status });
  if (reasons.length > 0) return refuse(reasons);

  const band = people === null ? null : bandPeople(people);
  return accept({
    indicator,
    unit: ask.unit,
    value: band?.under == null ? written : null,
    under: band?.under ?? null,
    from: ask.from,
    to: ask.to,
  });
}
