import {
  checkReturnContent,
  licenceReasons,
  RETURN_LIMITS,
  type LicenceFacts,
  type LicenceJudgement,
  type LicenceRefusal,
  type ReturnAsk,
  type ReturnContent,
  type ReturnContentFault,
} from '../returns/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText } from '../shared/text.js';
import { OUTPUT_KINDS, THEMES, type OutputKind, type Theme } from '../shared/vocabulary.js';

import { entrySlugFor } from './entry.js';

export interface ShareEntryAsk extends ReturnAsk {
  readonly kind: string;
  readonly organisationId: string;
  readonly themes: readonly string[];
  /** Why a licence that nobody knows to be open may be taken as open. */
  readonly licenceReason?: string | null;
}

export interface ShareEntryFacts {
  readonly organisationsHeld: readonly string[];
  /** The licence held against "open for this kind". */
  readonly licence: LicenceFacts;
}

export type ShareEntryRefusal =
  | ReturnContentFault
  | LicenceRefusal
  | { readonly code: 'NOT_YOUR_ORGANISATION'; readonly path: readonly string[] }
  | { readonly code: 'OUTPUT_KIND_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'THEME_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'LICENCE_NEEDS_A_REASON'; readonly path: readonly string[]; readonly why: string };

export interface SharedEntry {
  readonly kind: OutputKind;
  readonly slug: string;
  readonly content: ReturnContent;
  readonly themes: readonly Theme[];
  readonly judgement: LicenceJudgement;
  readonly licenceReason: string;
}

/** Decides whether something is given to the commons by an organisation, without any venture. */
export function shareEntry(ask: ShareEntryAsk, facts: ShareEntryFacts): Decision<SharedEntry, ShareEntryRefusal> {
  const reasons: ShareEntryRefusal[] = [];
  const kind = OUTPUT_KINDS.find((one) => one === ask.kind);
  if (!kind) reasons.push({ code: 'OUTPUT_KIND_UNKNOWN', path: ['input', 'kind'], given: ask.kind });
  const { content, faults } = checkReturnContent(ask, kind ?? 'SOFTWARE');
  reasons.push(...faults);
  if (!facts.organisationsHeld.includes(ask.organisationId)) {
    reasons.push({ code: 'NOT_YOUR_ORGANISATION', path: ['input', 'organisationId'] });
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
  if (reasons.length > 0 || !kind || 'problem' in facts.licence) return refuse(reasons);
  return accept({
    kind,
    slug: entrySlugFor(content.title, kind),
    content,
    themes: [...new Set(ask.themes.filter(isTheme))],
    judgement: facts.licence,
    licenceReason: why.text,
  });
}

function isTheme(given: string): given is Theme {
  return (THEMES as readonly string[]).includes(given);
}
