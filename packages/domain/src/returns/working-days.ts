import { daysFrom, plusDays } from '../shared/day.js';

/**
 * Working days after one day up to and including another: Monday to Friday. Public holidays differ by place and are
 * not known here, so a wait is never shorter than stated for somebody who had one.
 */
export function workingDaysBetween(from: string, to: string): number {
  const days = daysFrom(from, to);
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let working = weeks * 5;
  for (let day = weeks * 7 + 1; day <= days; day++) {
    const weekday = new Date(plusDays(from, day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) working++;
  }
  return working;
}
