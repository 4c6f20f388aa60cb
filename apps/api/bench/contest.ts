import { type Measured, middle } from './measure.js';
import type { Share } from './profile.js';

/** What has to be true of the first contestant. */
export type Target =
  | { readonly kind: 'RATIO'; readonly to: string; readonly atLeast: number }
  | { readonly kind: 'COST'; readonly to: string; readonly atMost: number }
  | { readonly kind: 'P99'; readonly atMost: number };

export interface Contest {
  readonly name: string;
  /** The first is ours; each answers the same. */
  readonly contestants: Readonly<Record<string, () => Promise<Measured>>>;
  readonly targets: readonly Target[];
}

export interface Judged {
  readonly wanted: string;
  readonly got: string;
  readonly met: boolean;
}

export interface Line {
  readonly name: string;
  readonly measured: Readonly<Record<string, Measured>>;
  readonly targets: readonly Judged[];
  /** Where the time of the first contestant’s server went, where that was looked at. */
  readonly profile?: readonly Share[];
}

/** Each in turn, round after round: what disturbs the machine disturbs all. The first round warms up. */
export async function hold({ name, contestants, targets }: Contest, rounds: number): Promise<Line> {
  const runs = new Map<string, Measured[]>(Object.keys(contestants).map((who) => [who, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [who, run] of Object.entries(contestants)) {
      const measured = await run();
      if (round > 0 || rounds === 0) runs.get(who)?.push(measured);
    }
  }
  const measured = Object.fromEntries([...runs].map(([who, each]) => [who, middle(each)]));
  return { name, measured, targets: targets.flatMap((target) => judge(target, measured)) };
}

/** Processor time of an answer in milliseconds, of server and database together. */
export function costOf({ serverCpu, databaseCpu }: Measured): number {
  return serverCpu + databaseCpu;
}

/** Nothing where the other one was not there to be measured. */
function judge(target: Target, measured: Readonly<Record<string, Measured>>): Judged[] {
  const [ours] = Object.values(measured);
  if (ours === undefined) return [];
  if (target.kind === 'P99') {
    return [
      { wanted: `p99 at most ${target.atMost} ms`, got: `${ours.p99.toFixed(0)} ms`, met: ours.p99 <= target.atMost },
    ];
  }
  const other = measured[target.to];
  if (other === undefined) return [];
  if (target.kind === 'RATIO') {
    const ratio = ours.requestsPerSecond / other.requestsPerSecond;
    return [
      {
        wanted: `at least ${target.atLeast} times ${target.to}`,
        got: ratio.toFixed(2),
        met: ratio >= target.atLeast,
      },
    ];
  }
  const ratio = costOf(ours) / costOf(other);
  return [
    {
      wanted: `at most ${target.atMost} times the cost of ${target.to}`,
      got: ratio.toFixed(2),
      met: ratio <= target.atMost,
    },
  ];
}

export function told({ name, measured, targets }: Line): string {
  const width = Math.max(...Object.keys(measured).map((who) => who.length));
  const each = Object.entries(measured).map(
    ([who, { requestsPerSecond, p50, p99, serverCpu, databaseCpu, failed }]) =>
      `  ${who.padEnd(width)} ${requestsPerSecond.toFixed(0).padStart(7)}/s  p50 ${p50.toFixed(0).padStart(3)}  p99 ${p99.toFixed(0).padStart(4)} ms  cpu ${serverCpu.toFixed(2)} + ${databaseCpu.toFixed(2)} ms${failed > 0 ? `  ${failed} FAILED` : ''}`,
  );
  const judged = targets.map(({ wanted, got, met }) => `  ${met ? 'reached' : 'NOT reached'}: ${wanted} (${got})`);
  return [name, ...each, ...judged].join('\n');
}
