import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { IDEA_LIMITS } from './idea.js';
import type { StewardFacts } from './merge-ideas.js';

/** An idea can be declined before anybody was asked for money. */
export const DECLINABLE_STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];

export type DeclineIdeaRefusal =
  | TextFault
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'IDEA_NOT_DECLINABLE'; readonly stage: IdeaStage };

/** Decides that a steward declines an idea: with a reason that everybody can read, never about their own matter. */
export function declineIdea(
  ask: { readonly reason: string | null },
  facts: StewardFacts & { readonly stage: IdeaStage },
): Decision<{ readonly reason: string }, DeclineIdeaRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: IDEA_LIMITS.reason, lines: 'many' });
  const reasons: DeclineIdeaRefusal[] = [...reason.faults];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  if (facts.isSteward && facts.isInvolved) reasons.push({ code: 'OWN_MATTER' });
  if (!DECLINABLE_STAGES.includes(facts.stage)) reasons.push({ code: 'IDEA_NOT_DECLINABLE', stage: facts.stage });
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: reason.text });
}

export type AppealRefusal =
  | TextFault
  | { readonly code: 'NOT_CONCERNED' }
  | { readonly code: 'APPEALED_ALREADY' }
  | { readonly code: 'DECISION_NO_LONGER_STANDS' };

/** Decides whether somebody whom a steward's decision concerns may have it looked at again. Once. */
export function appealDecision(
  ask: { readonly reason: string | null },
  facts: { readonly concerned: boolean; readonly appealed: boolean; readonly stands: boolean },
): Decision<{ readonly reason: string }, AppealRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: IDEA_LIMITS.reason, lines: 'many' });
  const reasons: AppealRefusal[] = [...reason.faults];
  if (!facts.concerned) reasons.push({ code: 'NOT_CONCERNED' });
  if (facts.appealed) reasons.push({ code: 'APPEALED_ALREADY' });
  if (!facts.stands) reasons.push({ code: 'DECISION_NO_LONGER_STANDS' });
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: reason.text });
}

export type DecideAppealRefusal =
  | TextFault
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'SAME_STEWARD' }
  | { readonly code: 'DECIDED_ALREADY' };

/** Decides an appeal: by a steward who did not decide first and has no part in the matter, with a reason. */
export function decideAppeal(
  ask: { readonly reason: string | null },
  facts: StewardFacts & { readonly personId: string; readonly againstId: string | null; readonly open: boolean },
): Decision<{ readonly reason: string }, DecideAppealRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: IDEA_LIMITS.reason, lines: 'many' });
  const reasons: DecideAppealRefusal[] = [...reason.faults];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  else if (facts.isInvolved) reasons.push({ code: 'OWN_MATTER' });
  if (facts.isSteward && facts.againstId === facts.personId) reasons.push({ code: 'SAME_STEWARD' });
  if (!facts.open) reasons.push({ code: 'DECIDED_ALREADY' });
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: reason.text });
}
