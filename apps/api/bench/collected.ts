import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A statement the product sent while the suites ran. */
export interface Collected {
  /** The file it came from, below `apps/api/src`. */
  readonly from: string;
  /** As it was sent. */
  readonly text: string;
  /** The same for every number of rows and of values, so that it stays the same between two runs. */
  readonly sameAs: string;
  /** Eight characters that stand for `sameAs`. */
  readonly hash: string;
}

/** Only these have a plan. */
const PLANNED = /^\s*(?:with|select|insert|update|delete|merge)\b/i;

/** Lists of values are as long as what was asked about, and rows as many as are wanted. */
export function folded(text: string): string {
  return text
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\$\d+/g, '$')
    .replaceAll(/\$(?:::\w+(?:\[\])?)?(?:, ?\$(?:::\w+(?:\[\])?)?)+/g, '$…')
    .replaceAll(/(\(\$…?\))(?:, ?\1)+/g, '$1')
    .replaceAll(/\blimit \d+/gi, 'limit n')
    .trim();
}

/** What the suites left in a folder and the folders below it, each statement once. */
export function collectedIn(folder: string): readonly Collected[] {
  const found = new Map<string, Collected>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  for (const line of files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))) {
    if (line === '') continue;
    const { from, text } = JSON.parse(line) as Pick<Collected, 'from' | 'text'>;
    if (!PLANNED.test(text)) continue;
    const sameAs = folded(text);
    const hash = createHash('sha256').update(sameAs).digest('hex').slice(0, 8);
    found.set(`${from} ${hash}`, { from, text, sameAs, hash });
  }
  return [...found.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
