import { canonicalId, currentIds, DEPRECATED, listedLicence } from './spdx.js';

/** What somebody may have meant. It is theirs to accept; no verdict is ever made on it. */
export interface Suggestion {
  readonly expression: string;
  readonly because: string;
}

const MOST = 4;

/** Names in common use that SPDX does not have, and what each may mean. */
const ALSO_KNOWN_AS: Readonly<Record<string, readonly string[]>> = {
  apache: ['Apache-2.0'],
  apache2: ['Apache-2.0'],
  bsd: ['BSD-2-Clause', 'BSD-3-Clause'],
  cc0: ['CC0-1.0'],
  ccby: ['CC-BY-4.0'],
  ccbysa: ['CC-BY-SA-4.0'],
  creativecommons: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'],
  eupl: ['EUPL-1.2'],
  gpl: ['GPL-3.0-only', 'GPL-3.0-or-later', 'GPL-2.0-only', 'GPL-2.0-or-later'],
  gpl2: ['GPL-2.0-only', 'GPL-2.0-or-later'],
  gpl3: ['GPL-3.0-only', 'GPL-3.0-or-later'],
  agpl: ['AGPL-3.0-only', 'AGPL-3.0-or-later'],
  agpl3: ['AGPL-3.0-only', 'AGPL-3.0-or-later'],
  lgpl: ['LGPL-3.0-only', 'LGPL-3.0-or-later', 'LGPL-2.1-only', 'LGPL-2.1-or-later'],
  lgpl21: ['LGPL-2.1-only', 'LGPL-2.1-or-later'],
  lgpl3: ['LGPL-3.0-only', 'LGPL-3.0-or-later'],
  mpl: ['MPL-2.0'],
  mpl2: ['MPL-2.0'],
  odbl: ['ODbL-1.0'],
  ogl: ['OGL-UK-3.0'],
  opengovernment: ['OGL-UK-3.0'],
  opengovernment3: ['OGL-UK-3.0'],
  odcby1: ['ODC-By-1.0'],
  fal13: ['LAL-1.3'],
};

/**
 * Proposes expressions for a text that is not one, or for an identifier that is not on the list.
 *
 * Where a text has two meanings both are proposed: choosing between "this version" and "this version
 * or later", or between "and" and "or", decides what strangers may do with somebody's work.
 */
export function suggest(text: string): readonly Suggestion[] {
  const typed = text.trim().slice(0, 200);
  const sources = [fromDeprecated, fromSlash, fromNames, fromTypingErrors];
  // The surest kind of reading that has any; mixing them would bury it among guesses.
  const all = sources.map((source) => source(typed)).find((found) => found.length > 0) ?? [];
  return [...new Map(all.map((one) => [one.expression, one])).values()].slice(0, MOST);
}

function fromDeprecated(typed: string): Suggestion[] {
  const plus = typed.endsWith('+');
  const id = canonicalId(plus ? typed.slice(0, -1) : typed);
  if (id === undefined || !Object.hasOwn(DEPRECATED, id)) return [];
  const readings = DEPRECATED[id] ?? [];
  return readings
    .filter((reading) => !plus || reading.endsWith('-or-later'))
    .map((expression) => ({ expression, because: `SPDX withdrew ${typed}; this is one thing it was used for.` }));
}

function fromSlash(typed: string): Suggestion[] {
  const parts = typed.split(/\s*[/,|]\s*/);
  if (parts.length < 2 || parts.length > 4) return [];
  const ids = parts.map(canonicalId);
  if (ids.some((id) => id === undefined)) return [];
  return [
    { expression: ids.join(' OR '), because: 'If whoever uses it may choose one of them.' },
    { expression: ids.join(' AND '), because: 'If all of them apply, for instance to different parts.' },
  ];
}

function fromNames(typed: string): Suggestion[] {
  const key = plainName(typed);
  if (key === '') return [];
  const known = Object.hasOwn(ALSO_KNOWN_AS, key) ? (ALSO_KNOWN_AS[key] ?? []) : [];
  const ids = known.length > 0 ? known : (idsByPlainName().get(key) ?? []);
  return ids
    .filter((id) => id !== typed)
    .map((expression) => ({ expression, because: `“${typed}” is a common name for ${nameOf(expression)}.` }));
}

function fromTypingErrors(typed: string): Suggestion[] {
  if (typed.length < 3 || typed.length > 40) return [];
  const lower = typed.toLowerCase();
  return currentIds()
    .map((id) => ({ id, distance: editDistance(lower, id.toLowerCase(), 2) }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .map(({ id }) => ({ expression: id, because: `It is spelt almost like ${nameOf(id)}.` }));
}

function nameOf(id: string): string {
  return listedLicence(id)?.name ?? id;
}

/** “The Apache License, Version 2.0” and “apache-2.0” come to the same letters: apache2. */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\b(the|license|licence|licenses|version|public|general)\b/g, ' ')
    .replaceAll(/\bgnu\b/g, ' ')
    .replaceAll(/\baffero\b/g, 'agpl')
    .replaceAll(/(?<![a-z])v(?=\d)/g, '')
    .replaceAll(/(?<=[a-z])v(?=\d)/g, '')
    .replaceAll(/(\d)\.0(?!\d)/g, '$1')
    .replaceAll(/[^a-z0-9]/g, '');
}

let byPlainName: Map<string, string[]> | undefined;

function idsByPlainName(): Map<string, string[]> {
  if (byPlainName) return byPlainName;
  byPlainName = new Map();
  for (const id of currentIds()) {
    for (const key of new Set([plainName(id), plainName(nameOf(id))])) {
      byPlainName.set(key, [...(byPlainName.get(key) ?? []), id]);
    }
  }
  return byPlainName;
}

/** Levenshtein's distance, given up as soon as it is certain to be more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (previous[j] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    if (Math.min(...row) > most) return most + 1;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}
