import { PERSPECTIVES, type Perspective } from '../shared/vocabulary.js';
import type { VoteAnswer, VoteSource } from './vote.js';

/** One line of the append-only history of votes on an idea. */
export type VoteEvent =
  | {
      readonly kind: 'CAST';
      readonly personId: string;
      readonly perspective: Perspective;
      readonly answer: VoteAnswer;
      readonly organisationId: string | null;
      readonly source: VoteSource;
    }
  | { readonly kind: 'WITHDRAWN' | 'SET_ASIDE' | 'RESTORED' | 'CONFIRMED'; readonly personId: string };

/** How many stand behind an idea, counted from its history. */
export interface Tally {
  /** Votes of support, each by one person. Imported ones are not among them. */
  readonly votes: number;
  readonly byPerspective: Readonly<Record<Perspective, number>>;
  readonly organisationIds: readonly string[];
  readonly wouldNotHelp: number;
  readonly couldHarm: number;
  /** People with experience of it who answered, whatever they answered. */
  readonly livedExperienceVoices: number;
  /** Votes of support that came from a file. */
  readonly imported: number;
}

interface Standing {
  readonly vote: Extract<VoteEvent, { kind: 'CAST' }>;
  readonly setAside: boolean;
}

/**
 * Counts a history. A second cast by somebody whose vote stands changes nothing, whatever it says: one person
 * is one vote, also in a file that was merged from two.
 */
export function tally(history: readonly VoteEvent[]): Tally {
  const standing = new Map<string, Standing>();
  for (const event of history) {
    const current = standing.get(event.personId);
    if (event.kind === 'CAST') {
      if (current === undefined) standing.set(event.personId, { vote: event, setAside: false });
    } else if (current !== undefined) {
      if (event.kind === 'WITHDRAWN') standing.delete(event.personId);
      else if (event.kind !== 'CONFIRMED') {
        standing.set(event.personId, { vote: current.vote, setAside: event.kind === 'SET_ASIDE' });
      }
    }
  }
  const counted = [...standing.values()].filter(({ setAside }) => !setAside).map(({ vote }) => vote);
  const own = counted.filter(({ source }) => source === 'PERSON');
  const support = own.filter(({ answer }) => answer === 'SUPPORT');
  return {
    votes: support.length,
    byPerspective: Object.fromEntries(
      PERSPECTIVES.map((hat) => [hat, support.filter(({ perspective }) => perspective === hat).length]),
    ) as Record<Perspective, number>,
    organisationIds: [...new Set(support.flatMap(({ organisationId }) => organisationId ?? []))].toSorted(),
    wouldNotHelp: own.filter(({ answer }) => answer === 'WOULD_NOT_HELP').length,
    couldHarm: own.filter(({ answer }) => answer === 'COULD_HARM').length,
    livedExperienceVoices: own.filter(({ perspective }) => perspective === 'LIVED_EXPERIENCE').length,
    imported: counted.filter(({ answer, source }) => source === 'IMPORT' && answer === 'SUPPORT').length,
  };
}
