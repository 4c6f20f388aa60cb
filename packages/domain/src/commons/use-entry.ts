import { USE_LIMITS } from '../components/index.js';
import { isCalendarDay } from '../shared/day.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

import type { EntryStatus } from './entry.js';

export interface EntryUseAsk {
  readonly whatFor: string;
  /** YYYY-MM-DD; null: they do not say. */
  readonly since: string | null;
  readonly version?: string | null;
  /** A team or a role, not a person's address. */
  readonly whomToAsk?: string | null;
}

export interface DeclaredEntryUse {
  readonly whatFor: string;
  readonly since: string | null;
  readonly version: string;
  readonly whomToAsk: string;
}

export type UseEntryRefusal =
  | TextFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'ENTRY_WITHDRAWN' }
  | { readonly code: 'DAY_NOT_VALID'; readonly path: readonly string[]; readonly given: string };

/** Decides whether an organisation's word that it uses something is recorded. The word is the user's, never the maker's. */
export function declareEntryUse(
  ask: EntryUseAsk,
  facts: { readonly actsForOrganisation: boolean; readonly status: EntryStatus },
): Decision<DeclaredEntryUse, UseEntryRefusal> {
  const reasons: UseEntryRefusal[] = [];
  const text = (field: 'whatFor' | 'version' | 'whomToAsk', least: 0 | 1): string => {
    const lines = field === 'whatFor' ? 'many' : 'one';
    const checked = checkText(ask[field], ['input', field], { most: USE_LIMITS[field], least, lines });
    reasons.push(...checked.faults);
    return checked.text;
  };
  const use = {
    whatFor: text('whatFor', 1),
    since: ask.since,
    version: text('version', 0),
    whomToAsk: text('whomToAsk', 0),
  };
  if (!facts.actsForOrganisation) reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  if (facts.status === 'WITHDRAWN') reasons.push({ code: 'ENTRY_WITHDRAWN' });
  if (ask.since !== null && !isCalendarDay(ask.since)) {
    reasons.push({ code: 'DAY_NOT_VALID', path: ['input', 'since'], given: ask.since.slice(0, 40) });
  }
  return reasons.length > 0 ? refuse(reasons) : accept(use);
}
