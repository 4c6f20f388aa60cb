import { LEAST_PER_CROSSING, LEAST_PER_PERSPECTIVE } from './small-numbers.js';

/** What is told apart about the people behind an idea: support by perspective, and the two other answers of lived experience. */
export const SUPPORT_GROUPS = [
  'LIVED_EXPERIENCE',
  'PRACTITIONER',
  'TECHNOLOGIST',
  'FUNDER',
  'PUBLIC',
  'WOULD_NOT_HELP',
  'COULD_HARM',
] as const;
export type SupportGroup = (typeof SUPPORT_GROUPS)[number];

/** What is known of an idea's votes when it is asked whether more of them may be published. */
export interface PublicationFacts {
  /** People whose vote came, went or changed since perspectives were last told, published or waiting. Each counted once. */
  readonly people: number;
  /** Votes that wait to be counted in public, or to be no longer counted. */
  readonly waiting: number;
  /** Whether the first of those has waited since an earlier day. */
  readonly sinceEarlierDay: boolean;
  /** Of each group: how many were told last, and how many there are. */
  readonly groups: Readonly<Record<SupportGroup, { readonly told: number; readonly now: number }>>;
}

export interface Publication {
  /** Whether the waiting votes join the public counts now. */
  readonly release: boolean;
  /** Groups whose number is told anew, or null when nothing is told by perspective now. */
  readonly tell: readonly SupportGroup[] | null;
}

/**
 * Decides what of an idea's votes becomes public now.
 *
 * Somebody who reads the counts again and again must not learn when a vote under a pseudonym came, nor what it said. So
 * those votes join the total at the end of their day, or earlier once the votes of five people changed; and what is told
 * by perspective changes only with such a group of five, and there only where it changes by five, or where the
 * small-number rule hides one side of the change. Five is the number from which a perspective may be crossed with time.
 */
export function publishSupport(facts: PublicationFacts): Publication {
  const group = facts.people >= LEAST_PER_CROSSING;
  return {
    release: facts.waiting > 0 && (group || facts.sinceEarlierDay),
    tell: group ? SUPPORT_GROUPS.filter((each) => mayBeToldAnew(facts.groups[each])) : null,
  };
}

function mayBeToldAnew({ told, now }: { readonly told: number; readonly now: number }): boolean {
  const hidden = told < LEAST_PER_PERSPECTIVE || now < LEAST_PER_PERSPECTIVE;
  return told !== now && (hidden || Math.abs(now - told) >= LEAST_PER_CROSSING);
}
