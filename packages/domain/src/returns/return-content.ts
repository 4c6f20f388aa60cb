import { findPersonalData, type PersonalDataKind } from '../ideas/index.js';
import { checkText, isWebAddress, type TextFault } from '../shared/text.js';
import type { OutputKind } from '../shared/vocabulary.js';

export const RETURN_LIMITS = {
  title: 200,
  summary: 2_000,
  text: 100_000,
  address: 2_000,
  consent: 1_000,
  anonymised: 1_000,
  components: 50,
  files: 10,
  release: 100,
  reason: 2_000,
} as const;

/** What somebody shares, before anything is known about it. */
export interface ReturnAsk {
  readonly title: string;
  readonly summary: string;
  /** Where it is, or the text itself; at least one. */
  readonly address?: string | null;
  readonly text?: string | null;
  /** How many files come with it. */
  readonly files?: number;
  /** Software only: the release that is meant, as its makers call it: `v1.4.0`. */
  readonly release?: string | null;
  /** An SPDX expression. */
  readonly licence: string;
  /** User research only: how people agreed, and who removed what could identify them. */
  readonly consent?: string | null;
  readonly anonymised?: string | null;
  /** The sharer's word that what looks like personal data may stand. */
  readonly personalDataChecked?: boolean | null;
}

export interface ReturnContent {
  readonly title: string;
  readonly summary: string;
  readonly address: string | null;
  readonly text: string | null;
  readonly release: string | null;
  readonly licence: string;
  readonly consent: string | null;
  readonly anonymised: string | null;
}

export type ReturnContentFault =
  | TextFault
  | { readonly code: 'ADDRESS_NOT_VALID'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'NOTHING_SHARED'; readonly path: readonly string[] }
  | {
      readonly code: 'PERSONAL_DATA_FOUND';
      readonly path: readonly string[];
      readonly kind: PersonalDataKind;
      readonly found: string;
    };

/** Cleans what is shared and answers with every fault of every field at once. */
export function checkReturnContent(
  ask: ReturnAsk,
  kind: OutputKind,
): { readonly content: ReturnContent; readonly faults: readonly ReturnContentFault[] } {
  const faults: ReturnContentFault[] = [];
  const text = (
    field: 'title' | 'summary' | 'text' | 'consent' | 'anonymised' | 'release',
    least: number,
    lines: 'one' | 'many',
  ): string => {
    const checked = checkText(ask[field], ['input', field], { most: RETURN_LIMITS[field], least, lines });
    faults.push(...checked.faults);
    return checked.text;
  };
  const isResearch = kind === 'USER_RESEARCH';
  const content: ReturnContent = {
    title: text('title', 1, 'one'),
    summary: text('summary', 1, 'many'),
    text: text('text', 0, 'many') || null,
    address: checkAddress(ask.address, faults),
    release: text('release', 0, 'one') || null,
    licence: ask.licence.trim(),
    // Research on people without a word on how they agreed is not something to give away.
    consent: isResearch ? text('consent', 1, 'many') : null,
    anonymised: isResearch ? text('anonymised', 1, 'many') : null,
  };
  if ((ask.address ?? '').trim() === '' && content.text === null && (ask.files ?? 0) === 0) {
    faults.push({ code: 'NOTHING_SHARED', path: ['input', 'address'] });
  }
  if (ask.personalDataChecked !== true) faults.push(...personalData(content));
  return { content, faults };
}

function checkAddress(raw: string | null | undefined, faults: ReturnContentFault[]): string | null {
  const address = (raw ?? '').trim();
  if (address === '') return null;
  if (address.length <= RETURN_LIMITS.address && isWebAddress(address)) return address;
  faults.push({
    code: 'ADDRESS_NOT_VALID',
    path: ['input', 'address'],
    given: address.slice(0, 100).toWellFormed(),
  });
  return null;
}

/** The finder reads 20,000 characters at most; a longer text is read in windows that overlap. */
const WINDOW = 20_000;
const OVERLAP = 200;

function suspicionsIn(text: string): readonly { readonly kind: PersonalDataKind; readonly found: string }[] {
  const found = new Map<string, PersonalDataKind>();
  for (let start = 0; start === 0 || start < text.length - OVERLAP; start += WINDOW - OVERLAP) {
    for (const one of findPersonalData(text.slice(start, start + WINDOW))) found.set(one.found, one.kind);
  }
  return [...found].map(([words, kind]) => ({ kind, found: words }));
}

function personalData(content: ReturnContent): readonly ReturnContentFault[] {
  return (['title', 'summary', 'text'] as const).flatMap((field) =>
    suspicionsIn(content[field] ?? '').map(({ kind, found }) => ({
      code: 'PERSONAL_DATA_FOUND' as const,
      path: ['input', field],
      kind,
      found,
    })),
  );
}
