import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { useSite } from '../lib/site.js';

const STEPS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago or ahead, with the exact time in the markup and on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const { i18n } = useLingui();
  const now = useNow();
  const exact = new Intl.DateTimeFormat(i18n.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
    hour12: false,
  }).format(new Date(at));
  return (
    <time dateTime={at} title={`${exact} UTC`}>
      {relative(new Date(at).getTime() - now, i18n.locale)}
    </time>
  );
}

/** A calendar day, written out: 1 March 2026. Takes a date or a moment. */
export function Day({ on }: { readonly on: string }) {
  const { i18n } = useLingui();
  const text = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));
  return <time dateTime={on}>{text}</time>;
}

/** A month of a year, written out: March 2026. Takes `2026-03`. */
export function Month({ of }: { readonly of: string }) {
  const { i18n } = useLingui();
  const format = new Intl.DateTimeFormat(i18n.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return <time dateTime={of}>{format.format(new Date(`${of}-01`))}</time>;
}

export function relative(milliseconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = milliseconds / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'minute').replace(/^this minute$/, 'just now');
}

/** The moment the page was made, until it is alive; then the present. Both must draw the same first. */
function useNow(): number {
  const { renderedAt } = useSite();
  const [now, setNow] = useState(() => new Date(renderedAt).getTime());
  // oxlint-disable-next-line react/set-state-in-effect -- the present is known only after both have drawn the same
  useEffect(() => setNow(Date.now()), []);
  return now;
}
