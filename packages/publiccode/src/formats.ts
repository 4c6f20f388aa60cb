import { iso6393 } from 'iso-639-3';
import parseSpdx from 'spdx-expression-parse';

const LANGUAGES = new Set(iso6393.flatMap(({ iso6391, iso6393: code }) => (iso6391 ? [iso6391, code] : [code])));

/** An address of the web: absolute, http or https, with a host, without a password in it. */
export function isWebAddress(text: string): boolean {
  return isAddress(text, ['http:', 'https:']);
}

/** An address of a source repository, which may speak its own protocol. */
export function isRepositoryAddress(text: string): boolean {
  return isAddress(text, [
    'http:',
    'https:',
    'git:',
    'ssh:',
    'git+ssh:',
    'git+https:',
    'svn:',
    'svn+ssh:',
    'ftp:',
    'ftps:',
  ]);
}

function isAddress(text: string, protocols: readonly string[]): boolean {
  if (/[\s\\]/.test(text) || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '' && url.password === '';
}

/** RFC 3986: a scheme and something after it. URNs name their namespace (RFC 8141). */
export function isUri(text: string): boolean {
  if (/^urn:/i.test(text)) return /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[^\s]+$/i.test(text);
  if (/^https?:/i.test(text)) return isWebAddress(text);
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(text);
}

/** A day of the calendar as YYYY-MM-DD: 2024-02-30 is not one. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** One mailbox with a domain. Whether mail arrives is for the sender to find out. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"[\]\\]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text);
}

/** RFC 6838, section 4.2: type and subtype of restricted names. */
export function isMediaType(text: string): boolean {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i.test(text);
}

/** BCP 47: well formed, and its primary language is one that ISO 639 lists. `en_GB` and `xxx` are not. */
export function isLanguageTag(text: string): boolean {
  try {
    Intl.getCanonicalLocales(text);
  } catch {
    return false;
  }
  return LANGUAGES.has(text.split('-')[0]?.toLowerCase() ?? '');
}

/** An SPDX licence expression made of listed licences and exceptions. */
export function isSpdxExpression(text: string): boolean {
  // The parser is recursive; no real expression is near this long.
  if (text.length > 500) return false;
  try {
    parseSpdx(text);
    return true;
  } catch {
    return false;
  }
}

/** A file inside the repository, from its root, that does not climb out of it. */
export function isRepositoryPath(text: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\\/]/.test(text) && !text.split(/[\\/]/).includes('..');
}

/** Whether a path or address ends in one of the extensions, given without the dot. */
export function hasExtension(text: string, extensions: readonly string[]): boolean {
  const path = URL.parse(text)?.pathname ?? text;
  return extensions.includes(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters as a reader counts them: a family emoji is one. Stops counting beyond `enough`. */
export function readersLength(text: string, enough: number): number {
  let length = 0;
  for (const _ of segmenter.segment(text)) {
    length += 1;
    if (length > enough) break;
  }
  return length;
}
