import {
  checkResearch,
  checkReturnContent,
  licenceReasons,
  RETURN_LIMITS,
  type LicenceFacts,
  type LicenceJudgement,
  type LicenceRefusal,
  type ResearchAsk,
  type ResearchFacts,
  type ResearchFault,
  type ReturnAsk,
  type ReturnContent,
  type ReturnContentFault,
} from '../returns/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import type { HiddenWhileLookedAt } from '../shared/hidden.js';
import { checkText } from '../shared/text.js';
import { OUTPUT_KINDS, THEMES, type OutputKind, type Theme } from '../shared/vocabulary.js';

import { entrySlugFor, type EntryStatus } from './entry.js';
import { parseImpactStrategy, type StrategyFault } from './impact-strategy.js';

/** What an entry says, as somebody types it. */
export interface EntryAsk extends ReturnAsk, ResearchAsk {
  readonly themes: readonly string[];
  /** Why a licence that nobody knows to be open may be taken as open. */
  readonly licenceReason?: string | null;
}

export interface ShareEntryAsk extends EntryAsk {
  readonly kind: string;
  readonly organisationId: string;
}

export interface EntryFacts {
  readonly today: string;
  /** The licence held against "open for this kind". */
  readonly licence: LicenceFacts;
}

export interface ShareEntryFacts extends EntryFacts {
  readonly organisationsHeld: readonly string[];
}

export type EntryFault =
  | ReturnContentFault
  | LicenceRefusal
  | StrategyFault
  | ResearchFault
  | { readonly code: 'THEME_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'LICENCE_NEEDS_A_REASON'; readonly path: readonly string[]; readonly why: string };

export type ShareEntryRefusal =
  | EntryFault
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'OUTPUT_KIND_UNKNOWN'; readonly path: readonly string[]; readonly given: string };

/** What an entry says, checked. */
export interface CheckedEntry {
  readonly content: ReturnContent & ResearchFacts;
  readonly themes: readonly Theme[];
  readonly judgement: LicenceJudgement;
  readonly licenceReason: string;
}

export interface SharedEntry extends CheckedEntry {
  readonly kind: OutputKind;
  readonly slug: string;
}

/** Decides whether something is given to the commons by an organisation, without any venture. */
export function shareEntry(ask: ShareEntryAsk, facts: ShareEntryFacts): Decision<SharedEntry, ShareEntryRefusal> {
  const reasons: ShareEntryRefusal[] = [];
  const kind = OUTPUT_KINDS.find((one) => one === ask.kind);
  if (!kind) reasons.push({ code: 'OUTPUT_KIND_UNKNOWN', path: ['input', 'kind'], given: ask.kind });
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
  }
  const checked = checkEntry(ask, kind ?? 'SOFTWARE', facts);
  if (!checked.ok) reasons.push(...checked.reasons);
  if (reasons.length > 0 || !kind || !checked.ok) return refuse(reasons);
  return accept({ ...checked.value, kind, slug: entrySlugFor(checked.value.content.title, kind) });
}

/** Checks what an entry of a kind says, and answers with everything that is wrong at once. */
function checkEntry(ask: EntryAsk, kind: OutputKind, facts: EntryFacts): Decision<CheckedEntry, EntryFault> {
  const reasons: EntryFault[] = [];
  const { content, faults } = checkReturnContent(ask, kind);
  reasons.push(...faults);
  const research = checkResearch(ask, kind, facts.today);
  reasons.push(...research.faults);
  if (kind === 'IMPACT_STRATEGY' && content.text !== null) {
    const strategy = parseImpactStrategy(content.text);
    if (!strategy.ok) reasons.push(...strategy.reasons);
  }
  for (const given of ask.themes) {
    if (!isTheme(given)) reasons.push({ code: 'THEME_UNKNOWN', path: ['input', 'themes'], given });
  }
  reasons.push(...licenceReasons(facts.licence));
  const path = ['input', 'licenceReason'];
  const why = checkText(ask.licenceReason, path, { most: RETURN_LIMITS.reason, least: 0, lines: 'many' });
  reasons.push(...why.faults);
  if ('verdict' in facts.licence && facts.licence.verdict === 'ASK_A_PERSON' && why.text === '') {
    reasons.push({ code: 'LICENCE_NEEDS_A_REASON', path, why: facts.licence.reason });
  }
  if (reasons.length > 0 || 'problem' in facts.licence) return refuse(reasons);
  return accept({
    content: { ...content, ...research.facts },
    themes: [...new Set(ask.themes.filter(isTheme))],
    judgement: facts.licence,
    licenceReason: why.text,
  });
}

function isTheme(given: string): given is Theme {
  return (THEMES as readonly string[]).includes(given);
}

export interface ReviseEntryAsk extends EntryAsk {
  /** What changed, in a sentence. */
  readonly change: string;
  /** The version that was read: nobody writes over what somebody else wrote meanwhile. */
  readonly version: number;
}

export interface ReviseEntryFacts extends EntryFacts {
  readonly kind: OutputKind;
  readonly status: EntryStatus;
  readonly version: number;
  readonly actsForGiver: boolean;
  readonly hidden: boolean;
}

export type ReviseEntryRefusal =
  | EntryFault
  | { readonly code: 'NOT_THE_GIVER' }
  | { readonly code: 'ENTRY_WITHDRAWN' }
  | HiddenWhileLookedAt
  | { readonly code: 'ENTRY_CHANGED_MEANWHILE'; readonly version: number };

/** Decides about another version of an entry, at the same address. Nothing of the earlier one is overwritten. */
export function reviseEntry(
  ask: ReviseEntryAsk,
  facts: ReviseEntryFacts,
): Decision<CheckedEntry & { readonly change: string; readonly version: number }, ReviseEntryRefusal> {
  const reasons: ReviseEntryRefusal[] = [];
  if (!facts.actsForGiver) reasons.push({ code: 'NOT_THE_GIVER' });
  if (facts.status === 'WITHDRAWN') reasons.push({ code: 'ENTRY_WITHDRAWN' });
  if (facts.hidden) reasons.push({ code: 'HIDDEN_WHILE_LOOKED_AT' });
  if (ask.version !== facts.version) reasons.push({ code: 'ENTRY_CHANGED_MEANWHILE', version: facts.version });
  const change = checkText(ask.change, ['input', 'change'], { most: 500, lines: 'one' });
  reasons.push(...change.faults);
  const checked = checkEntry(ask, facts.kind, facts);
  if (!checked.ok) reasons.push(...checked.reasons);
  if (reasons.length > 0 || !checked.ok) return refuse(reasons);
  return accept({ ...checked.value, change: change.text, version: facts.version + 1 });
}

/** Decides whether somebody's word that an entry still holds is recorded. */
export function confirmEntry(facts: {
  readonly actsForGiver: boolean;
  readonly status: EntryStatus;
}): Decision<null, { readonly code: 'NOT_THE_GIVER' } | { readonly code: 'ENTRY_WITHDRAWN' }> {
  if (!facts.actsForGiver) return refuse([{ code: 'NOT_THE_GIVER' }]);
  return facts.status === 'WITHDRAWN' ? refuse([{ code: 'ENTRY_WITHDRAWN' }]) : accept(null);
}
