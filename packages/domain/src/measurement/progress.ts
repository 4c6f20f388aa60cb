import { accept, refuse, type Decision } from '../shared/decision.js';
import { isCalendarDay, plusDays, type Day } from '../shared/day.js';
import type { VentureStatus } from '../ventures/index.js';
import type { IndicatorVersion } from './indicators.js';
import { type KeptNumber, readNumber } from './kept-number.js';

type NumberFault =
  | { readonly code: 'NOT_A_COUNT'; readonly field: string }
  | { readonly code: 'NOT_A_NUMBER'; readonly field: string };

export type RecordProgressRefusalReason =
  | NumberFault
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string }
  | { readonly code: 'PERIOD_ENDS_BEFORE_IT_STARTS'; readonly from: Day; readonly to: Day }
  | { readonly code: 'PERIOD_NOT_OVER'; readonly to: Day; readonly today: Day }
  | { readonly code: 'INDICATOR_CHANGED_MEANWHILE'; readonly newest: number; readonly seen: number }
  | { readonly code: 'VENTURE_NOT_STARTED'; readonly status: VentureStatus };

export interface ProgressValue extends KeptNumber {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Decides whether a value of an indicator may be reported for a period.
 *
 * @param ask.seen the version of the indicator the reporter read, where they read one
 */
export function recordProgress(
  ask: { readonly value: string; readonly from: Day; readonly to: Day; readonly seen: number | null },
  facts: {
    readonly status: VentureStatus;
    readonly indicator: Pick<IndicatorVersion, 'version' | 'unit' | 'countsPeople'>;
    readonly today: Day;
  },
): Decision<ProgressValue, RecordProgressRefusalReason> {
  const reasons: RecordProgressRefusalReason[] = [];
  const number = keepNumber(ask.value, 'value', facts.indicator, reasons);
  const daysExist = isCalendarDay(ask.from) && isCalendarDay(ask.to);
  if (!isCalendarDay(ask.from)) reasons.push({ code: 'NOT_A_DAY', field: 'from', given: ask.from });
  if (!isCalendarDay(ask.to)) reasons.push({ code: 'NOT_A_DAY', field: 'to', given: ask.to });
  if (daysExist && ask.to < ask.from) {
    reasons.push({ code: 'PERIOD_ENDS_BEFORE_IT_STARTS', from: ask.from, to: ask.to });
  } else if (daysExist && ask.to > plusDays(facts.today, 1)) {
    // What has not happened yet is a target. A day of grace, because it is tomorrow in New Zealand already.
    reasons.push({ code: 'PERIOD_NOT_OVER', to: ask.to, today: facts.today });
  }
  // Somebody who counted by the old definition would report under the new one without knowing.
  if (ask.seen !== null && ask.seen !== facts.indicator.version) {
    reasons.push({ code: 'INDICATOR_CHANGED_MEANWHILE', newest: facts.indicator.version, seen: ask.seen });
  }
  if (facts.status === 'CONVENING') reasons.push({ code: 'VENTURE_NOT_STARTED', status: facts.status });
  if (reasons.length > 0 || number === null) return refuse(reasons);
  return accept({ ...number, from: ask.from, to: ask.to });
}

export type SetTargetRefusalReason =
  | NumberFault
  | { readonly code: 'NOT_A_DAY'; readonly field: string; readonly given: string }
  | { readonly code: 'DAY_WITHOUT_NUMBER'; readonly field: string }
  | { readonly code: 'NUMBER_WITHOUT_DAY'; readonly field: string }
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus };

/** Where it started and where it should arrive, each with its day, or not said. */
export interface ProgressTarget {
  readonly baseline: (KeptNumber & { readonly on: Day }) | null;
  readonly target: (KeptNumber & { readonly on: Day }) | null;
}

export interface TargetAsk {
  readonly baseline: string;
  readonly baselineOn: string;
  readonly target: string;
  readonly targetOn: string;
}

/** Decides on baseline and target of an indicator in a venture. An empty text leaves one unsaid. */
export function setTarget(
  ask: TargetAsk,
  facts: {
    readonly status: VentureStatus;
    readonly indicator: Pick<IndicatorVersion, 'unit' | 'countsPeople'>;
  },
): Decision<ProgressTarget, SetTargetRefusalReason> {
  const reasons: SetTargetRefusalReason[] = [];
  const read = (field: 'baseline' | 'target'): ProgressTarget['target'] => {
    const written = ask[field].trim();
    const on = ask[`${field}On`].trim();
    if (written === '' && on === '') return null;
    if (written === '') reasons.push({ code: 'DAY_WITHOUT_NUMBER', field });
    if (on === '') reasons.push({ code: 'NUMBER_WITHOUT_DAY', field: `${field}On` });
    else if (!isCalendarDay(on)) reasons.push({ code: 'NOT_A_DAY', field: `${field}On`, given: on });
    const number = written === '' ? null : keepNumber(written, field, facts.indicator, reasons);
    return number === null ? null : { ...number, on };
  };
  const baseline = read('baseline');
  const target = read('target');
  if (facts.status === 'STOPPED' || facts.status === 'HANDED_OVER') {
    reasons.push({ code: 'VENTURE_ENDED', status: facts.status });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ baseline, target });
}

/** A typed number as it is kept, or null with what is wrong with it among the reasons. */
function keepNumber(
  typed: string,
  field: string,
  indicator: Pick<IndicatorVersion, 'unit' | 'countsPeople'>,
  reasons: { push(fault: NumberFault): unknown },
): KeptNumber | null {
  const read = readNumber(typed, indicator);
  if (typeof read === 'object') return read;
  reasons.push({ code: read, field });
  return null;
}
