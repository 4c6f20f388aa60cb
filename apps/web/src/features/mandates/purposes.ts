export const PURPOSES = ['DISCOVERY', 'BUILD', 'RUN'] as const;
export type Purpose = (typeof PURPOSES)[number];

export function isPurpose(text: string | null): text is Purpose {
  return PURPOSES.some((purpose) => purpose === text);
}
