import { accept, refuse, type Decision } from '../shared/decision.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { isAuthor, type Idea } from './idea.js';
import { REVISABLE_STAGES } from './revise-idea.js';

/** Beyond it nobody knows any more who answers for the text. */
export const MOST_CO_AUTHORS = 10;

export type InviteCoAuthorRefusal =
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'IDEA_NOT_REVISABLE'; readonly stage: IdeaStage }
  | { readonly code: 'NOBODY_OF_THAT_NAME'; readonly path: readonly string[] }
  | { readonly code: 'CANNOT_BE_ASKED'; readonly path: readonly string[] }
  | { readonly code: 'WRITES_IT_ALREADY'; readonly path: readonly string[] }
  | { readonly code: 'TOO_MANY_CO_AUTHORS'; readonly most: number };

/** Decides whether an author asks somebody to write an idea with them. */
export function inviteCoAuthor(facts: {
  readonly idea: Idea;
  readonly personId: string;
  readonly inviteeId: string | null;
  /** Whether the author may turn to them by name: `mayMention`. */
  readonly mayReach: boolean;
}): Decision<{ readonly inviteeId: string }, InviteCoAuthorRefusal> {
  const { idea, inviteeId } = facts;
  const path = ['input', 'handle'];
  const reasons: InviteCoAuthorRefusal[] = [];
  if (!isAuthor(idea, facts.personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (!REVISABLE_STAGES.includes(idea.stage)) reasons.push({ code: 'IDEA_NOT_REVISABLE', stage: idea.stage });
  if (inviteeId === null) reasons.push({ code: 'NOBODY_OF_THAT_NAME', path });
  else if (isAuthor(idea, inviteeId)) reasons.push({ code: 'WRITES_IT_ALREADY', path });
  else if (!facts.mayReach) reasons.push({ code: 'CANNOT_BE_ASKED', path });
  if (idea.coAuthorIds.length >= MOST_CO_AUTHORS) reasons.push({ code: 'TOO_MANY_CO_AUTHORS', most: MOST_CO_AUTHORS });
  return inviteeId === null || reasons.length > 0 ? refuse(reasons) : accept({ inviteeId });
}

export type AnswerCoAuthorRefusal =
  | { readonly code: 'NOT_INVITED' }
  | { readonly code: 'IDEA_NOT_REVISABLE'; readonly stage: IdeaStage }
  | { readonly code: 'TOO_MANY_CO_AUTHORS'; readonly most: number };

/** Decides whether somebody who was invited becomes a co-author. A no is always possible while they are asked. */
export function answerCoAuthorInvitation(
  ask: { readonly accept: boolean },
  facts: { readonly idea: Idea; readonly invited: boolean },
): Decision<true, AnswerCoAuthorRefusal> {
  const reasons: AnswerCoAuthorRefusal[] = [];
  if (!facts.invited) reasons.push({ code: 'NOT_INVITED' });
  if (ask.accept && !REVISABLE_STAGES.includes(facts.idea.stage)) {
    reasons.push({ code: 'IDEA_NOT_REVISABLE', stage: facts.idea.stage });
  }
  if (ask.accept && facts.idea.coAuthorIds.length >= MOST_CO_AUTHORS) {
    reasons.push({ code: 'TOO_MANY_CO_AUTHORS', most: MOST_CO_AUTHORS });
  }
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}
