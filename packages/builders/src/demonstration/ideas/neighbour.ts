import type { Perspective, Theme } from '@openimpact/domain';

import type { PlannedIdea } from '../plan.js';

/** A need in a line: what most ideas of the demonstration are. */
export interface NeighbourLine {
  readonly key: string;
  readonly title: string;
  readonly need: string;
  readonly outcome: string;
  readonly for: string;
  readonly exists?: string;
  readonly themes: readonly Theme[];
  readonly place: string;
  readonly author: string;
  readonly days: number;
  /** How many of each hat: lived experience, practitioners, technologists, funders, anybody else. */
  readonly support: readonly [number, number, number, number, number];
  /** The organisation that would try it, whose person said so, and how many people it serves. With backing: one at least. */
  readonly tries?: readonly [string, string, number, string];
  readonly said?: readonly [string, Perspective, string];
  readonly hasBacking?: true;
}

/** The idea of a line. With backing it has just arrived there; without, it was logged lately. */
export function neighbour(line: NeighbourLine): PlannedIdea {
  const [lived, practitioners, technologists, funders, others] = line.support;
  const [organisation, by, peopleServed, note] = line.tries ?? [];
  const [speaker, perspective, text] = line.said ?? [];
  return {
    key: line.key,
    title: line.title,
    need: line.need,
    outcome: line.outcome,
    peopleServed: line.for,
    whatExists: line.exists ?? 'Nothing that we know of.',
    themes: line.themes,
    places: [line.place],
    author: line.author,
    loggedDaysAgo: line.days,
    reaches: line.hasBacking === true ? 'SUPPORTED' : 'LOGGED',
    support: {
      LIVED_EXPERIENCE: lived,
      PRACTITIONER: practitioners,
      TECHNOLOGIST: technologists,
      FUNDER: funders,
      PUBLIC: others,
    },
    interests:
      organisation === undefined || by === undefined
        ? []
        : [{ organisation, by, level: 'WOULD_PILOT', peopleServed: peopleServed ?? 0, note: note ?? '' }],
    comments:
      speaker === undefined || perspective === undefined || text === undefined
        ? []
        : [{ by: speaker, perspective, text }],
  };
}
