import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

import { StartupError } from '../../config/index.js';
import { type Account, chooseAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { dataFolder, ensureCluster, SUPERUSER } from './cluster.js';
import { createDatabase } from './create-database.js';
import { alone, Leases } from './leases.js';
import {
  type Postmaster,
  type PostmasterOptions,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
  untilReady,
} from './postmaster.js';

export interface EmbeddedPostgresOptions {
  /** The installation's data folder; everything of the database lies in `postgres/` below it. */
  readonly dataDir: string;
  /** Told what an operator should know, a line at a time. */
  readonly log: (line: string) => void;
  /** False for tests: faster, and lost in a power cut. */
  readonly durable?: boolean;
  /** Starts the server again when it ends while it is used. For a program that goes on for long. */
  readonly restart?: boolean;
}

export interface EmbeddedPostgres {
  /** The product's database, as the role that owns everything in this cluster. */
  readonly url: string;
  /** Leaves the server, and ends it when nobody else uses it. May be called twice. */
  stop(): Promise<void>;
}

/** The product's database in the cluster. */
const DATABASE = 'openimpact';

/** A server that recovers takes its time; one that hangs is named after this. */
const JOIN_MS = 60_000;

/** PostgreSQL's code for it. */
const WRONG_PASSWORD = '28P01';

/**
 * Starts the PostgreSQL that comes with the product, or joins the one that already runs on this data folder: a server
 * whose product was killed is taken over, one that a running product uses is shared.
 *
 * It listens on this machine only, on a free port, with a random password kept in the data folder.
 *
 * @throws {StartupError} with one line that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, durable = true } = options;
  const binaries = findBinaries();
  const folder = makeWritable(resolve(options.dataDir, 'postgres'));
  const password = keptPassword(folder);
  const leases = new Leases(join(folder, 'users'));
  const lock = join(folder, 'lock');
  const start = { logFile: join(folder, 'server.log'), portFile: join(folder, 'port'), durable };

  const { account, url, lease } = await alone(lock, async () => {
    const account = chooseAccount(binaries, join(folder, 'server'), log);
    const postmaster = (await joinRunning(account, password, log)) ?? (await startNew(account, password, start));
    const lease = leases.take();
    try {
      return { account, lease, url: await createDatabase(urlOf(postmaster, password, 'postgres'), DATABASE) };
    } catch (error) {
      lease.release();
      if (leases.count() === 0) await stopPostmaster(postmaster);
      throw error;
    }
  });

  let stopping: Promise<void> | undefined;
  const startAgain = async () => {
    await alone(lock, async () => {
      if (stopping !== undefined || runningPostmaster(account) !== undefined) return;
      await startPostmaster(account, start);
      log('PostgreSQL ended and was started again.');
    });
  };
  if (options.restart)
    keepRunning(
      () => stopping !== undefined,
      () => runningPostmaster(account) !== undefined,
      startAgain,
      log,
    );
  return {
    url,
    stop: () =>
      (stopping ??= alone(lock, async () => {
        lease.release();
        // Asked afresh: the server may have been started again by somebody else since.
        const running = runningPostmaster(account);
        if (running !== undefined && leases.count() === 0) await stopPostmaster(running);
      })),
  };
}

const LOOKS_EVERY_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Looks whether the server runs, and starts it again when it does not; ever more seldom while that fails. */
function keepRunning(
  isOver: () => boolean,
  runs: () => boolean,
  startAgain: () => Promise<void>,
  log: (line: string) => void,
): void {
  let wait = LOOKS_EVERY_MS;
  const look = async (): Promise<void> => {
    if (isOver()) return;
    try {
      if (!runs()) await startAgain();
      wait = LOOKS_EVERY_MS;
    } catch (error) {
      if (wait === LOOKS_EVERY_MS) log(`PostgreSQL ended. ${(error as Error).message} It is tried again.`);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
    setTimeout(() => void look(), wait).unref();
  };
  setTimeout(() => void look(), wait).unref();
}

async function startNew(account: Account, password: string, options: PostmasterOptions): Promise<Postmaster> {
  await ensureCluster(account, password, options.durable);
  account.own(account.folder);
  return startPostmaster(account, options);
}

/** The server that runs on the folder already, once it is known to be ours; undefined when none does. */
async function joinRunning(
  account: Account,
  password: string,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  const found = runningPostmaster(account);
  if (found === undefined) return undefined;
  log('A PostgreSQL server is already running on the data folder; it is used.');
  let answer: 'ours' | 'refused' | 'not yet' = 'not yet';
  const deadline = Date.now() + JOIN_MS;
  while (Date.now() < deadline) {
    const postmaster = await untilReady(account);
    if (postmaster === undefined) return undefined;
    answer = await knock(postmaster, password);
    if (answer === 'ours') return postmaster;
    if (answer === 'refused') break;
    // It is stopping, or starting again after one of its processes was killed.
    await sleep(200);
  }
  throw new StartupError(
    `A PostgreSQL server (process ${found.pid}) runs on ${dataFolder(account)} but ${answer === 'refused' ? "does not accept this installation's password" : 'does not answer'}. ` +
      'Stop that process, then start again.',
  );
}

/** Nobody else has the password, so a server that takes it is ours. */
async function knock(postmaster: Postmaster, password: string): Promise<'ours' | 'refused' | 'not yet'> {
  const client = new pg.Client({
    connectionString: urlOf(postmaster, password, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    return 'ours';
  } catch (error) {
    return (error as { code?: string }).code === WRONG_PASSWORD ? 'refused' : 'not yet';
  } finally {
    await client.end().catch(() => {});
  }
}

function urlOf({ port }: Postmaster, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Safe in an address as it is: letters, digits, - and _. */
function keptPassword(folder: string): string {
  const file = join(folder, 'password');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Answers the folder's path without symbolic links, as the kernel will report it. */
function makeWritable(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `write-test.${process.pid}`);
    writeFileSync(probe, '', { mode: 0o600 });
    rmSync(probe);
    if (existsSync(join(folder, 'password'))) readFileSync(join(folder, 'password'));
    return realpathSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOSPC' ? 'the disk is full' : `the system answers ${code}`;
    throw new StartupError(
      `OpenImpact cannot write to its data folder ${folder} (${why}). ` +
        'Make the folder writable for this user, or set OPENIMPACT_DATA_DIR to one that is.',
    );
  }
}
