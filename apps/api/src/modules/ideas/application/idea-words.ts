import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';
import { askedWords } from './excerpt.js';

/** More ideas than this are not listed before they are looked at. */
const FEW = 1_000;
/** How many ideas are found by what was said about them, and how many by a title that is nearly what was typed. */
const MOST_OTHERS = 200;
/** What many ideas say, many still say a minute later. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 1_000;

/**
 * What a search of the words came to: ids of the ideas; that there are too many to list; or that they are known to be
 * common, so that ideas with them are met soon in any order. Undefined: nothing was asked.
 */
export type FoundByWords = readonly string[] | 'MANY' | 'COMMON' | undefined;

/**
 * Finds the ideas that have the words, in any of the languages ideas are written in, themselves or in what was said about
 * them. Only where no idea has them, those whose titles are nearly them: a typing error finds too, and costs nothing when
 * there is none.
 *
 * That words are common is remembered for a minute. It decides how ideas are looked through, and that what was said about
 * them is left out; an idea that has the words is found either way.
 */
@Injectable()
export class IdeaWords {
  /** Words and until when (milliseconds since 1970), the longest known first. */
  private readonly common = new Map<string, number>();

  constructor(private readonly reader: Reader) {}

  async find(text: string | null | undefined): Promise<FoundByWords> {
    const words = askedWords(text);
    if (words === '') return undefined;
    if ((this.common.get(words) ?? 0) > Date.now()) return 'COMMON';
    const row = await this.reader.shared.one<{ ids: string[] | null; common: boolean }>(
      sql`select ids, common from ideas_with_words(${words}::text, ${FEW}, ${MOST_OTHERS})`,
    );
    if (!row?.common) return row?.ids ?? 'MANY';
    this.remember(words);
    return 'COMMON';
  }

  private remember(words: string): void {
    this.common.delete(words);
    const [longest] = this.common.keys();
    if (longest !== undefined && this.common.size >= MOST_REMEMBERED) this.common.delete(longest);
    this.common.set(words, Date.now() + REMEMBERED_MS);
  }
}
