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
