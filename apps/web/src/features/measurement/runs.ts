import type { LinePoint } from '../../ui/line.js';

interface Reported {
  readonly value: string | null;
  readonly fewerThan: number | null;
  /** Days, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** `comparableSince`: the oldest version whose numbers mean the same. */
  readonly definition: { readonly comparableSince: number };
}

/** Values in runs that may be compared: a new one begins wherever something else was counted from then on. */
export function runsOf(values: readonly Reported[]): readonly (readonly LinePoint[])[] {
  const runs: LinePoint[][] = [];
  let meaning: number | null = null;
  for (const { value, fewerThan, from, to, definition } of values) {
    if (definition.comparableSince !== meaning) runs.push([]);
    meaning = definition.comparableSince;
    // In the middle of its period, so that months and quarters stand where they belong.
    const at = (Date.parse(from) + Date.parse(to)) / 2;
    runs.at(-1)?.push(value === null ? { at, value: null, under: fewerThan ?? 0 } : { at, value: Number(value) });
  }
  return runs;
}
