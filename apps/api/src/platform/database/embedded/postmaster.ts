import { type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { StartupError } from '../../config/index.js';
import type { Account } from './account.js';
import { dataFolder, firstFault } from './cluster.js';
import { commandLine, isRunning, workingFolder } from './processes.js';

/** A running server, as its own file says. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface PostmasterOptions {
  readonly logFile: string;
  /** Off: a power cut may destroy the data, and everything is several times faster. For tests. */
  readonly durable: boolean;
  /** Holds the port of the last start: who is connected finds the server again after it was started anew. */
  readonly portFile: string;
}

/** PostgreSQL recovers after a crash before it answers; a large database on a slow disk takes its time. */
const START_MS = 120_000;
const STOP_MS = 60_000;
const ATTEMPTS = 8;
const SAME_PORT_ATTEMPTS = 4;

/** The server that runs on this folder now, ready or on its way, or undefined. Clears away a file whose server is gone. */
export function runningPostmaster(account: Account): Postmaster | undefined {
  const file = join(dataFolder(account), 'postmaster.pid');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const pid = Number(lines[0]);
  if (!(pid > 0)) return undefined;
  // After a restart of the machine the number may be somebody else's, and PostgreSQL alone would refuse to start.
  if (!isRunning(pid) || !serves(pid, dataFolder(account))) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3] ?? 0) };
}

/** A server stands in its data folder; where that is not to be seen, its command line has to do. */
function serves(pid: number, folder: string): boolean {
  const standsIn = workingFolder(pid);
  return standsIn === undefined ? /postgres/.test(commandLine(pid) ?? '') : standsIn === folder;
}

/** Whether the server itself says that it takes connections. */
function isReady(account: Account): boolean {
  const file = join(dataFolder(account), 'postmaster.pid');
  return existsSync(file) && /^ready/m.test(readFileSync(file, 'utf8'));
}

/**
 * Waits until the running server takes connections.
 *
 * @returns undefined when it ended instead.
 */
export async function untilReady(account: Account): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const postmaster = runningPostmaster(account);
    if (postmaster === undefined) return undefined;
    if (isReady(account)) return postmaster;
    await sleep(50);
  }
  throw new StartupError(
    `PostgreSQL has not become ready in ${START_MS / 1000} seconds. Its log is beside ${account.folder}.`,
  );
}

/**
 * Starts the server on the port of this machine that it had before, or on a free one. The terminal's Ctrl-C does not reach it, so that requests under way
 * can be finished before it stops.
 *
 * Tries again when the port was taken in between, and when parts of a killed server are still around.
 *
 * @throws {StartupError} with PostgreSQL's own reason.
 */
export async function startPostmaster(account: Account, options: PostmasterOptions): Promise<Postmaster> {
  let reason = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = attempt <= SAME_PORT_ATTEMPTS ? (keptPort(options.portFile) ?? (await freePort())) : await freePort();
    const outcome = await launch(account, port, options);
    if (typeof outcome !== 'string') {
      writeFileSync(options.portFile, String(port), { mode: 0o600 });
      return outcome;
    }
    reason = outcome;
    if (!isPassing(reason)) break;
    await sleep(attempt * 250);
  }
  throw new StartupError(`PostgreSQL did not start: ${reason}. Its log is ${options.logFile}.`);
}

async function launch(account: Account, port: number, options: PostmasterOptions): Promise<Postmaster | string> {
  if (existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile}.1`);
  const log = openSync(options.logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = account.spawn(account.binaries.postgres, serverArguments(account, port, options), {
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
  const ended = new AbortController();
  child.once('error', () => ended.abort());
  child.once('exit', () => ended.abort());
  child.unref();

  const deadline = Date.now() + START_MS;
  while (!ended.signal.aborted && Date.now() < deadline) {
    // The file may still be the one of a server before: only our own child's counts.
    const postmaster = isReady(account) ? runningPostmaster(account) : undefined;
    if (postmaster !== undefined && postmaster.pid === child.pid) return postmaster;
    await sleep(30);
  }
  return ended
    ? firstFault(readFileSync(options.logFile, 'utf8'))
    : `it was not ready within ${START_MS / 1000} seconds`;
}

/** What the server keeps of its data at hand, in MB: an eighth of the memory there is, where that is neither too little nor greedy. */
function sharedBuffers(): number {
  // In a container, the machine's memory is not ours.
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return Math.max(128, Math.min(1024, Math.round(bytes / 8 / 2 ** 20)));
}

function serverArguments(account: Account, port: number, { durable }: PostmasterOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${sharedBuffers()}MB`,
    // One machine, no replica: less to write for the same safety.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // After a checkpoint, each page is logged whole when it is first written to: rarer checkpoints are less to write.
    checkpoint_timeout: '15min',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Statements hold what people wrote; the log must not.
    log_min_error_statement: 'panic',
    log_statement: 'none',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    dataFolder(account),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Faults that go away by themselves: a taken port, and what a killed server leaves for a moment. */
function isPassing(reason: string): boolean {
  return /could not (bind|create any TCP)|Address already in use|lock file .* already exists|pre-existing shared memory/i.test(
    reason,
  );
}

/** Ends the server: open transactions are rolled back, committed ones are safe. Harder when it does not end in a minute. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + STOP_MS;
    while (Date.now() < deadline) {
      if (!isRunning(pid)) return;
      await sleep(30);
    }
  }
}

function keptPort(file: string): number | undefined {
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return port > 0 && port < 65_536 ? port : undefined;
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => settle(port));
    });
  });
}
