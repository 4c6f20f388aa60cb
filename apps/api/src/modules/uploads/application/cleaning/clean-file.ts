import { findPersonalData, type PersonalDataKind, type SeenFormat, type UploadFormat } from '@openimpact/domain';

import type { Cleaned } from './cleaned.js';
import { cleanOffice, partsOf, seenInParts } from './office.js';
import { cleanPdf } from './pdf.js';
import { cleanJpeg, cleanPng, cleanWebp } from './pictures.js';

export interface CleanedFile extends Cleaned {
  readonly seen: SeenFormat;
}

/** Looks at what a file is, by its bytes, and cleans it when that is what its name says. */
export async function cleanFile(bytes: Uint8Array, claimed: UploadFormat): Promise<CleanedFile> {
  const seen = seenFormat(bytes, claimed);
  switch (seen) {
    case 'JPEG':
      return { seen, ...cleanJpeg(bytes) };
    case 'PNG':
      return { seen, ...cleanPng(bytes) };
    case 'WEBP':
      return { seen, ...cleanWebp(bytes) };
    case 'PDF':
      return { seen, ...(claimed === 'PDF' ? await cleanPdf(bytes) : asItIs(bytes)) };
    case 'PACKED': {
      const parts = partsOf(bytes);
      const inside = seenInParts(parts);
      return { seen: inside, ...(inside === claimed ? cleanOffice(parts) : asItIs(bytes)) };
    }
    case 'PLAIN': {
      const text = plainText(bytes);
      return { seen, bytes: Buffer.from(text), removed: [], text: [text] };
    }
    default:
      return { seen: 'UNKNOWN', ...asItIs(bytes) };
  }
}

function asItIs(bytes: Uint8Array): Cleaned {
  return { bytes, removed: [], text: [] };
}

function begins(bytes: Uint8Array, signature: readonly number[] | string, at = 0): boolean {
  const wanted = typeof signature === 'string' ? [...Buffer.from(signature, 'latin1')] : signature;
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function seenFormat(bytes: Uint8Array, claimed: UploadFormat): SeenFormat | 'PACKED' {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'JPEG';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'PNG';
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'WEBP';
  if (begins(bytes, '%PDF-')) return 'PDF';
  if (begins(bytes, 'PK\u0003\u0004')) return 'PACKED';
  // A page where a file was promised is what a broken link answers with.
  if (
    !looksPlain(bytes) ||
    /^\s*<(?:!doctype\s+html|html|svg|script|\?xml)\b/i.test(plainText(bytes.subarray(0, 500)))
  ) {
    return 'UNKNOWN';
  }
  return claimed === 'JSON' && !isJson(plainText(bytes)) ? 'UNKNOWN' : 'PLAIN';
}

/** No control characters other than the ends of lines, tabs and a mark at the beginning. */
function looksPlain(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** Text as UTF-8; a table saved by an older program comes as Windows-1252 and is told by not being UTF-8. */
function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export interface Suspicion {
  readonly kind: PersonalDataKind;
  readonly found: string;
}

/** As many as a person would look at one by one. */
const MOST_SUSPICIONS = 20;
const WINDOW = 20_000;
const OVERLAP = 200;

/** What may be personal data anywhere in the text, however long it is. */
export function suspicionsIn(texts: readonly string[]): readonly Suspicion[] {
  const found: Suspicion[] = [];
  for (const text of texts) {
    for (let start = 0; start < text.length; start += WINDOW - OVERLAP) {
      for (const one of findPersonalData(text.slice(start, start + WINDOW))) {
        if (found.some((known) => known.found === one.found)) continue;
        found.push({ kind: one.kind, found: one.found });
        if (found.length === MOST_SUSPICIONS) return found;
      }
    }
  }
  return found;
}
