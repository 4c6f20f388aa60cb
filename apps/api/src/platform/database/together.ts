import { sql, type Sql } from './sql.js';

/** More than come at once on the connections of one process; whoever comes beyond is asked about next. */
const MOST = 100;

/**
 * Asks about many in one question: whoever is asked about before the event loop turns is asked about together. Each
 * answer was read after it was asked for, and none is kept.
 *
 * @param ask answers for the keys it is given, in any order; a key without an answer has none.
 */
export function together<Answer extends { readonly key: string }>(
  ask: (keys: readonly string[]) => Promise<readonly Answer[]>,
): (key: string) => Promise<Answer | undefined> {
  let waiting: { readonly keys: Set<string>; readonly answers: Promise<ReadonlyMap<string, Answer>> } | undefined;
  return async (key) => {
    if (waiting === undefined || waiting.keys.size >= MOST) {
      const keys = new Set<string>();
      const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
        if (waiting?.keys === keys) waiting = undefined;
        return new Map((await ask([...keys])).map((answer) => [answer.key, answer]));
      });
      waiting = { keys, answers };
    }
    const { keys, answers } = waiting;
    keys.add(key);
    return (await answers).get(key);
  };
}

/**
 * The keys as a list of a statement: `${asked(keys)}`, whose column is `asked.key`. As an array, the database would plan
 * the statement anew each time, because one key is so much less than the ten it expects of an array it does not know.
 * What is found for a key is joined as `cross join lateral (... limit 1)`, so that it is looked up and not scanned for.
 */
export function asked(keys: readonly string[]): Sql {
  return sql`json_array_elements_text(${JSON.stringify(keys)}::json) as asked (key)`;
}

/**
 * Waits for all, and then throws what the first of them failed with. Where statements of one transaction travel together,
 * `Promise.all` would go on at the first failure, and what the others still send would come after the transaction's end.
 */
export async function allOrFirst<T extends readonly unknown[]>(promises: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
