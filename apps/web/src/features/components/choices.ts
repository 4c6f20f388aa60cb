import type { Maturity, Theme } from '../../gql/graphql.js';
import { THEMES } from '../../lib/vocabulary.js';

/** How far software is, most useful first. */
export const MATURITIES: readonly Maturity[] = ['STABLE', 'BETA', 'DEVELOPMENT', 'CONCEPT', 'OBSOLETE'];

export function isMaturity(text: string | null): text is Maturity {
  return MATURITIES.some((maturity) => maturity === text);
}

export function isTheme(text: string | null): text is Theme {
  return THEMES.some((theme) => theme === text);
}
