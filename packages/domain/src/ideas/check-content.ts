import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, isWebAddress, type TextFault } from '../shared/text.js';
import { THEMES, type Theme } from '../shared/vocabulary.js';
import { IDEA_LIMITS, type IdeaContent } from './idea.js';
import { findPersonalData, type PersonalDataKind } from './personal-data.js';

/** What somebody typed, before anything is known about it. */
export interface IdeaAsk {
  readonly title?: string | null;
  readonly need?: string | null;
  readonly peopleServed?: string | null;
  readonly outcome?: string | null;
  readonly easyRead?: string | null;
  readonly whatExists?: string | null;
  readonly themes?: readonly string[] | null;
  readonly places?: readonly string[] | null;
  readonly evidence?: readonly string[] | null;
  readonly language?: string | null;
  /** What the check for personal data found and the author decided to keep. */
  readonly personalDataKept?: readonly KeptPersonalData[] | null;
}

/** An author's word that something which looks like personal data may stand, for it is nobody's secret. */
export interface KeptPersonalData {
  readonly field: string;
  readonly kind: PersonalDataKind;
  /** The text itself, exactly as found. It is compared, never stored beside the decision. */
  readonly found: string;
}

/** The decision as it is kept: which kind, in which field, where. Not the text: a redaction would miss it there. */
export interface PersonalDataDecision {
  readonly field: string;
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly decision: 'KEPT';
}

export type IdeaContentFault =
  | TextFault
  | { readonly code: 'THEME_MISSING'; readonly path: readonly string[] }
  | { readonly code: 'THEME_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | {
      readonly code: 'TOO_MANY_ITEMS';
      readonly path: readonly string[];
      readonly count: number;
      readonly most: number;
    }
  | { readonly code: 'ADDRESS_NOT_VALID'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'LANGUAGE_UNKNOWN'; readonly path: readonly string[]; readonly given: string }
  | {
      readonly code: 'PERSONAL_DATA_FOUND';
      readonly path: readonly string[];
      readonly kind: PersonalDataKind;
      readonly found: string;
    };

export interface CheckedIdea {
  readonly content: IdeaContent;
  readonly decisions: readonly PersonalDataDecision[];
}

/** The fields of an idea that are checked for personal data. */
export const PROSE_FIELDS = ['title', 'need', 'peopleServed', 'outcome', 'easyRead', 'whatExists'] as const;

/**
 * Cleans what an author wrote and answers with every fault of every field at once.
 *
 * Text that looks like personal data is a fault until the author has decided to keep it: the question comes
 * before anything is public, because taking it back afterwards reaches only what nobody has copied yet.
 */
export function checkIdeaContent(ask: IdeaAsk): Decision<CheckedIdea, IdeaContentFault> {
  const faults: IdeaContentFault[] = [];
  const text = (field: (typeof PROSE_FIELDS)[number]): string => {
    const checked = checkText(ask[field], ['input', field], {
      most: IDEA_LIMITS[field],
      least: field === 'easyRead' || field === 'whatExists' ? 0 : 1,
      lines: field === 'need' || field === 'outcome' || field === 'whatExists' ? 'many' : 'one',
    });
    faults.push(...checked.faults);
    return checked.text;
  };
  const content: IdeaContent = {
    title: text('title'),
    need: text('need'),
    peopleServed: text('peopleServed'),
    outcome: text('outcome'),
    easyRead: text('easyRead'),
    whatExists: text('whatExists'),
    themes: checkThemes(ask.themes ?? [], faults),
    places: checkPlaces(ask.places ?? [], faults),
    evidence: checkEvidence(ask.evidence ?? [], faults),
    language: checkLanguage(ask.language ?? 'en', faults),
  };
  const decisions = checkPersonalData(content, ask.personalDataKept ?? [], faults);
  return faults.length > 0 ? refuse(faults) : accept({ content, decisions });
}

function checkThemes(given: readonly string[], faults: IdeaContentFault[]): readonly Theme[] {
  const path = ['input', 'themes'];
  const themes = [...new Set(given)];
  if (themes.length === 0) faults.push({ code: 'THEME_MISSING', path });
  if (themes.length > IDEA_LIMITS.themes) {
    faults.push({ code: 'TOO_MANY_ITEMS', path, count: themes.length, most: IDEA_LIMITS.themes });
  }
  for (const theme of themes) if (!isTheme(theme)) faults.push({ code: 'THEME_UNKNOWN', path, given: theme });
  return themes.filter(isTheme);
}

function isTheme(given: string): given is Theme {
  return (THEMES as readonly string[]).includes(given);
}

function checkPlaces(given: readonly string[], faults: IdeaContentFault[]): readonly string[] {
  const path = ['input', 'places'];
  if (given.length > IDEA_LIMITS.places) {
    faults.push({ code: 'TOO_MANY_ITEMS', path, count: given.length, most: IDEA_LIMITS.places });
    return [];
  }
  const places: string[] = [];
  for (const [position, raw] of given.entries()) {
    const checked = checkText(raw, [...path, String(position)], { most: IDEA_LIMITS.place, lines: 'one' });
    faults.push(...checked.faults);
    if (!places.some((place) => place.toLowerCase() === checked.text.toLowerCase())) places.push(checked.text);
  }
  return places;
}

function checkEvidence(given: readonly string[], faults: IdeaContentFault[]): readonly string[] {
  const path = ['input', 'evidence'];
  if (given.length > IDEA_LIMITS.evidence) {
    faults.push({ code: 'TOO_MANY_ITEMS', path, count: given.length, most: IDEA_LIMITS.evidence });
    return [];
  }
  const addresses: string[] = [];
  for (const [position, raw] of given.entries()) {
    const address = raw.trim();
    if (address.length > IDEA_LIMITS.evidenceAddress || !isWebAddress(address)) {
      const shown = address.slice(0, 100).toWellFormed();
      faults.push({ code: 'ADDRESS_NOT_VALID', path: [...path, String(position)], given: shown });
    } else if (!addresses.includes(address)) addresses.push(address);
  }
  return addresses;
}

function checkLanguage(given: string, faults: IdeaContentFault[]): string {
  const path = ['input', 'language'];
  try {
    const [language] = Intl.getCanonicalLocales(given);
    if (language !== undefined && language.length <= 35) return language;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  faults.push({ code: 'LANGUAGE_UNKNOWN', path, given: given.slice(0, 40).toWellFormed() });
  return 'und';
}

function checkPersonalData(
  content: IdeaContent,
  kept: readonly KeptPersonalData[],
  faults: IdeaContentFault[],
): readonly PersonalDataDecision[] {
  const decisions: PersonalDataDecision[] = [];
  for (const field of PROSE_FIELDS) {
    for (const { kind, start, end, found } of findPersonalData(content[field])) {
      const decided = kept.some((one) => one.field === field && one.kind === kind && one.found === found);
      if (decided) decisions.push({ field, kind, start, end, decision: 'KEPT' });
      else faults.push({ code: 'PERSONAL_DATA_FOUND', path: ['input', field], kind, found });
    }
  }
  return decisions;
}
