import { slugFor } from '../ideas/index.js';
import { plusDays } from '../shared/day.js';
import type { OutputKind } from '../shared/vocabulary.js';

/** PUBLISHED, or withdrawn with a class of reason: an entry leaves a mark and keeps its address. */
export const ENTRY_STATUSES = ['PUBLISHED', 'WITHDRAWN'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** How long an entry stands as confirmed. After it, it is shown as unconfirmed since then. */
export const REVIEW_AFTER_DAYS = 365;

/**
 * The readable part of an entry's address. Given once and for ever; the caller adds a number where it is taken.
 */
export function entrySlugFor(title: string, kind: OutputKind): string {
  const slug = slugFor(title);
  return slug === 'idea' ? kind.toLowerCase().replaceAll('_', '-') : slug;
}

/** Whether an entry is confirmed on a day: freshness decays visibly. */
export function isUnconfirmed(reviewBy: string, today: string): boolean {
  return reviewBy < today;
}

/** The day a number of days after a moment, by UTC. */
export function plusDaysTo(moment: Date, days: number): string {
  return plusDays(moment.toISOString().slice(0, 10), days);
}

/** The licence under which a project that stopped tells what it learned: words for everybody, with credit. */
export const LEARNED_LICENCE = 'CC-BY-4.0';

/** What a project that stopped learned, as an entry: a failure told well is a contribution. */
export function learnedEntry(venture: { readonly title: string; readonly why: string; readonly learned: string }): {
  readonly kind: OutputKind;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
} {
  return {
    kind: 'EVALUATION',
    title: `What was learned: ${venture.title}`,
    summary: venture.why,
    text: venture.learned,
  };
}
