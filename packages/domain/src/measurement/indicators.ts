import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IndicatorChange, IndicatorDirection, IndicatorTier, ProgressUnit } from './vocabulary.js';

/** What an indicator says it is: one version of its words and of what is counted. */
export interface IndicatorDefinition {
  readonly title: string;
  /** What is counted and what is not, so that two people who count get the same. */
  readonly definition: string;
  readonly unit: ProgressUnit;
  /** What the unit leaves open: which currency, "minutes", "out of ten". */
  readonly unitNote: string;
  readonly direction: IndicatorDirection;
  /** Whether a small value would be a handful of recognisable people; then it is kept as a band. */
  readonly countsPeople: boolean;
  readonly tier: IndicatorTier;
}

export interface IndicatorVersion extends IndicatorDefinition {
  /** From 1 up. */
  readonly version: number;
  readonly change: IndicatorChange;
  readonly changeNote: string;
}

export const INDICATOR_TEXT_LIMITS = {
  title: { most: 200, lines: 'one' },
  definition: { most: 2_000, lines: 'many' },
  unitNote: { most: 60, lines: 'one' },
  changeNote: { most: 500, lines: 'one' },
} as const;

/** More indicators than these nobody keeps up to date, and no page shows them. */
export const MOST_INDICATORS = 60;

export type DefineIndicatorRefusalReason =
  | TextFault
  | { readonly code: 'CURRENCY_NOT_NAMED' }
  | { readonly code: 'INDICATOR_EXISTS'; readonly title: string }
  | { readonly code: 'TOO_MANY_INDICATORS'; readonly most: number };

/** What the asker writes; `countsPeople` is implied by the unit of people. */
export type IndicatorAsk = IndicatorDefinition;

/**
 * Decides whether an indicator joins a list: a venture's own, or a data standard's.
 *
 * @param titles the titles of the indicators that are in the list
 */
export function defineIndicator(
  ask: IndicatorAsk,
  titles: readonly string[],
): Decision<IndicatorVersion, DefineIndicatorRefusalReason> {
  const { definition, reasons: faults } = checkDefinition(ask);
  const reasons: DefineIndicatorRefusalReason[] = [...faults];
  const wanted = definition.title.toLowerCase();
  if (titles.some((title) => title.toLowerCase() === wanted)) {
    reasons.push({ code: 'INDICATOR_EXISTS', title: definition.title });
  }
  if (titles.length >= MOST_INDICATORS) reasons.push({ code: 'TOO_MANY_INDICATORS', most: MOST_INDICATORS });
  return reasons.length > 0 ? refuse(reasons) : accept({ ...definition, version: 1, change: 'NEW', changeNote: '' });
}

export type ReviseIndicatorRefusalReason =
  | TextFault
  | { readonly code: 'CURRENCY_NOT_NAMED' }
  | { readonly code: 'INDICATOR_CHANGED_MEANWHILE'; readonly newest: number; readonly seen: number }
  | { readonly code: 'INDICATOR_SAME_AS_BEFORE'; readonly version: number }
  | { readonly code: 'CHANGE_IS_MATERIAL'; readonly what: 'UNIT' | 'DIRECTION' | 'PEOPLE' };

/**
 * Decides whether an indicator gets a new version, and whether numbers before and after it may be compared.
 *
 * The editor says whether the change is material. Another unit, another direction or people instead of things is
 * material whatever the editor says: a line through both would compare what cannot be compared.
 *
 * @param ask.seen the version that was revised
 */
export function reviseIndicator(
  ask: IndicatorAsk & { readonly seen: number; readonly material: boolean; readonly changeNote: string },
  newest: IndicatorVersion,
): Decision<IndicatorVersion, ReviseIndicatorRefusalReason> {
  const checked = checkDefinition(ask);
  const reasons: ReviseIndicatorRefusalReason[] = [...checked.reasons];
  const { definition } = checked;
  const note = checkText(ask.changeNote, ['input', 'changeNote'], { ...INDICATOR_TEXT_LIMITS.changeNote, least: 1 });
  reasons.push(...note.faults);
  if (ask.seen !== newest.version) {
    reasons.push({ code: 'INDICATOR_CHANGED_MEANWHILE', newest: newest.version, seen: ask.seen });
  } else if (isSame(definition, newest)) {
    reasons.push({ code: 'INDICATOR_SAME_AS_BEFORE', version: newest.version });
  }
  if (!ask.material) {
    if (definition.unit !== newest.unit || definition.unitNote !== newest.unitNote) {
      reasons.push({ code: 'CHANGE_IS_MATERIAL', what: 'UNIT' });
    }
    if (definition.direction !== newest.direction) reasons.push({ code: 'CHANGE_IS_MATERIAL', what: 'DIRECTION' });
    if (definition.countsPeople !== newest.countsPeople) reasons.push({ code: 'CHANGE_IS_MATERIAL', what: 'PEOPLE' });
  }
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    ...definition,
    version: newest.version + 1,
    change: ask.material ? 'MATERIAL' : 'IMMATERIAL',
    changeNote: note.text,
  });
}

/**
 * The oldest version whose numbers mean the same as those of `version`: where a line may begin.
 *
 * @param versions every version, in any order
 */
export function comparableSince(
  versions: readonly Pick<IndicatorVersion, 'version' | 'change'>[],
  version: number,
): number {
  return versions
    .filter((one) => one.version <= version && one.change !== 'IMMATERIAL')
    .reduce((latest, one) => Math.max(latest, one.version), 1);
}

type DefinitionReason = TextFault | { readonly code: 'CURRENCY_NOT_NAMED' };

function checkDefinition(ask: IndicatorAsk): { definition: IndicatorDefinition; reasons: DefinitionReason[] } {
  const reasons: DefinitionReason[] = [];
  const keep = (field: 'title' | 'definition' | 'unitNote', least: number): string => {
    const checked = checkText(ask[field], ['input', field], { ...INDICATOR_TEXT_LIMITS[field], least });
    reasons.push(...checked.faults);
    return checked.text;
  };
  const title = keep('title', 1);
  const definition = keep('definition', 1);
  const unitNote = keep('unitNote', 0);
  // A sum without its currency cannot be compared with the next one, nor added to it.
  if (ask.unit === 'MONEY' && unitNote === '') reasons.push({ code: 'CURRENCY_NOT_NAMED' });
  const countsPeople = ask.countsPeople || ask.unit === 'PEOPLE';
  return {
    definition: { title, definition, unit: ask.unit, unitNote, direction: ask.direction, countsPeople, tier: ask.tier },
    reasons,
  };
}

function isSame(a: IndicatorDefinition, b: IndicatorDefinition): boolean {
  return (
    a.title === b.title &&
    a.definition === b.definition &&
    a.unit === b.unit &&
    a.unitNote === b.unitNote &&
    a.direction === b.direction &&
    a.countsPeople === b.countsPeople &&
    a.tier === b.tier
  );
}

const LONGEST_KEY = 60;

/**
 * The name of an indicator in files and for machines, from its title: `moved_into_a_home`. Only plain letters, so that
 * it can be a column of a table in any program.
 *
 * @param taken the keys that are in the list; a number is added where it is one of them
 */
export function indicatorKey(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, LONGEST_KEY)
    .replace(/_+$/, '');
  const key = words === '' ? 'indicator' : words;
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}
