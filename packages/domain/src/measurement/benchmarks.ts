import { BAND_UNDER } from '../ventures/index.js';
import type { IndicatorVersion } from './indicators.js';
import { isWhole, type KeptNumber } from './kept-number.js';

/** Nothing is told about fewer organisations than these, and nothing that is told changes by fewer. */
export const LEAST_ORGANISATIONS = 5;

/**
 * From how many organisations on the quarters are told too. Of five organisations, two quarters and the middle would be
 * three of the five values.
 */
export const LEAST_FOR_QUARTERS = 10;

/** Of those told last, so many in a hundred must have changed before anything is told anew, where that is more than five. */
const SHARE_CHANGED = 0.1;

export interface BenchmarkFacts {
  /** Organisations whose value would be told of now. */
  readonly counted: number;
  /** Organisations in what is told at the moment; none where nothing is. */
  readonly told: number;
  /**
   * By how many organisations what would be told now differs from each state that was ever told, the newest last: those
   * whose value came, went or is another.
   */
  readonly apart: readonly number[];
}

/**
 * Decides whether what is told of an indicator and a period is told anew.
 *
 * Somebody who compares any two states that were ever told finds at least five organisations between them, or none. So
 * what a single one reported, corrected or took back can be read from no two of them.
 */
export function publishBenchmark({ counted, told, apart }: BenchmarkFacts): 'KEEP' | 'PUBLISH' | 'TAKE_DOWN' {
  const changed = told === 0 ? counted : (apart.at(-1) ?? counted);
  if (changed < Math.max(LEAST_ORGANISATIONS, Math.ceil(told * SHARE_CHANGED))) return 'KEEP';
  if (counted < LEAST_ORGANISATIONS) return told === 0 ? 'KEEP' : 'TAKE_DOWN';
  return apart.some((by) => by > 0 && by < LEAST_ORGANISATIONS) ? 'KEEP' : 'PUBLISH';
}

/** What is told of the values of at least five organisations. */
export interface BenchmarkFigures {
  readonly organisations: number;
  /** Half of them have less, half have more. */
  readonly middle: KeptNumber;
  /** A quarter of them have less, and a quarter have more; null for fewer than ten. */
  readonly lower: KeptNumber | null;
  readonly upper: KeptNumber | null;
}

/**
 * The middle and the quarters of the values, each rounded. The least and the greatest are never told: each is one
 * organisation's own.
 *
 * Quantiles by the inclusive method (definition 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages, The
 * American Statistician 50, 1996; `QUARTILE.INC` of spreadsheets). A band counts as its middle.
 *
 * @param values one an organisation
 * @throws {RangeError} for fewer than five
 */
export function benchmarkOf(
  values: readonly KeptNumber[],
  indicator: Pick<IndicatorVersion, 'unit' | 'countsPeople'>,
): BenchmarkFigures {
  if (values.length < LEAST_ORGANISATIONS) throw new RangeError('Nothing is told of so few organisations.');
  const sorted = values.map(numberOf).toSorted((a, b) => a - b);
  const at = (share: number): KeptNumber => roundForAll(quantile(sorted, share), indicator);
  const quarters = values.length >= LEAST_FOR_QUARTERS;
  return {
    organisations: values.length,
    middle: at(0.5),
    lower: quarters ? at(0.25) : null,
    upper: quarters ? at(0.75) : null,
  };
}

/** Where an organisation stands among others. Which way is better, the indicator says. */
export const STANDINGS = ['LOWEST_QUARTER', 'BELOW_MIDDLE', 'MIDDLE', 'ABOVE_MIDDLE', 'HIGHEST_QUARTER'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Where one's own value stands in what everybody is told, and in nothing else: it must tell no more about the others.
 */
export function whereItStands(
  own: KeptNumber,
  { middle, lower, upper }: Omit<BenchmarkFigures, 'organisations'>,
  indicator: Pick<IndicatorVersion, 'unit' | 'countsPeople'>,
): Standing {
  const rounded = numberOf(own.value === null ? own : roundForAll(Number(own.value), indicator));
  if (lower !== null && rounded < numberOf(lower)) return 'LOWEST_QUARTER';
  if (upper !== null && rounded > numberOf(upper)) return 'HIGHEST_QUARTER';
  if (rounded === numberOf(middle)) return 'MIDDLE';
  return rounded < numberOf(middle) ? 'BELOW_MIDDLE' : 'ABOVE_MIDDLE';
}

function numberOf({ value, under }: KeptNumber): number {
  return value === null ? (under ?? 0) / 2 : Number(value);
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [before = 0, after = before] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return before + (after - before) * (place - Math.floor(place));
}

/**
 * To the nearest whole number of steps, the largest of 1, 2 and 5 (times a power of ten) that is at most a tenth of the
 * number: 31.4 becomes 32, 62.5 becomes 60 or 65, 1,234 becomes 1,200. So that nobody’s own value stands there.
 */
function roundForAll(number: number, indicator: Pick<IndicatorVersion, 'unit' | 'countsPeople'>): KeptNumber {
  const tenth = Math.abs(number) / 10;
  const power = tenth === 0 ? 0 : Math.floor(Math.log10(tenth));
  const exponent = Math.max(power, isWhole(indicator) ? 0 : -6);
  const lead = tenth / 10 ** exponent;
  const step = lead >= 5 ? 5 : lead >= 2 ? 2 : 1;
  const steps = Math.round(number / (step * 10 ** exponent)) * step;
  const value = exponent < 0 ? (steps / 10 ** -exponent).toFixed(-exponent) : (steps * 10 ** exponent).toFixed(0);
  const few = indicator.countsPeople && Number(value) > 0 && Number(value) < BAND_UNDER;
  return few ? { value: null, under: BAND_UNDER } : { value, under: null };
}
