/** How news comes by mail. Nothing is lost by `NONE`: everything is on the page of news. */
export const EMAIL_FREQUENCIES = ['IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE'] as const;
export type EmailFrequency = (typeof EMAIL_FREQUENCIES)[number];

export interface NotificationSettings {
  readonly email: EmailFrequency;
  /** False: no news of what is followed, in no way. What waits for the person themself still comes. */
  readonly news: boolean;
  /** Whether what one logs, votes for or talks about is followed by itself. */
  readonly followAutomatically: boolean;
}

/** What holds for somebody who never chose: one mail a week at most. */
export const USUAL_SETTINGS: NotificationSettings = { email: 'WEEKLY', news: true, followAutomatically: true };

const MORNING_UTC = 7;
const MONDAY = 1;
const DAY_MS = 86_400_000;

/**
 * When the next mail that gathers news leaves: seven in the morning (UTC) tomorrow or today, or on the next Monday. Null
 * for those who want each by itself, or none.
 */
export function nextDigest(email: EmailFrequency, now: Date): Date | null {
  if (email !== 'DAILY' && email !== 'WEEKLY') return null;
  const morning = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), MORNING_UTC));
  const next = morning > now ? morning : new Date(morning.getTime() + DAY_MS);
  if (email === 'DAILY') return next;
  const daysToMonday = (MONDAY + 7 - next.getUTCDay()) % 7;
  return new Date(next.getTime() + daysToMonday * DAY_MS);
}
