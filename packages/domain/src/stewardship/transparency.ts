/** Under so many, a count of what the site team did is told as a band: one in a month points at one person. */
export const TRANSPARENCY_BAND = 5;

/** A count as it is published: exact from the threshold up, else only that there were fewer. */
export function countInBand(count: number): { readonly count: number | null; readonly fewerThan: number | null } {
  return count >= TRANSPARENCY_BAND ? { count, fewerThan: null } : { count: null, fewerThan: TRANSPARENCY_BAND };
}
