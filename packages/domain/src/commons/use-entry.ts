import { isCalendarDay } from '../shared/day.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

import type { EntryStatus } from './entry.js';

export type UseEntryRefusal =
  | TextFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'ENTRY_WITHDRAWN' }
  | { readonly code: 'DAY_NOT_VALID'; readonly path: readonly string[]; readonly given: string };

/** Decides whether an organisation's word that it uses something is recorded. The word is the user's, never the maker's. */
export function declareEntryUse(
  ask: { readonly whatFor: string; readonly since: string | null },
  facts: { readonly actsForOrganisation: boolean; readonly status: EntryStatus },
): Decision<{ readonly whatFor: string; readonly since: string | null }, UseEntryRefusal> {
  const reasons: UseEntryRefusal[] = [];
  const whatFor = checkText(ask.whatFor, ['input', 'whatFor'], { most: 500, lines: 'many' });
  reasons.push(...whatFor.faults);
  if (!facts.actsForOrganisation) reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  if (facts.status === 'WITHDRAWN') reasons.push({ code: 'ENTRY_WITHDRAWN' });
  if (ask.since !== null && !isCalendarDay(ask.since)) {
    reasons.push({ code: 'DAY_NOT_VALID', path: ['input', 'since'], given: ask.since.slice(0, 40) });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ whatFor: whatFor.text, since: ask.since });
}
