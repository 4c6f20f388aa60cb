import type { IdeaStage, Perspective } from '../shared/vocabulary.js';

/** A person's answer to an idea. Only `SUPPORT` counts as support; the others are for lived experience alone. */
export const VOTE_ANSWERS = ['SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM'] as const;
export type VoteAnswer = (typeof VOTE_ANSWERS)[number];

/** How a voter is named in public. A pseudonym is new for each idea and leads nowhere else. */
export const SHOWN_AS = ['NAME', 'PSEUDONYM'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/**
 * How a vote came: by the person, or from a file. An imported vote meets no gate and is counted apart,
 * because nobody here saw who cast it.
 */
export const VOTE_SOURCES = ['PERSON', 'IMPORT'] as const;
export type VoteSource = (typeof VOTE_SOURCES)[number];

/** While funders are still deciding, people may change their mind. From DELIVERY on votes are what money rested on. */
export const STAGES_WITH_OPEN_VOTES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING'];

export const VOTE_LIMITS = { why: 1_000 } as const;

export interface Vote {
  readonly ideaId: string;
  readonly personId: string;
  readonly perspective: Perspective;
  readonly answer: VoteAnswer;
  /** In the voter's words; may be given with `WOULD_NOT_HELP` and `COULD_HARM`. Public. */
  readonly why: string;
  readonly shownAs: ShownAs;
  /** The one organisation the voter speaks for, held at that moment. */
  readonly organisationId: string | null;
  readonly source: VoteSource;
}
