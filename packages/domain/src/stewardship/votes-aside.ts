import { checkText, type TextFault } from '../shared/text.js';
import { accept, refuse, type Decision } from '../shared/decision.js';

/** What a signal looks at: so many minutes. */
export const BURST_MINUTES = 15;
/** Votes within them, at least: below, chance looks the same. */
export const BURST_LEAST = 20;
/** An account is new for so many hours. */
export const NEW_ACCOUNT_HOURS = 24;

export interface Burst {
  readonly votes: number;
  /** By accounts made shortly before. */
  readonly newAccounts: number;
  /** Votes the idea usually gets in as many minutes, rounded up. */
  readonly usual: number;
}

/**
 * Whether a burst is shown to a person. It is what a youth club, a conference or a good newsletter looks like too, so
 * it says what it rests on and decides nothing.
 */
export function isUnusual({ votes, newAccounts, usual }: Burst): boolean {
  return votes >= BURST_LEAST && votes >= usual * 5 && newAccounts * 2 >= votes;
}

export type SetVotesAsideRefusal =
  | TextFault
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'NO_SUCH_VOTES' }
  | { readonly code: 'VOTES_ARE_FINAL' };

/**
 * Decides whether votes are set aside: they stay in the log with the reason, those who cast them are told and may
 * appeal to a second steward. From DELIVERY on votes no longer change, so neither do they leave the count.
 */
export function setVotesAside(
  ask: { readonly reason: string | null },
  facts: {
    readonly isSteward: boolean;
    readonly isInvolved: boolean;
    readonly votes: number;
    readonly canStillChange: boolean;
  },
): Decision<{ readonly reason: string }, SetVotesAsideRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: 2_000, least: 1, lines: 'many' });
  const reasons: SetVotesAsideRefusal[] = [...reason.faults];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  if (facts.isInvolved) reasons.push({ code: 'OWN_MATTER' });
  if (facts.votes === 0) reasons.push({ code: 'NO_SUCH_VOTES' });
  if (!facts.canStillChange) reasons.push({ code: 'VOTES_ARE_FINAL' });
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: reason.text });
}
