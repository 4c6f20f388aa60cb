import { useLingui } from '@lingui/react';
import { useBenchmarkWords } from './benchmark-words.js';

/** How long a period may be, in whole months: only what others measure too can be put beside it. */
export const LENGTHS = [1, 3, 6, 12] as const;

/** The first and last day of so many months that end with one: `2026-03` and 3 are 1 January to 31 March 2026. */
export function periodOf(last: string, months: number): { readonly from: string; readonly to: string } {
  const [year = 0, month = 0] = last.split('-').map(Number);
  const day = (monthFromStart: number, dayOfMonth: number) =>
    new Date(Date.UTC(year, monthFromStart, dayOfMonth)).toISOString().slice(0, 10);
  return { from: day(month - months, 1), to: day(month, 0) };
}

/** The months that are over, newest first, as `2026-03`. */
export function monthsBefore(moment: string, count: number): readonly string[] {
  const now = new Date(moment);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** A period as somebody says it: March 2026, January to March 2026, the year 2026. */
export function usePeriodWords(): (from: string, to: string) => string {
  const t = useBenchmarkWords();
  const { i18n } = useLingui();
  const written = (day: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.locale, { ...parts, timeZone: 'UTC' }).format(new Date(day));
  return (from, to) => {
    const last = written(to, { month: 'long', year: 'numeric' });
    if (from.slice(0, 7) === to.slice(0, 7)) return last;
    const isOneYear = from.slice(0, 4) === to.slice(0, 4);
    if (isOneYear && from.slice(5, 7) === '01' && to.slice(5, 7) === '12') return t('year', { year: to.slice(0, 4) });
    return t('period.of', {
      from: written(from, { month: 'long', ...(isOneYear ? {} : { year: 'numeric' }) }),
      to: last,
    });
  };
}
