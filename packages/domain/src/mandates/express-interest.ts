import { accept, checkText, refuse, type Decision, type IdeaStage, type TextFault } from '../shared/index.js';

import type { Day, Mandate } from './mandate.js';
import { isDay } from './publish-mandate.js';

export type InterestReason =
  | { readonly code: 'MANDATE_CLOSED' }
  | { readonly code: 'IDEA_NOT_OPEN_TO_INTEREST'; readonly stage: IdeaStage }
  | { readonly code: 'DAY_NOT_A_DATE'; readonly typed: string }
  | { readonly code: 'BOARD_MEETS_IN_THE_PAST'; readonly boardMeetsOn: Day; readonly today: Day }
  | { readonly code: 'BOARD_MEETS_TOO_LATE'; readonly latest: Day }
  | TextFault;

const STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING'];

/** A date further away than a year is not one that somebody waits for. */
const DAYS_AHEAD_MOST = 366;

/**
 * Decides whether a funder may say that an idea interests it, subject to its board. It names no amount, and nothing
 * ever counts it: others may plan around a date, not around money that nobody promised.
 */
export function expressInterest(
  mandate: Mandate,
  idea: { readonly stage: IdeaStage },
  ask: { readonly boardMeetsOn: string; readonly note: string },
  today: Day,
): Decision<{ readonly boardMeetsOn: Day; readonly note: string }, InterestReason> {
  const reasons: InterestReason[] = [];
  if (mandate.status === 'CLOSED') reasons.push({ code: 'MANDATE_CLOSED' });
  if (!STAGES.includes(idea.stage)) reasons.push({ code: 'IDEA_NOT_OPEN_TO_INTEREST', stage: idea.stage });
  const { boardMeetsOn } = ask;
  const latest = new Date(Date.parse(`${today}T00:00:00Z`) + DAYS_AHEAD_MOST * 86_400_000).toISOString().slice(0, 10);
  if (!isDay(boardMeetsOn)) reasons.push({ code: 'DAY_NOT_A_DATE', typed: boardMeetsOn });
  else if (boardMeetsOn < today) reasons.push({ code: 'BOARD_MEETS_IN_THE_PAST', boardMeetsOn, today });
  else if (boardMeetsOn > latest) reasons.push({ code: 'BOARD_MEETS_TOO_LATE', latest });
  const { text: note, faults } = checkText(ask.note, ['input', 'note'], { most: 500, least: 0, lines: 'many' });
  reasons.push(...faults);
  return reasons.length > 0 ? refuse(reasons) : accept({ boardMeetsOn, note });
}
