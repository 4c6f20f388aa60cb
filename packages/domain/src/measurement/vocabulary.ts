/** What a number measures. */
export const PROGRESS_UNITS = ['PEOPLE', 'NUMBER', 'PERCENT', 'DAYS', 'MONEY'] as const;
export type ProgressUnit = (typeof PROGRESS_UNITS)[number];

/** Which way is better. `NEITHER`: the number says something, and neither more nor less of it is a success. */
export const INDICATOR_DIRECTIONS = ['UP', 'DOWN', 'NEITHER'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/**
 * What a version of an indicator did to the one before. After a `MATERIAL` change the numbers mean something else, so
 * that a line drawn through both would lie; after an `IMMATERIAL` one (a clearer word) they are the same.
 */
export const INDICATOR_CHANGES = ['NEW', 'MATERIAL', 'IMMATERIAL'] as const;
export type IndicatorChange = (typeof INDICATOR_CHANGES)[number];

/** How much a data standard asks for an indicator: of everybody, of whoever can, of whoever wants to say more. */
export const INDICATOR_TIERS = ['REQUIRED', 'OPTIONAL', 'ENHANCED'] as const;
export type IndicatorTier = (typeof INDICATOR_TIERS)[number];
