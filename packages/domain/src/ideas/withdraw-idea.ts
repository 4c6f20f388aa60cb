import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { IDEA_LIMITS, type Idea } from './idea.js';

/** Before FUNDING. In FUNDING the lead closes the round first, so that pledgers are released and told why. */
export const WITHDRAWABLE_STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];

export type WithdrawIdeaRefusal =
  | TextFault
  | { readonly code: 'NOT_THE_AUTHOR' }
  | { readonly code: 'IDEA_NOT_WITHDRAWABLE'; readonly stage: IdeaStage };

/** Decides a withdrawal: by the author alone, with words for those who stood behind it. */
export function withdrawIdea(
  reason: string | null,
  idea: Idea,
  personId: string,
): Decision<{ readonly reason: string }, WithdrawIdeaRefusal> {
  const checked = checkText(reason, ['input', 'reason'], { most: IDEA_LIMITS.reason, least: 0, lines: 'many' });
  const reasons: WithdrawIdeaRefusal[] = [...checked.faults];
  if (idea.authorId !== personId) reasons.push({ code: 'NOT_THE_AUTHOR' });
  if (!WITHDRAWABLE_STAGES.includes(idea.stage)) reasons.push({ code: 'IDEA_NOT_WITHDRAWABLE', stage: idea.stage });
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: checked.text });
}
