import { readdirSync, readFileSync } from 'node:fs';

import type { Load, Loaded } from './load.js';
import { type Running, running } from './servers.js';

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

/** A request as the cases describe it. */
export interface Request {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let asking: Promise<Running> | undefined;

/** Asks one server one request again and again, or several in turn, and measures what that costs it. */
export async function measure(
  url: string,
  requests: Request | readonly Request[],
  { seconds, amount, processes }: { seconds: number; amount?: number; processes: Processes },
): Promise<Measured> {
  const { port, host } = new URL(url);
  const load: Load = {
    port: Number(port),
    connections: CONNECTIONS,
    requests: [requests].flat().map((request) => onTheWire(host, request)),
    ...(amount === undefined ? { seconds } : { amount }),
  };
  asking ??= running('load', {});
  const asker = await asking;
  const before = cpu(processes);
  const loaded = await asker.tell<Loaded>(load);
  const after = cpu(processes);
  const total = loaded.answers || 1;
  return {
    requestsPerSecond: loaded.answers / loaded.seconds,
    p50: loaded.p50,
    p99: loaded.p99,
    serverCpu: (after.server - before.server) / total,
    databaseCpu: (after.database - before.database) / total,
    failed: loaded.failed,
    answers: total,
  };
}

/** Ends the asking program. */
export async function stopAsking(): Promise<void> {
  await (await asking)?.stop();
  asking = undefined;
}

/** The same as a browser or a program sends it: nothing of HTTP is left out. */
function onTheWire(host: string, { method = 'GET', path, headers = {}, body = '' }: Request): string {
  const lines = Object.entries({ host, connection: 'keep-alive', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const length = method === 'POST' ? [`content-length: ${Buffer.byteLength(body)}`] : [];
  return [`${method} ${path} HTTP/1.1`, ...lines, ...length, '', body].join('\r\n');
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
