import { accept, refuse, type Decision } from '../shared/decision.js';

import type { EntryStatus } from './entry.js';

export type AskToGiveRefusal =
  | { readonly code: 'NOT_THE_GIVER' }
  | { readonly code: 'ENTRY_WITHDRAWN' }
  | { readonly code: 'ALREADY_ASKED'; readonly path: readonly string[] };

/** Decides whether an organisation is asked to be named as giving something too. It is named when it says yes. */
export function askToGive(facts: {
  readonly actsForGiver: boolean;
  readonly status: EntryStatus;
  /** It gives it already, or has been asked. */
  readonly named: boolean;
}): Decision<null, AskToGiveRefusal> {
  const reasons: AskToGiveRefusal[] = [];
  if (!facts.actsForGiver) reasons.push({ code: 'NOT_THE_GIVER' });
  if (facts.status === 'WITHDRAWN') reasons.push({ code: 'ENTRY_WITHDRAWN' });
  if (facts.named) reasons.push({ code: 'ALREADY_ASKED', path: ['input', 'organisationId'] });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

export type AnswerGivingRefusal =
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'NOT_ASKED' };

/** Decides an organisation's own word on whether it gives something too. It may take a yes back later. */
export function answerGiving(facts: {
  readonly actsForOrganisation: boolean;
  readonly asked: boolean;
}): Decision<null, AnswerGivingRefusal> {
  const reasons: AnswerGivingRefusal[] = [];
  if (!facts.actsForOrganisation) reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  if (!facts.asked) reasons.push({ code: 'NOT_ASKED' });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}
