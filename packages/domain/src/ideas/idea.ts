import type { IdeaStage, Theme } from '../shared/vocabulary.js';

/** Most characters of each answer, as a reader counts them. The form shows the same numbers. */
export const IDEA_LIMITS = {
  title: 120,
  need: 5_000,
  peopleServed: 500,
  outcome: 2_000,
  easyRead: 160,
  whatExists: 3_000,
  place: 80,
  places: 10,
  themes: 5,
  evidence: 10,
  evidenceAddress: 500,
  reason: 500,
} as const;

/** What an idea says. Five answers are required: title, need, who it is for, the outcome, a theme. */
export interface IdeaContent {
  readonly title: string;
  /** The need, in markdown. */
  readonly need: string;
  /** Whom it is for. */
  readonly peopleServed: string;
  readonly outcome: string;
  /** The idea again in one short sentence of plain words, for people who find long texts hard. Empty when not given. */
  readonly easyRead: string;
  /** What exists already, as far as the author knows. Empty when not said. */
  readonly whatExists: string;
  readonly themes: readonly Theme[];
  readonly places: readonly string[];
  /** Addresses of reports, research, statistics. */
  readonly evidence: readonly string[];
  /** BCP 47, such as `en` or `pt-BR`: which language the text is written in. */
  readonly language: string;
}

/** The facts about an idea that rules ask for. */
export interface Idea {
  readonly id: string;
  readonly stage: IdeaStage;
  readonly authorId: string;
  readonly coAuthorIds: readonly string[];
}

export function isAuthor(idea: Pick<Idea, 'authorId' | 'coAuthorIds'>, personId: string): boolean {
  return idea.authorId === personId || idea.coAuthorIds.includes(personId);
}
