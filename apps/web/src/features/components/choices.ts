import type { Maturity } from '../../gql/graphql.js';

/** How far software is, most useful first. */
export const MATURITIES: readonly Maturity[] = ['STABLE', 'BETA', 'DEVELOPMENT', 'CONCEPT', 'OBSOLETE'];

export function isMaturity(text: string | null): text is Maturity {
  return MATURITIES.some((maturity) => maturity === text);
}
