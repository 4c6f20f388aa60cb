import { isAuthor, type Idea } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import { PERSPECTIVES, type IdeaStage, type Perspective } from '../shared/vocabulary.js';
import {
  STAGES_WITH_OPEN_VOTES,
  VOTE_LIMITS,
  type ShownAs,
  type Vote,
  type VoteAnswer,
  type VoteSource,
} from './vote.js';

export interface VoteAsk {
  readonly perspective: Perspective | null;
  readonly answer: VoteAnswer;
  readonly why: string | null;
  /** Null lets the perspective decide: a pseudonym for lived experience, the name for everybody else. */
  readonly shownAs: ShownAs | null;
  readonly organisationId: string | null;
}

export interface VoteFacts {
  readonly idea: Idea;
  readonly personId: string;
  /** Whether the person has shown that the email address of their account is theirs. */
  readonly emailVerified: boolean;
  readonly hasVote: boolean;
  /** The organisations the person belongs to at this moment, read in the same transaction. */
  readonly organisationsHeld: readonly string[];
  readonly source: VoteSource;
}

export type CastVoteRefusal =
  | TextFault
  | { readonly code: 'OWN_IDEA' }
  | { readonly code: 'ALREADY_VOTED' }
  | { readonly code: 'VOTES_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'EMAIL_NOT_VERIFIED' }
  | { readonly code: 'PERSPECTIVE_MISSING'; readonly path: readonly string[] }
  | { readonly code: 'ANSWER_NEEDS_LIVED_EXPERIENCE'; readonly path: readonly string[]; readonly answer: VoteAnswer }
  | { readonly code: 'WHY_NOT_ASKED'; readonly path: readonly string[] }
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] };

/**
 * Decides whether a person's vote is taken.
 *
 * That there is one vote a person is held by the database; `hasVote` is only what was seen, so that the
 * refusal is said together with the others.
 */
export function castVote(ask: VoteAsk, facts: VoteFacts): Decision<Vote, CastVoteRefusal> {
  const { idea, personId } = facts;
  const reasons: CastVoteRefusal[] = [];
  const why = checkText(ask.why, ['input', 'why'], { most: VOTE_LIMITS.why, least: 0, lines: 'many' });

  if (isAuthor(idea, personId)) reasons.push({ code: 'OWN_IDEA' });
  if (facts.hasVote) reasons.push({ code: 'ALREADY_VOTED' });
  if (!STAGES_WITH_OPEN_VOTES.includes(idea.stage)) reasons.push({ code: 'VOTES_CLOSED', stage: idea.stage });
  if (!facts.emailVerified && facts.source === 'PERSON') reasons.push({ code: 'EMAIL_NOT_VERIFIED' });
  if (ask.perspective === null || !PERSPECTIVES.includes(ask.perspective)) {
    reasons.push({ code: 'PERSPECTIVE_MISSING', path: ['input', 'perspective'] });
  }
  if (ask.answer !== 'SUPPORT' && ask.perspective !== 'LIVED_EXPERIENCE') {
    reasons.push({ code: 'ANSWER_NEEDS_LIVED_EXPERIENCE', path: ['input', 'answer'], answer: ask.answer });
  }
  // Support is not asked to explain itself; what would be written here would only be public without need.
  if (ask.answer === 'SUPPORT' && why.text !== '') reasons.push({ code: 'WHY_NOT_ASKED', path: ['input', 'why'] });
  reasons.push(...why.faults);
  if (ask.organisationId !== null && !facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (ask.perspective === null || reasons.length > 0) return refuse(reasons);
  return accept({
    ideaId: idea.id,
    personId,
    perspective: ask.perspective,
    answer: ask.answer,
    why: why.text,
    shownAs: ask.shownAs ?? defaultShownAs(ask.perspective),
    organisationId: ask.organisationId,
    source: facts.source,
  });
}

/** People who speak about their own life are under a pseudonym unless they choose otherwise, each time. */
export function defaultShownAs(perspective: Perspective): ShownAs {
  return perspective === 'LIVED_EXPERIENCE' ? 'PSEUDONYM' : 'NAME';
}

export type ChangeVoteRefusal =
  | { readonly code: 'NO_VOTE' }
  | { readonly code: 'VOTES_CLOSED'; readonly stage: IdeaStage };

/** Decides whether a person's vote, when there is one, can be taken back or confirmed now. */
export function changeVote<V>(vote: V | null, stage: IdeaStage): Decision<V, ChangeVoteRefusal> {
  const reasons: ChangeVoteRefusal[] = [];
  if (vote === null) reasons.push({ code: 'NO_VOTE' });
  if (!STAGES_WITH_OPEN_VOTES.includes(stage)) reasons.push({ code: 'VOTES_CLOSED', stage });
  return vote === null || reasons.length > 0 ? refuse(reasons) : accept(vote);
}
