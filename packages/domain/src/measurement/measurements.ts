import { accept, refuse, type Decision } from '../shared/decision.js';
import { isCalendarDay, plusDays, type Day } from '../shared/day.js';
import { checkText, type TextFault } from '../shared/text.js';
import { comparableSince, type IndicatorVersion, MOST_INDICATORS } from './indicators.js';
import { type KeptNumber, readNumber } from './kept-number.js';

/** Lengths of a period, in whole months. Of one length and beginning on the same day they can be put side by side. */
export const PERIOD_MONTHS = [1, 3, 6, 12] as const;

export const MOST_METHOD_CHARACTERS = 300;

/** An indicator of a standard with every version it had. */
export interface MeasuredIndicator {
  readonly key: string;
  readonly versions: readonly IndicatorVersion[];
}

/** What an organisation says it measured in a period. */
export interface MeasurementsAsk {
  readonly from: Day;
  readonly to: Day;
  /** How it was counted, in a line or two. May be empty. */
  readonly method: string;
  readonly values: readonly {
    /** The indicator's name in files. */
    readonly key: string;
    /** As it was written: `31.5`, or `<5` for few people. */
    readonly value: string;
    /** The version of the definition it was measured by. */
    readonly version: number;
  }[];
}

/** A measured value as it is kept, under the definition it was measured by. */
export interface MeasuredValue extends KeptNumber {
  readonly key: string;
  readonly version: number;
  /** The oldest version whose numbers mean the same. */
  readonly comparableSince: number;
}

export type PeriodFault =
  | { readonly code: 'NOT_A_DAY'; readonly field: 'from' | 'to'; readonly given: string }
  | { readonly code: 'PERIOD_ENDS_BEFORE_IT_STARTS'; readonly from: Day; readonly to: Day }
  | { readonly code: 'PERIOD_NOT_WHOLE_MONTHS'; readonly from: Day; readonly to: Day }
  | { readonly code: 'PERIOD_NOT_OVER'; readonly to: Day; readonly today: Day };

export type ValueFault =
  | { readonly code: 'INDICATOR_UNKNOWN'; readonly key: string }
  | { readonly code: 'INDICATOR_TWICE'; readonly key: string }
  | { readonly code: 'VERSION_UNKNOWN'; readonly key: string; readonly version: number; readonly newest: number }
  | { readonly code: 'VALUE_NOT_A_COUNT'; readonly key: string; readonly given: string }
  | { readonly code: 'VALUE_NOT_A_NUMBER'; readonly key: string; readonly given: string };

export type RecordMeasurementsRefusalReason =
  | TextFault
  | PeriodFault
  | ValueFault
  | { readonly code: 'NO_VALUES' }
  | { readonly code: 'TOO_MANY_VALUES'; readonly most: number };

export interface RecordedMeasurements {
  readonly from: Day;
  readonly to: Day;
  readonly method: string;
  readonly values: readonly MeasuredValue[];
}

/**
 * Decides whether an organisation's values for one period may be kept: all of them or none.
 *
 * A value is kept under the version it was measured by, which need not be the newest: who counted by the old words would
 * otherwise stand beside those who counted by the new ones.
 */
export function recordMeasurements(
  ask: MeasurementsAsk,
  facts: { readonly indicators: readonly MeasuredIndicator[]; readonly today: Day },
): Decision<RecordedMeasurements, RecordMeasurementsRefusalReason> {
  const limits = { most: MOST_METHOD_CHARACTERS, least: 0, lines: 'many' } as const;
  const method = checkText(ask.method, ['input', 'method'], limits);
  const reasons: RecordMeasurementsRefusalReason[] = [...checkPeriod(ask, facts.today), ...method.faults];
  if (ask.values.length === 0) reasons.push({ code: 'NO_VALUES' });
  if (ask.values.length > MOST_INDICATORS) {
    return refuse([...reasons, { code: 'TOO_MANY_VALUES', most: MOST_INDICATORS }]);
  }
  const values: MeasuredValue[] = [];
  for (const [index, said] of ask.values.entries()) {
    const isTwice = ask.values.slice(0, index).some(({ key }) => key === said.key);
    const read: MeasuredValue | ValueFault = isTwice
      ? { code: 'INDICATOR_TWICE', key: said.key }
      : measured(said, facts.indicators);
    if ('code' in read) reasons.push(read);
    else values.push(read);
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ from: ask.from, to: ask.to, method: method.text, values });
}

function measured(
  { key, value, version }: MeasurementsAsk['values'][number],
  indicators: readonly MeasuredIndicator[],
): MeasuredValue | ValueFault {
  const indicator = indicators.find((one) => one.key === key);
  if (indicator === undefined) return { code: 'INDICATOR_UNKNOWN', key: key.slice(0, 80) };
  const { versions } = indicator;
  const definition = versions.find((one) => one.version === version);
  if (definition === undefined) {
    const newest = Math.max(...versions.map((one) => one.version));
    return { code: 'VERSION_UNKNOWN', key, version, newest };
  }
  const read = readNumber(value, definition);
  return typeof read === 'object'
    ? { ...read, key, version, comparableSince: comparableSince(versions, version) }
    : { code: `VALUE_${read}`, key, given: value.trim().slice(0, 40) };
}

/**
 * What is wrong with a period. Only whole months are taken, one, three, six or twelve of them: values of periods that
 * differ by a day would each be alone, and never reach the number from which anything is told of them.
 */
export function checkPeriod(
  { from, to }: { readonly from: Day; readonly to: Day },
  today: Day,
): readonly PeriodFault[] {
  const days = { from, to };
  const wrong = (['from', 'to'] as const).filter((field) => !isCalendarDay(days[field]));
  if (wrong.length > 0) {
    return wrong.map((field) => ({ code: 'NOT_A_DAY', field, given: days[field].slice(0, 40) }));
  }
  if (to < from) return [{ code: 'PERIOD_ENDS_BEFORE_IT_STARTS', from, to }];
  if (!PERIOD_MONTHS.some((months) => to === lastDayOf(from, months))) {
    return [{ code: 'PERIOD_NOT_WHOLE_MONTHS', from, to }];
  }
  // What has not happened yet was not measured. A day of grace, because it is tomorrow in New Zealand already.
  return to > plusDays(today, 1) ? [{ code: 'PERIOD_NOT_OVER', to, today }] : [];
}

/** The last day of so many months that begin on the first of one; undefined when `from` is no first of a month. */
function lastDayOf(from: Day, months: number): Day | undefined {
  const [year = 0, month = 0, day] = from.split('-').map(Number);
  if (day !== 1) return undefined;
  const last = new Date(0);
  last.setUTCFullYear(year, month - 1 + months, 0);
  return last.toISOString().slice(0, 10);
}
