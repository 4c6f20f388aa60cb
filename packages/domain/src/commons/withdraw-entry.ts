import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

import type { EntryStatus } from './entry.js';

/** Why something was taken back. Some reasons mean that what it said must go, too. */
export const WITHDRAWN_BECAUSE = [
  'SUPERSEDED',
  'CONSENT_WITHDRAWN',
  'PERSONAL_DATA',
  'RIGHTS',
  'WRONG',
  'OTHER',
] as const;
export type WithdrawnBecause = (typeof WITHDRAWN_BECAUSE)[number];

const REASON_MOST = 1_000;

export interface WithdrawEntryAsk {
  readonly because: WithdrawnBecause;
  /** Public: it stands at the address for ever. */
  readonly reason: string;
  /** What to use instead. */
  readonly replacedById: string | null;
}

export interface WithdrawEntryFacts {
  readonly entryId: string;
  readonly status: EntryStatus;
  /** Acts for the organisation that gave it. */
  readonly actsForGiver: boolean;
  readonly isSteward: boolean;
  /** Whether what is named instead is there. */
  readonly replacementIsThere: boolean;
}

export type WithdrawEntryRefusal =
  | TextFault
  | { readonly code: 'NOT_THE_GIVER' }
  | { readonly code: 'ALREADY_WITHDRAWN' }
  | { readonly code: 'REPLACEMENT_NOT_THERE'; readonly path: readonly string[] }
  | { readonly code: 'REPLACEMENT_ONLY_WHEN_SUPERSEDED'; readonly path: readonly string[] };

/** Decides whether something is taken back from the library. Its address stays and says why. */
export function withdrawEntry(
  ask: WithdrawEntryAsk,
  facts: WithdrawEntryFacts,
): Decision<
  { readonly reason: string; readonly contentGoes: boolean; readonly titleGoes: boolean },
  WithdrawEntryRefusal
> {
  const reasons: WithdrawEntryRefusal[] = [];
  const { text: reason, faults } = checkText(ask.reason, ['input', 'reason'], { most: REASON_MOST, lines: 'many' });
  reasons.push(...faults);
  if (!facts.actsForGiver && !facts.isSteward) reasons.push({ code: 'NOT_THE_GIVER' });
  if (facts.status === 'WITHDRAWN') reasons.push({ code: 'ALREADY_WITHDRAWN' });
  const path = ['input', 'replacedById'];
  if (ask.replacedById !== null) {
    if (ask.because !== 'SUPERSEDED') reasons.push({ code: 'REPLACEMENT_ONLY_WHEN_SUPERSEDED', path });
    if (!facts.replacementIsThere || ask.replacedById === facts.entryId)
      reasons.push({ code: 'REPLACEMENT_NOT_THERE', path });
  }
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    reason,
    // People who changed their mind, or whose data it is, are not served by a note above the same text.
    contentGoes: ask.because === 'CONSENT_WITHDRAWN' || ask.because === 'PERSONAL_DATA' || ask.because === 'RIGHTS',
    titleGoes: ask.because === 'PERSONAL_DATA',
  });
}
