import { accept, checkText, refuse, type Decision, type TextFault } from '../shared/index.js';

import { LONGEST_ROUND_DAYS } from './open-round.js';
import type { Round, RoundExtension, RoundStatus } from './round.js';

export type ExtendRoundReason =
  | { readonly code: 'ROUND_NOT_OPEN'; readonly status: RoundStatus }
  | { readonly code: 'ROUND_EXTENDED_BEFORE'; readonly from: Date }
  | { readonly code: 'TOO_LATE_TO_EXTEND'; readonly latest: Date; readonly now: Date }
  | { readonly code: 'DEADLINE_NOT_LATER'; readonly deadline: Date }
  | { readonly code: 'DEADLINE_TOO_FAR'; readonly latest: Date }
  | TextFault;

/** Every pledger is asked again; this much time before the first deadline is what it takes to ask a board. */
export const EXTENSION_NOTICE_DAYS = 3;

const DAY = 86_400_000;

/**
 * Decides whether the lead organisation may move a round's deadline: once, with a public reason, and early enough that
 * every pledger can say again that its pledge stands. Those that say nothing are released at the deadline they pledged
 * for.
 *
 * The caller must hold the lock on the round.
 */
export function extendFundingRound(
  round: Round & { readonly openedAt: Date; readonly extension: RoundExtension | null },
  ask: { readonly deadline: Date; readonly reason: string },
  now: Date,
): Decision<RoundExtension & { readonly deadline: Date }, ExtendRoundReason> {
  if (round.status !== 'OPEN') return refuse([{ code: 'ROUND_NOT_OPEN', status: round.status }]);
  const reasons: ExtendRoundReason[] = [];
  if (round.extension) reasons.push({ code: 'ROUND_EXTENDED_BEFORE', from: round.extension.from });
  const latestAsk = new Date(round.deadline.getTime() - EXTENSION_NOTICE_DAYS * DAY);
  if (!round.extension && now > latestAsk) reasons.push({ code: 'TOO_LATE_TO_EXTEND', latest: latestAsk, now });
  const latest = new Date(round.openedAt.getTime() + LONGEST_ROUND_DAYS * DAY);
  if (!(ask.deadline > round.deadline)) reasons.push({ code: 'DEADLINE_NOT_LATER', deadline: round.deadline });
  else if (ask.deadline > latest) reasons.push({ code: 'DEADLINE_TOO_FAR', latest });
  const { text: reason, faults } = checkText(ask.reason, ['input', 'reason'], { most: 2_000, lines: 'many' });
  reasons.push(...faults);
  return reasons.length > 0
    ? refuse(reasons)
    : accept({ from: round.deadline, at: now, reason, deadline: ask.deadline });
}
