import type { CleanedAway, UploadFormat } from '@openimpact/domain';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

import { type Cleaned, NotCleanable } from './cleaned.js';
import { cleanJpeg, cleanPng, cleanWebp } from './pictures.js';

/** A document that grows beyond this when it is opened is a trap: 200 MB, 5,000 parts. */
const MOST_EXPANDED = 200_000_000;
const MOST_PARTS = 5_000;

type Parts = Record<string, Uint8Array>;

/** Opens a packed document. Sizes are looked at before anything is unpacked, and what unpacks to more than it said is cut there. */
export function partsOf(bytes: Uint8Array): Parts {
  let expanded = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        expanded += originalSize;
        count += 1;
        if (expanded > MOST_EXPANDED || count > MOST_PARTS) throw new NotCleanable('EXPANDS_TOO_FAR');
        if (name.includes('..') || name.startsWith('/')) throw new NotCleanable('BROKEN');
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof NotCleanable ? error : new NotCleanable('BROKEN');
  }
}

/** Which packed document it is, by what lies in it. */
export function seenInParts(parts: Parts): UploadFormat | 'UNKNOWN' {
  if (parts['word/document.xml']) return 'DOCX';
  if (parts['xl/workbook.xml']) return 'XLSX';
  if (parts['ppt/presentation.xml']) return 'PPTX';
  switch (parts['mimetype'] && strFromU8(parts['mimetype'])) {
    case 'application/vnd.oasis.opendocument.text':
      return 'ODT';
    case 'application/vnd.oasis.opendocument.spreadsheet':
      return 'ODS';
    case 'application/vnd.oasis.opendocument.presentation':
      return 'ODP';
    default:
      return 'UNKNOWN';
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Parts that say who and when, and what stands in their place: a document without the part would not open everywhere. */
const EMPTIED: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
  'meta.xml': `${HEAD}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>`,
};

/** Names beside comments and changes, and folders of a person's own computer. What is written stays. */
const NAMES: readonly (readonly [part: RegExp, what: RegExp, instead: string])[] = [
  [/^word\/.*\.xml$/, /\b(w\d*:(?:author|initials|userId))="[^"]*"/g, '$1=""'],
  [/^ppt\/(?:commentAuthors|authors)\.xml$/, /\b(name|initials|userId)="[^"]*"/g, '$1=""'],
  [/^xl\/persons\/.*\.xml$/, /\b(displayName|userId)="[^"]*"/g, '$1=""'],
  [/^xl\/comments.*\.xml$/, /<author>[^<]*<\/author>/g, '<author></author>'],
  [/^xl\/workbook\.xml$/, /\b(userName|url)="[^"]*"/g, '$1=""'],
  [/^(?:content|styles)\.xml$/, /(<(dc:creator|meta:creator-initials|loext:sender-initials)>)[^<]*(<\/\2>)/g, '$1$3'],
  [/^settings\.xml$/, /(config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*/g, '$1'],
];

const PREVIEW = /^(?:docProps\/thumbnail\.|Thumbnails\/)/;
const PROGRAM = /(?:vbaProject\.bin|vbaData\.xml)$|^(?:Basic|Scripts)\/|\.(?:exe|dll|js|vbs|class)$/i;
/** Pictures drawn by numbers or too simple to hold who took them. */
const LEFT_AS_IT_IS = /\.(?:xml|rels|vml|svg|gif|emf|wmf|emz|wmz|fntdata|odttf|ttf|rdf|bin)$|^mimetype$/i;
const EMBEDDED = /(?:^|\/)embeddings\//i;

/** A word-processor, spreadsheet or slide document without authors, dates, previews, names at comments and camera data. */
export function cleanOffice(parts: Parts, depth = 0): Cleaned {
  const kept: Zippable = {};
  const removed = new Set<CleanedAway>();
  const text: string[] = [];
  // An OpenDocument file begins with its type, unpacked, so that it can be told apart without opening it.
  if (parts['mimetype']) kept['mimetype'] = [parts['mimetype'], { level: 0 }];
  for (const [name, part] of Object.entries(parts)) {
    if (name === 'mimetype') continue;
    if (PROGRAM.test(name)) throw new NotCleanable('HOLDS_PROGRAMS');
    if (PREVIEW.test(name)) {
      removed.add('PREVIEW_PICTURE');
      continue;
    }
    const inner = cleanPart(name, part, depth);
    kept[name] = inner.bytes;
    for (const one of inner.removed) removed.add(one);
    text.push(...inner.text);
  }
  return { bytes: zipSync(kept, { level: 6, mtime: new Date(1980, 0, 1, 12) }), removed: [...removed], text };
}

function cleanPart(name: string, part: Uint8Array, depth: number): Cleaned {
  const untouched: Cleaned = { bytes: part, removed: [], text: [] };
  const emptied = EMPTIED[name];
  if (emptied !== undefined) {
    const before = strFromU8(part).replaceAll(/<[^>]*>|\s+/g, '');
    return { bytes: strToU8(emptied), removed: before === '' ? [] : ['AUTHOR_AND_DATES'], text: [] };
  }
  if (EMBEDDED.test(name)) return cleanEmbedded(part, depth);
  if (/\.jpe?g$/i.test(name)) return cleanJpeg(part);
  if (/\.png$/i.test(name)) return cleanPng(part);
  if (/\.webp$/i.test(name)) return cleanWebp(part);
  if (!LEFT_AS_IT_IS.test(name)) throw new NotCleanable('HOLDS_OTHER_FILES');
  if (!/\.(?:xml|rels)$/i.test(name)) return untouched;

  const before = strFromU8(part);
  let after = before;
  for (const [applies, what, instead] of NAMES) if (applies.test(name)) after = after.replaceAll(what, instead);
  const named = after !== before;
  // A preview that is gone must not be pointed at.
  if (name === '_rels/.rels') after = after.replaceAll(/<Relationship\b[^>]*thumbnail[^>]*\/>/g, '');
  if (name === 'META-INF/manifest.xml')
    after = after.replaceAll(/<manifest:file-entry\b[^>]*Thumbnails\/[^>]*\/>/g, '');
  return {
    bytes: after === before ? part : strToU8(after),
    removed: named ? ['NAMES_AT_COMMENTS'] : [],
    text: READ.test(name) ? [readable(after)] : [],
  };
}

/** A chart brings its table along as a document of its own; anything else inside cannot be looked into. */
function cleanEmbedded(part: Uint8Array, depth: number): Cleaned {
  const isPacked = part[0] === 0x50 && part[1] === 0x4b;
  if (!isPacked || depth > 0) throw new NotCleanable('HOLDS_OTHER_FILES');
  const parts = partsOf(part);
  if (seenInParts(parts) === 'UNKNOWN') throw new NotCleanable('HOLDS_OTHER_FILES');
  return cleanOffice(parts, depth + 1);
}

const READ =
  /^word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml$|^xl\/(?:sharedStrings|comments\d*|worksheets\/[^/]+)\.xml$|^ppt\/(?:slides|notesSlides|comments)\/[^/]+\.xml$|^content\.xml$/;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of a part, a paragraph or cell a line. */
function readable(xml: string): string {
  return xml
    .replaceAll(
      /<\/(?:w:p|a:p|text:p|text:h|si|is|row|table:table-cell)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^>]*>/g,
      '\n',
    )
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name)] ?? all;
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}
