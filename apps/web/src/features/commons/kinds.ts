/** The kinds of thing that can be shared, in the order in which they are shown. */
export const OUTPUT_KINDS = [
  'SOFTWARE',
  'USER_RESEARCH',
  'DATASET',
  'DATA_STANDARD',
  'DESIGN_PATTERN',
  'IMPACT_STRATEGY',
  'EVALUATION',
  'API',
] as const;
