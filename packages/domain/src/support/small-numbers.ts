import { PERSPECTIVES, type Perspective } from '../shared/vocabulary.js';

/** A total by perspective is public from this many people. */
export const LEAST_PER_PERSPECTIVE = 3;
/** A crossing (perspective with organisation, place or time) is public from this many people. */
export const LEAST_PER_CROSSING = 5;

/**
 * A count of people as the public may see it: the count, or "fewer than", or neither (both null) where showing
 * either would let somebody subtract their way to a small number.
 */
export interface PublicCount {
  readonly count: number | null;
  readonly fewerThan: number | null;
}

export interface PublicPerspective extends PublicCount {
  readonly perspective: Perspective;
}

const WITHHELD: PublicCount = { count: null, fewerThan: null };
const FEWER: PublicCount = { count: null, fewerThan: LEAST_PER_PERSPECTIVE };

// Which partner is hidden must say nothing about sizes, so it is the first shown in this fixed order, never the smallest.
const PARTNERS: readonly Perspective[] = ['PUBLIC', 'FUNDER', 'TECHNOLOGIST', 'PRACTITIONER', 'LIVED_EXPERIENCE'];

/**
 * The one place that decides which totals by perspective anybody is shown, for every output: gates, API, live
 * updates, feeds, exports. The total of all perspectives is public beside it.
 *
 * Small totals read "fewer than 3". Where their sum, which is the total less what is shown, would pin one of them down,
 * a partner is hidden too; where there is no partner to spare, nothing is shown by perspective at all. No reader
 * can then work out a small number from what is published, nor from which way it was published.
 */
export function publicByPerspective(
  counts: Readonly<Record<Perspective, number>> | null,
): readonly PublicPerspective[] {
  // Not told yet: even "fewer than 3" would be a guess.
  if (counts === null) return PERSPECTIVES.map((perspective) => ({ perspective, ...WITHHELD }));
  const small = PERSPECTIVES.filter((hat) => counts[hat] < LEAST_PER_PERSPECTIVE);
  const shown = PERSPECTIVES.filter((hat) => counts[hat] >= LEAST_PER_PERSPECTIVE);
  const sumOfSmall = small.reduce((sum, hat) => sum + counts[hat], 0);
  // One small total alone is the difference; several near their ceiling are all at it.
  const canBeWorkedOut = small.length === 1 || (small.length > 1 && sumOfSmall > small.length);

  if (canBeWorkedOut && shown.length <= 1) return PERSPECTIVES.map((perspective) => ({ perspective, ...WITHHELD }));
  const partner = canBeWorkedOut ? PARTNERS.find((hat) => shown.includes(hat)) : undefined;
  return PERSPECTIVES.map((perspective) => {
    if (small.includes(perspective)) return { perspective, ...FEWER };
    if (perspective === partner) return { perspective, ...WITHHELD };
    return { perspective, count: counts[perspective], fewerThan: null };
  });
}

/** A single total about people with lived experience, such as how many said that an idea could make things worse. */
export function publicCount(count: number): PublicCount {
  return count < LEAST_PER_PERSPECTIVE ? FEWER : { count, fewerThan: null };
}

/** A cell of a crossing: null when fewer than five people are in it. */
export function publicCrossing(count: number): number | null {
  return count < LEAST_PER_CROSSING ? null : count;
}
