import { BAND_UNDER, MOST_PEOPLE } from '../ventures/index.js';
import type { IndicatorVersion } from './indicators.js';

/** A number as it is kept: a decimal as text, so that it stays as it was written, or only that it was small. */
export interface KeptNumber {
  readonly value: string | null;
  /** Set instead for a small count of people: fewer than this. The exact small number is not kept. */
  readonly under: number | null;
}

/** What is counted in whole numbers: people, and what counts people under another name. A share of people is a percentage. */
export function isWhole({ unit, countsPeople }: Pick<IndicatorVersion, 'unit' | 'countsPeople'>): boolean {
  return unit === 'PEOPLE' || (countsPeople && unit === 'NUMBER');
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

/**
 * A typed number as it is kept, or what is wrong with it. Where people are counted, a small number is forgotten here, and
 * `<5` may be written in its place.
 */
export function readNumber(
  typed: string,
  indicator: Pick<IndicatorVersion, 'unit' | 'countsPeople'>,
): KeptNumber | 'NOT_A_COUNT' | 'NOT_A_NUMBER' {
  const { countsPeople } = indicator;
  const written = typed.trim();
  const band = { value: null, under: BAND_UNDER };
  if (countsPeople && written === `<${BAND_UNDER}`) return band;
  if (isWhole(indicator) && (!/^\d{1,15}$/.test(written) || Number(written) > MOST_PEOPLE)) return 'NOT_A_COUNT';
  if (!DECIMAL.test(written) || (countsPeople && Number(written) < 0)) return 'NOT_A_NUMBER';
  // Zero is exact: that nobody came says nothing about anybody.
  const isFew = countsPeople && Number(written) > 0 && Number(written) < BAND_UNDER;
  return isFew ? band : { value: written, under: null };
}
