/**
 * What can be wrong with a text somebody typed. `path` is the field, as the API's input names it:
 * `['input', 'title']`.
 */
export type TextFault =
  | { readonly code: 'TEXT_MISSING'; readonly path: readonly string[] }
  | {
      readonly code: 'TEXT_TOO_SHORT';
      readonly path: readonly string[];
      readonly characters: number;
      readonly least: number;
    }
  | {
      readonly code: 'TEXT_TOO_LONG';
      readonly path: readonly string[];
      readonly characters: number;
      readonly most: number;
    }
  | {
      readonly code: 'TEXT_HAS_HIDDEN_CHARACTERS';
      readonly path: readonly string[];
      /** Which, as Unicode writes them, each once: `U+202E`. */
      readonly found: readonly string[];
    }
  | { readonly code: 'TEXT_LINK_NOT_SAFE'; readonly path: readonly string[]; readonly scheme: string };

export interface TextLimits {
  /** In characters as a reader counts them (grapheme clusters): a family emoji is one. */
  readonly most: number;
  /** Zero for an answer that may be left out. Missing: 1. */
  readonly least?: number;
  /** Whether a paragraph break means something. In a single line every run of space becomes one space. */
  readonly lines: 'one' | 'many';
}

/** The text as it is stored, and what is wrong with it. Both, so that a form can say everything at once. */
export interface CheckedText {
  readonly text: string;
  readonly faults: readonly TextFault[];
}

const ONE_OF_MANY_GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Most UTF-16 units a grapheme may take on average. Beyond it the text is stacked marks rather than
 * writing, and is not worth counting: counting 200 kB of it is how a server is kept busy.
 */
const MOST_UNITS_PER_CHARACTER = 12;

// Controls (NUL among them), halves of emoji, private use, unassigned; every format character: zero-width
// space, byte order mark, soft hyphen, and those that turn the direction of what follows them.
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/u;
const HIDDEN_EVERYWHERE = new RegExp(HIDDEN.source, 'gu');
// Joiners are spelling in Persian or Hindi and hold families and flags of emoji together: allowed between
// two characters that show. Tags spell the flags of Scotland, Wales and England.
const JOINER_IN_PLACE =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])/gu;
const FLAG_TAGS = /(?<=\u{1f3f4})[\u{e0020}-\u{e007e}]+\u{e007f}/gu;
const LINK_SCHEME = /(?:\]\(\s*<?|\]:\s*<?|<)\s*([a-z][a-z0-9+.\-\s]{1,20}):/giu;
const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * Cleans a text a person typed and says everything that is wrong with it.
 *
 * Cleaning is what nobody can see or object to: composed letters (NFC), line ends as `\n`, no space at the
 * ends. A hidden character is refused rather than dropped, because it is how one text is made to read as another.
 */
export function checkText(raw: string | null | undefined, path: readonly string[], limits: TextLimits): CheckedText {
  const given = raw ?? '';
  const least = limits.least ?? 1;
  if (given.length > limits.most * MOST_UNITS_PER_CHARACTER) {
    return { text: '', faults: [{ code: 'TEXT_TOO_LONG', path, characters: given.length, most: limits.most }] };
  }
  const text = tidy(given, limits.lines);
  const found = hiddenCharacters(text);
  // Nothing but hidden characters reads as nothing, whatever its length.
  if (text.replaceAll(HIDDEN_EVERYWHERE, '').trim() === '') {
    if (least === 0 && found.length === 0) return { text: '', faults: [] };
    return { text, faults: [{ code: 'TEXT_MISSING', path }] };
  }
  const faults: TextFault[] = [];
  const characters = countCharacters(text);
  if (characters < least) faults.push({ code: 'TEXT_TOO_SHORT', path, characters, least });
  if (characters > limits.most) faults.push({ code: 'TEXT_TOO_LONG', path, characters, most: limits.most });
  if (found.length > 0) faults.push({ code: 'TEXT_HAS_HIDDEN_CHARACTERS', path, found });
  const scheme = unsafeScheme(text);
  if (scheme !== null) faults.push({ code: 'TEXT_LINK_NOT_SAFE', path, scheme });
  return { text, faults };
}

/** Characters as a reader counts them. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of ONE_OF_MANY_GRAPHEMES.segment(text)) count += 1;
  return count;
}

/** The same text without what cannot be seen: what a form offers to do for somebody who pasted it. */
export function withoutHiddenCharacters(text: string): string {
  const kept: string[] = [];
  const marked = text.toWellFormed().replaceAll(/\r\n?/g, '\n');
  for (const part of marked.split(/(\n|\t)/)) {
    if (part === '\n' || part === '\t') {
      kept.push(part);
      continue;
    }
    const allowed = new Set([...part.matchAll(JOINER_IN_PLACE), ...part.matchAll(FLAG_TAGS)].flatMap(positions));
    kept.push(part.replaceAll(HIDDEN_EVERYWHERE, (hidden, at: number) => (allowed.has(at) ? hidden : '')));
  }
  return kept.join('').replaceAll('\ufffd', '');
}

/** Whether an address may stand as a link on a page. */
export function isWebAddress(raw: string): boolean {
  if (HIDDEN.test(raw) || /\s/u.test(raw)) return false;
  const url = URL.parse(raw);
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.hostname.includes('.') &&
    url.username === '' &&
    url.password === ''
  );
}

function tidy(raw: string, lines: 'one' | 'many'): string {
  const composed = raw.normalize('NFC').replaceAll(/\r\n?/g, '\n');
  return lines === 'one'
    ? composed.replaceAll(/[\p{Zs}\t\n]+/gu, ' ').trim()
    : composed.replaceAll(/[^\S\n]+$/gmu, '').trim();
}

/** The characters in a text that cannot be seen, as Unicode writes them, each once: `U+202E`. */
export function hiddenCharacters(text: string): readonly string[] {
  const rest = text
    .replaceAll(/\r\n|[\n\t]/g, '')
    .replaceAll(FLAG_TAGS, '')
    .replaceAll(JOINER_IN_PLACE, '');
  const found = new Set([...rest.matchAll(HIDDEN_EVERYWHERE)].map(([character]) => codePoint(character)));
  return [...found].toSorted();
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function unsafeScheme(text: string): string | null {
  for (const [, scheme = ''] of text.matchAll(LINK_SCHEME)) {
    const name = scheme.replaceAll(/\s/gu, '').toLowerCase();
    if (!SAFE_SCHEMES.has(name)) return name;
  }
  return null;
}

function positions(match: RegExpExecArray): number[] {
  return Array.from({ length: match[0].length }, (_, offset) => match.index + offset);
}
