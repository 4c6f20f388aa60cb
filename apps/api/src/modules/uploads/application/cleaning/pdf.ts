import type { CleanedAway } from '@openimpact/domain';
import { PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';

import { type Cleaned, NotCleanable } from './cleaned.js';

/** Pages beyond this are not read for personal data, and nobody prints them. */
const MOST_PAGES = 2_000;

const name = (word: string): PDFName => PDFName.of(word);

/**
 * A PDF without who made it, when and with what, without names at comments, scripts and what runs when it is opened.
 * Written anew, so that earlier versions which programs leave in the file are gone too.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false }).catch((error: unknown) => {
    const isLocked = error instanceof Error && /encrypt/i.test(error.message);
    throw new NotCleanable(isLocked ? 'LOCKED' : 'BROKEN');
  });
  const { context, catalog } = document;
  if (document.getPageCount() > MOST_PAGES) throw new NotCleanable('EXPANDS_TOO_FAR');
  const removed = new Set<CleanedAway>();

  const info = context.trailerInfo.Info;
  if (info !== undefined) {
    removed.add('AUTHOR_AND_DATES');
    if (info instanceof PDFRef) context.delete(info);
    delete context.trailerInfo.Info;
  }
  delete context.trailerInfo.ID;
  for (const key of ['OpenAction', 'AA', 'PieceInfo', 'LastModified']) catalog.delete(name(key));

  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const dictionary = dictionaryOf(object);
    if (dictionary === undefined) continue;
    const type = dictionary.get(name('Type'))?.toString();
    const subtype = dictionary.get(name('Subtype'))?.toString();
    if (type === '/EmbeddedFile' || type === '/Filespec' || type === '/F' || subtype === '/FileAttachment') {
      throw new NotCleanable('HOLDS_OTHER_FILES');
    }
    if (type === '/Metadata') {
      removed.add('AUTHOR_AND_DATES');
      context.delete(reference);
      continue;
    }
    if (subtype === '/RichMedia' || subtype === '/Movie' || dictionary.get(name('S'))?.toString() === '/Launch') {
      throw new NotCleanable('HOLDS_PROGRAMS');
    }
    for (const key of ['Metadata', 'PieceInfo', 'LastModified', 'JS', 'JavaScript', 'AA']) dictionary.delete(name(key));
    // A comment on a page: who wrote it and when; what it says stays.
    if (type === '/Annot' || dictionary.has(name('Subj'))) {
      if (dictionary.has(name('T')) && dictionary.get(name('FT')) === undefined) {
        dictionary.set(name('T'), PDFString.of(''));
        removed.add('NAMES_AT_COMMENTS');
      }
      for (const key of ['M', 'CreationDate']) dictionary.delete(name(key));
    }
  }
  const saved = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { bytes: saved, removed: [...removed], text: await textOf(saved) };
}

function dictionaryOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}

async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  // The reader takes the bytes it is given for itself, so it gets a copy.
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
  return text;
}
