/** How many years a band spans. Wide enough to be no birthday, narrow enough to tell a minor from an adult. */
export const YEARS_IN_A_BAND = 3;
const FIRST_BAND = 1900;
const OF_AGE = 18;

/** Whether a year begins a band: 1900, 1903, ... */
export function isYearBand(from: number): boolean {
  return Number.isInteger(from) && from >= FIRST_BAND && from < 2100 && (from - FIRST_BAND) % YEARS_IN_A_BAND === 0;
}

/**
 * Whether somebody born in these years may still be under 18: as long as the youngest of them can be. Who said nothing
 * is taken for an adult, because guessing ages would need data about everybody.
 */
export function mayBeMinor(bornFrom: number | null, year: number): boolean {
  return bornFrom !== null && year <= bornFrom + YEARS_IN_A_BAND - 1 + OF_AGE;
}

/** Who may mention a person by name. */
export const MENTIONED_BY = ['ANYBODY', 'SHARED_PROJECT'] as const;
export type MentionedBy = (typeof MENTIONED_BY)[number];

/**
 * Whether somebody may mention a person: never a minor they share no project with, whatever the minor chose. Both who
 * chose it and who is young are refused alike, so that a refusal does not say that somebody is a child.
 */
export function mayMention(
  person: { readonly bornFrom: number | null; readonly mentionedBy: MentionedBy },
  facts: { readonly shareProject: boolean; readonly year: number },
): boolean {
  if (facts.shareProject) return true;
  return person.mentionedBy === 'ANYBODY' && !mayBeMinor(person.bornFrom, facts.year);
}
