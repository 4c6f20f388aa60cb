import type { Money, RoundPurpose, Theme } from '../shared/index.js';

import { currencyOf, type Day, type Mandate } from './mandate.js';

/** An idea (and its open round, if any) as a mandate looks at it. */
export interface IdeaToMatch {
  readonly themes: readonly Theme[];
  readonly places: readonly string[];
  readonly round: { readonly purpose: RoundPurpose; readonly room: Money } | null;
}

export const MATCH_CRITERIA = ['THEME', 'PLACE', 'PERIOD', 'BUDGET', 'PURPOSE', 'CURRENCY', 'ROOM'] as const;
export type MatchCriterion = (typeof MATCH_CRITERIA)[number];

/** One reason why an idea fits a mandate or does not. */
export interface CriterionVerdict {
  readonly criterion: MatchCriterion;
  readonly met: boolean;
}

/**
 * Says criterion by criterion how an idea fits a mandate. No score: a person sees which of them hold.
 * The criteria about a round are there only when one is open.
 */
export function matchIdea(mandate: Mandate, idea: IdeaToMatch, today: Day): readonly CriterionVerdict[] {
  const { terms, available } = mandate;
  const verdicts: CriterionVerdict[] = [
    { criterion: 'THEME', met: fitsThemes(terms.themes, idea.themes) },
    { criterion: 'PLACE', met: fitsPlaces(terms.places, idea.places) },
    { criterion: 'PERIOD', met: terms.opensOn <= today && today <= terms.closesOn },
    { criterion: 'BUDGET', met: !available.isLessThan(terms.smallestPledge) },
  ];
  if (!idea.round) return verdicts;

  const sameCurrency = idea.round.room.currency === currencyOf(terms);
  return [
    ...verdicts,
    { criterion: 'PURPOSE', met: terms.purposes.includes(idea.round.purpose) },
    { criterion: 'CURRENCY', met: sameCurrency },
    { criterion: 'ROOM', met: sameCurrency && !idea.round.room.isLessThan(terms.smallestPledge) },
  ];
}

/** An idea fits when at least one of its themes is one the funder named. */
export function fitsThemes(funded: readonly Theme[], themes: readonly Theme[]): boolean {
  return themes.some((theme) => funded.includes(theme));
}

/** A funder that names no place funds anywhere; an idea that names none is for everywhere, so no place excludes it. */
export function fitsPlaces(funded: readonly string[], places: readonly string[]): boolean {
  if (funded.length === 0 || places.length === 0) return true;
  const named = new Set(funded.map(fold));
  return places.some((place) => named.has(fold(place)));
}

function fold(place: string): string {
  return place.trim().toLocaleLowerCase('en');
}
