import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { isAuthor, type Idea } from './idea.js';

/** An organisation's answer to whether it would lead an idea. Neither binds it: what binds is what it signs later. */
export const LEAD_ANSWERS = ['WOULD_LEAD', 'NOT_NOW'] as const;
export type LeadAnswer = (typeof LEAD_ANSWERS)[number];

/** `waiting`: how many organisations may be asked and not have answered yet. Beyond it, it is a circular letter. */
export const LEAD_LIMITS = { note: 1_000, waiting: 10 } as const;

/** Until money is asked for, who leads is open; from then on funders pledge to somebody. */
export const STAGES_WITHOUT_A_SETTLED_LEAD: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];

export type AskWhoWouldLeadRefusal =
  | TextFault
  | { readonly code: 'NOT_AN_AUTHOR' }
  | { readonly code: 'LEAD_IS_SETTLED'; readonly stage: IdeaStage }
  | { readonly code: 'NOBODY_TO_ASK'; readonly path: readonly string[] }
  | { readonly code: 'ORGANISATION_UNKNOWN'; readonly path: readonly string[] }
  | {
      readonly code: 'TOO_MANY_ASKED';
      readonly path: readonly string[];
      readonly waiting: number;
      readonly most: number;
    };

/**
 * Decides whether an author asks organisations to lead. Whoever has the idea need not be able to carry it out, and must
 * not have to know the right person there.
 *
 * An organisation that was asked before is not asked again: it has the question, or it has answered it. `asked` is who
 * is new to it.
 */
export function askWhoWouldLead(
  ask: { readonly organisationIds: readonly string[]; readonly note: string | null },
  facts: {
    readonly idea: Idea;
    readonly personId: string;
    /** Those of the organisations that are there. */
    readonly known: readonly string[];
    /** Organisations that have a question or an answer about this idea already. */
    readonly askedBefore: readonly string[];
    readonly waiting: number;
  },
): Decision<{ readonly asked: readonly string[]; readonly note: string }, AskWhoWouldLeadRefusal> {
  const path = ['input', 'organisationIds'];
  const most = LEAD_LIMITS.waiting;
  const wanted = [...new Set(ask.organisationIds)];
  const asked = wanted.filter((id) => !facts.askedBefore.includes(id));
  const note = checkText(ask.note, ['input', 'note'], { most: LEAD_LIMITS.note, least: 0, lines: 'many' });
  const reasons: AskWhoWouldLeadRefusal[] = [...note.faults];
  if (!isAuthor(facts.idea, facts.personId)) reasons.push({ code: 'NOT_AN_AUTHOR' });
  if (!STAGES_WITHOUT_A_SETTLED_LEAD.includes(facts.idea.stage)) {
    reasons.push({ code: 'LEAD_IS_SETTLED', stage: facts.idea.stage });
  }
  if (wanted.some((id) => !facts.known.includes(id))) reasons.push({ code: 'ORGANISATION_UNKNOWN', path });
  else if (asked.length === 0) reasons.push({ code: 'NOBODY_TO_ASK', path });
  if (facts.waiting + asked.length > most) {
    reasons.push({ code: 'TOO_MANY_ASKED', path, waiting: facts.waiting, most });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ asked, note: note.text });
}

export type AnswerWhoWouldLeadRefusal =
  | TextFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'LEAD_IS_SETTLED'; readonly stage: IdeaStage }
  | { readonly code: 'NOT_ASKED'; readonly path: readonly string[] };

/**
 * Decides an organisation's answer. It may offer to lead without having been asked, and change its answer for as long as
 * nobody has been asked for money; only who was asked, or who offered, can say "not now".
 */
export function answerWhoWouldLead(
  ask: { readonly organisationId: string; readonly answer: LeadAnswer; readonly note: string | null },
  facts: { readonly stage: IdeaStage; readonly organisationsHeld: readonly string[]; readonly wasAsked: boolean },
): Decision<{ readonly answer: LeadAnswer; readonly note: string }, AnswerWhoWouldLeadRefusal> {
  const note = checkText(ask.note, ['input', 'note'], { most: LEAD_LIMITS.note, least: 0, lines: 'many' });
  const reasons: AnswerWhoWouldLeadRefusal[] = [...note.faults];
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  if (!STAGES_WITHOUT_A_SETTLED_LEAD.includes(facts.stage)) {
    reasons.push({ code: 'LEAD_IS_SETTLED', stage: facts.stage });
  }
  if (ask.answer === 'NOT_NOW' && !facts.wasAsked) reasons.push({ code: 'NOT_ASKED', path: ['input', 'answer'] });
  return reasons.length > 0 ? refuse(reasons) : accept({ answer: ask.answer, note: note.text });
}
