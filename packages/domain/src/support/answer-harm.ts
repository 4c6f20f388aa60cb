import { isAuthor, type Idea } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';

export const HARM_ANSWER_LIMITS = { answer: 2_000 } as const;

export type AnswerHarmRefusal =
  | TextFault
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'NO_SUCH_CONCERN' }
  | { readonly code: 'IDEA_CLOSED'; readonly stage: IdeaStage };

/** Decides an author's public answer to somebody with experience who said that the idea could make things worse. */
export function answerHarm(
  answer: string | null,
  facts: { readonly idea: Idea; readonly personId: string; readonly concernStands: boolean },
): Decision<{ readonly answer: string }, AnswerHarmRefusal> {
  const checked = checkText(answer, ['input', 'answer'], { most: HARM_ANSWER_LIMITS.answer, lines: 'many' });
  const reasons: AnswerHarmRefusal[] = [...checked.faults];
  if (!isAuthor(facts.idea, facts.personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (!facts.concernStands) reasons.push({ code: 'NO_SUCH_CONCERN' });
  if (['WITHDRAWN', 'MERGED', 'DECLINED'].includes(facts.idea.stage)) {
    reasons.push({ code: 'IDEA_CLOSED', stage: facts.idea.stage });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ answer: checked.text });
}
