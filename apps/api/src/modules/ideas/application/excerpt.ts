import { sql, type Sql } from '../../../platform/database/index.js';

/** Longer than this nobody searches; the rest of a pasted page is not looked at. */
const MOST_SEARCHED = 200;

/** What is looked for: whole characters, no more than anybody would read. */
export function askedWords(text: string | null | undefined): string {
  return (text ?? '').toWellFormed().replaceAll('\u0000', '').trim().slice(0, MOST_SEARCHED).toWellFormed();
}

/** The words as a query of the full text, in any of the ways an idea's words may have been reduced. */
export function queryOf(words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  return sql`(websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))`;
}

/** What is put around a word that was found, and nowhere else: characters that no text may hold. */
const FOUND = ['\u0001', '\u0002'] as const;

/**
 * A piece of an idea's own text with the words that were asked for between {@link FOUND}, or null where they are not in
 * it. Costs a parse of the text, so it is asked for a page of ideas and never in a condition.
 */
export function excerptOf(idea: Sql, text: string): Sql {
  // Made once, and not for each idea.
  const query = sql`(select ${queryOf(askedWords(text))})`;
  const options = `StartSel=${FOUND[0]}, StopSel=${FOUND[1]}, MaxWords=24, MinWords=12, MaxFragments=1`;
  return sql`case when ${idea}.search @@ ${query} then
    ts_headline('english', ${idea}.need || ' ' || ${idea}.outcome || ' ' || ${idea}.people_served, ${query}, ${options}) end`;
}

export interface ExcerptPart {
  readonly text: string;
  readonly found: boolean;
}

/** The parts of an excerpt, so that whoever shows it needs no markup. */
export function partsOf(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(FOUND[0])
    .flatMap((piece, index) => {
      const [inside = '', outside = ''] = index === 0 ? ['', piece] : piece.split(FOUND[1]);
      return [
        { text: inside, found: true },
        { text: outside, found: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
