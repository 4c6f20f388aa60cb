import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import { PERSPECTIVES, type IdeaStage, type Perspective } from '../shared/vocabulary.js';
import { STAGES_WITH_OPEN_VOTES, VOTE_ANSWERS, type VoteAnswer } from './vote.js';

export const SESSION_LIMITS = { place: 120, ideas: 5, people: 200, openAtOnce: 3 } as const;
/** Hours a group session is open at most. */
export const SESSION_HOURS = 2;
/** What codes are made of: nothing that is read as something else. */
export const SESSION_CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const SESSION_CODE_LENGTH = 8;

export type OpenSessionRefusal =
  | TextFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'NO_IDEAS'; readonly path: readonly string[] }
  | { readonly code: 'TOO_MANY_IDEAS'; readonly path: readonly string[]; readonly most: number }
  | { readonly code: 'VOTES_CLOSED'; readonly stage: IdeaStage }
  | {
      readonly code: 'PEOPLE_OUT_OF_RANGE';
      readonly path: readonly string[];
      readonly given: number;
      readonly most: number;
    }
  | { readonly code: 'TOO_MANY_SESSIONS'; readonly most: number };

/** Decides that somebody who works with people opens a session in which those in the room vote, without accounts. */
export function openGroupSession(
  ask: { readonly place: string | null; readonly people: number; readonly organisationId: string },
  facts: {
    readonly organisationsHeld: readonly string[];
    readonly stages: readonly IdeaStage[];
    /** Sessions the person has open at this moment. */
    readonly open: number;
  },
): Decision<{ readonly place: string; readonly people: number }, OpenSessionRefusal> {
  const place = checkText(ask.place, ['input', 'place'], { most: SESSION_LIMITS.place, lines: 'one' });
  const reasons: OpenSessionRefusal[] = [...place.faults];
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  const path = ['input', 'ideaIds'];
  if (facts.stages.length === 0) reasons.push({ code: 'NO_IDEAS', path });
  if (facts.stages.length > SESSION_LIMITS.ideas)
    reasons.push({ code: 'TOO_MANY_IDEAS', path, most: SESSION_LIMITS.ideas });
  const closed = facts.stages.find((stage) => !STAGES_WITH_OPEN_VOTES.includes(stage));
  if (closed !== undefined) reasons.push({ code: 'VOTES_CLOSED', stage: closed });
  if (!Number.isInteger(ask.people) || ask.people < 1 || ask.people > SESSION_LIMITS.people) {
    reasons.push({
      code: 'PEOPLE_OUT_OF_RANGE',
      path: ['input', 'people'],
      given: ask.people,
      most: SESSION_LIMITS.people,
    });
  }
  if (facts.open >= SESSION_LIMITS.openAtOnce)
    reasons.push({ code: 'TOO_MANY_SESSIONS', most: SESSION_LIMITS.openAtOnce });
  return reasons.length > 0 ? refuse(reasons) : accept({ place: place.text, people: ask.people });
}

export interface BallotWithoutAccount {
  readonly perspective: Perspective | null;
  readonly answer: VoteAnswer;
}

export type BallotFault =
  | { readonly code: 'VOTES_CLOSED'; readonly stage: IdeaStage }
  | { readonly code: 'PERSPECTIVE_MISSING'; readonly path: readonly string[] }
  | { readonly code: 'ANSWER_NEEDS_LIVED_EXPERIENCE'; readonly path: readonly string[]; readonly answer: VoteAnswer };

/** What is wrong with a vote that says nothing but its perspective and answer. */
export function ballotFaults({ perspective, answer }: BallotWithoutAccount, stage: IdeaStage): BallotFault[] {
  const faults: BallotFault[] = [];
  if (!STAGES_WITH_OPEN_VOTES.includes(stage)) faults.push({ code: 'VOTES_CLOSED', stage });
  if (perspective === null || !PERSPECTIVES.includes(perspective)) {
    faults.push({ code: 'PERSPECTIVE_MISSING', path: ['input', 'perspective'] });
  }
  if (!VOTE_ANSWERS.includes(answer) || (answer !== 'SUPPORT' && perspective !== 'LIVED_EXPERIENCE')) {
    faults.push({ code: 'ANSWER_NEEDS_LIVED_EXPERIENCE', path: ['input', 'answer'], answer });
  }
  return faults;
}

export type CastSessionVoteRefusal =
  | BallotFault
  | { readonly code: 'SESSION_OVER' }
  | { readonly code: 'ALREADY_VOTED' }
  | { readonly code: 'SESSION_FULL'; readonly most: number };

/**
 * Decides a vote of somebody in the room. A session takes as many votes on an idea as its opener said people are there.
 *
 * The caller holds the session's lock: two who vote at once must not both be the last.
 */
export function castSessionVote(
  ask: BallotWithoutAccount,
  facts: {
    readonly isOpen: boolean;
    readonly people: number;
    readonly cast: number;
    readonly hasVote: boolean;
    readonly stage: IdeaStage;
  },
): Decision<true, CastSessionVoteRefusal> {
  const reasons: CastSessionVoteRefusal[] = [];
  if (!facts.isOpen) reasons.push({ code: 'SESSION_OVER' });
  if (facts.hasVote) reasons.push({ code: 'ALREADY_VOTED' });
  else if (facts.cast >= facts.people) reasons.push({ code: 'SESSION_FULL', most: facts.people });
  reasons.push(...ballotFaults(ask, facts.stage));
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}

/** How many votes one person may record for others on one idea. */
export const MOST_RECORDED = 50;

export type RecordVoteForRefusal =
  | BallotFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'NOT_ASKED_BY_THEM'; readonly path: readonly string[] }
  | { readonly code: 'TOO_MANY_RECORDED'; readonly most: number };

/** Decides that a worker records the vote of somebody who asked them to. It names the worker's organisation, never the person. */
export function recordVoteFor(
  ask: BallotWithoutAccount & { readonly organisationId: string; readonly theyAsked: boolean },
  facts: { readonly organisationsHeld: readonly string[]; readonly stage: IdeaStage; readonly recorded: number },
): Decision<true, RecordVoteForRefusal> {
  const reasons: RecordVoteForRefusal[] = [...ballotFaults(ask, facts.stage)];
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (!ask.theyAsked) reasons.push({ code: 'NOT_ASKED_BY_THEM', path: ['input', 'theyAsked'] });
  if (facts.recorded >= MOST_RECORDED) reasons.push({ code: 'TOO_MANY_RECORDED', most: MOST_RECORDED });
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}
