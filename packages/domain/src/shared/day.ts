/** A calendar day as `YYYY-MM-DD`, without a time zone: due dates are days, not moments. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** Whether a text is a day that exists: `2027-02-30` does not. */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / MILLISECONDS_A_DAY);
}

/** The day a number of days later. */
export function plusDays(day: string, days: number): string {
  return new Date(midnight(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
