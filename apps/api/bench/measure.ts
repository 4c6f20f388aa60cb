import { readdirSync, readFileSync } from 'node:fs';

import autocannon from 'autocannon';

import type { StatementCost } from './statements.js';

/** How many connections ask at once, of either server. */
export const CONNECTIONS = 32;

/** What one run of one server showed. Times in milliseconds, processor time in milliseconds a request. */
export interface Measured {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number;
  readonly databaseCpu: number;
  readonly failed: number;
  readonly answers: number;
  /** What each statement cost the database, where that was asked for. */
  readonly statements?: readonly StatementCost[];
}

/** Whose processor time is counted. */
export interface Processes {
  readonly server: number;
  /** The parent of all processes of the database. */
  readonly database: number;
}

/** A request a connection sends next; called for each one. */
export type NextRequest = () => autocannon.Request;

export async function measure(
  url: string,
  next: NextRequest | autocannon.Request,
  { seconds, amount, processes }: { seconds: number; amount?: number; processes: Processes },
): Promise<Measured> {
  const request: autocannon.Request =
    typeof next === 'function' ? { setupRequest: (given) => ({ ...given, ...next() }) } : next;
  const before = cpu(processes);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests: [request],
  });
  const after = cpu(processes);
  const total = result.requests.total || 1;
  return {
    requestsPerSecond: total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    serverCpu: (after.server - before.server) / total,
    databaseCpu: (after.database - before.database) / total,
    failed: result.non2xx + result.errors + result.timeouts,
    answers: total,
  };
}

/** The run in the middle by requests a second: one that something else disturbed does not count. */
export function middle(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((one, other) => one.requestsPerSecond - other.requestsPerSecond);
  return sorted[Math.floor(sorted.length / 2)] as Measured;
}

/** Processor time so far, in milliseconds: Linux counts it in hundredths of a second (proc_pid_stat(5)). */
function cpu({ server, database }: Processes): { server: number; database: number } {
  const sum = (ids: readonly number[]) => ids.reduce((total, id) => total + ticksOf(id) * 10, 0);
  return { server: sum([server]), database: endedOf(database) + sum([database, ...childrenOf(database)]) };
}

function statOf(pid: number): string[] {
  try {
    // The name stands in brackets and may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

function ticksOf(pid: number): number {
  const fields = statOf(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** Of children that are gone: a connection that was closed took its time with it. */
function endedOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 10;
}

export function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === pid);
}

/** The most memory a process ever held, in MB (VmHWM of proc_pid_status(5)). */
export function memoryOf(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
