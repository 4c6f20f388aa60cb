export const PURPOSES = ['DISCOVERY', 'BUILD', 'RUN'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Typed lines of a budget, of which an offer says what it pays. */
export const BUDGET_LINES = [
  'DELIVERY',
  'CORE_COSTS',
  'PARTICIPATION',
  'COMPONENT_ADAPTATION',
  'MAINTENANCE',
  'ADOPTER_CAPACITY',
] as const;

export function isPurpose(text: string | null): text is Purpose {
  return PURPOSES.some((purpose) => purpose === text);
}
