import { createRequire } from 'node:module';

import { compare } from './expression.js';
import { TABLE_IDS } from './table.js';

/** Of the licence's own pairs of neighbouring words, so many may be missing: a file that leaves its title out. */
const MOST_MISSING = 0.05;
/** Pairs that the licence does not have: a title. A sentence more is another licence. */
const MOST_ADDED = 6;
/** In what is added, a word that could take something away makes it another licence, however short. */
const TAKES_AWAY =
  /\b(not|no|non|only|except|unless|without|commercial|military|evil|good|clause|prohibited|forbidden)\b/;
/** The longest licence of the table has under 60,000 characters; a file that is much longer is something else. */
const MOST_CHARACTERS = 200_000;

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * Says which licences of the table a text is, as somebody would who holds the two side by side; none when it is none.
 * Names and years differ from copy to copy; a sentence more, or one that takes something away, is another licence.
 *
 * The GNU licences have one text for "this version only" and "or any later one": both are answered, because the text
 * does not say which.
 */
export function recognise(text: string): readonly string[] {
  if (text.length > MOST_CHARACTERS) return [];
  const pairs = pairsOf(text);
  if (pairs.size === 0) return [];
  known ??= new Map(TABLE_IDS.map((id) => [id, pairsOf(textOf(id))]));
  const found = [...known].flatMap(([id, theirs]) => {
    const missing = [...theirs].filter((pair) => !pairs.has(pair)).length;
    const added = [...pairs].filter((pair) => !theirs.has(pair));
    const same = missing <= theirs.size * MOST_MISSING && added.length <= MOST_ADDED;
    return same && !added.some((pair) => TAKES_AWAY.test(pair)) ? [{ id, differs: missing + added.length }] : [];
  });
  const least = Math.min(...found.map(({ differs }) => differs));
  return found
    .filter(({ differs }) => differs === least)
    .map(({ id }) => id)
    .toSorted(compare);
}

function textOf(id: string): string {
  const { licenseText } = createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`) as {
    readonly licenseText: string;
  };
  return licenseText;
}

/** Who holds the rights and since when is each copy's own: those lines are left out on both sides. */
function pairsOf(text: string): ReadonlySet<string> {
  const own = text.replaceAll(/^\W*(?:copyright|\(c\)|©).*$/gim, '').replaceAll(/all rights reserved\.?/gi, '');
  const words = own.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}
