import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { StartupError } from '../../config/index.js';
import type { Account } from './account.js';

/** The first user of the cluster, who owns everything in it. */
export const SUPERUSER = 'openimpact';

/** The folder PostgreSQL calls its data directory. */
export function dataFolder(account: Account): string {
  return join(account.folder, 'data');
}

/**
 * Makes the cluster when there is none yet. One that was interrupted while being made is thrown away: it is made under
 * another name and renamed when complete.
 *
 * @throws {StartupError} when the cluster is of another major version, or PostgreSQL cannot make one.
 */
export async function ensureCluster(account: Account, password: string, durable: boolean): Promise<void> {
  const data = dataFolder(account);
  assertReadable(account.folder);
  if (existsSync(join(data, 'PG_VERSION'))) return assertSameMajor(account, data);

  const draft = `${data}.new`;
  const passwordFile = join(account.folder, 'first-password');
  account.own(account.folder);
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  account.own(passwordFile);
  try {
    const options = [...initOptions(passwordFile, durable), `--pgdata=${draft}`];
    let fault = await runInitdb(account, [...options, '--locale=C.UTF-8']);
    // A system without that name has the same order of characters from PostgreSQL itself.
    if (fault !== undefined && /invalid locale/i.test(fault))
      fault = await runInitdb(account, [...options, '--locale=C']);
    if (fault !== undefined) throw new StartupError(`PostgreSQL could not make its folder ${draft}: ${fault}`);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function assertReadable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartupError(
      `The database folder ${folder} belongs to another user of this machine (${(error as NodeJS.ErrnoException).code}). ` +
        'Start as that user, or set OPENIMPACT_DATA_DIR to a folder of your own.',
    );
  }
}

function initOptions(passwordFile: string, durable: boolean): string[] {
  return [
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case come from PostgreSQL's own tables, so an upgrade of the system never reorders an index.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
}

/** Answers what went wrong, or undefined. */
async function runInitdb(account: Account, args: readonly string[]): Promise<string | undefined> {
  const child = account.spawn(account.binaries.initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = child.stderr === null ? Promise.resolve('') : text(child.stderr);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0 ? undefined : firstFault(await said);
  } catch (error) {
    return (error as Error).message;
  }
}

/** The line of PostgreSQL's output that names the fault. */
export function firstFault(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const fault = lines.find((line) => /\b(FATAL|error|PANIC):/.test(line)) ?? lines.at(-1) ?? 'it did not say why';
  return fault.replace(/^.*?\b(FATAL|error|PANIC):\s*/, '');
}

function assertSameMajor(account: Account, data: string): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const here = account.binaries.version.split('.')[0];
  if (made === here) return;
  throw new StartupError(
    `The database in ${data} was made by PostgreSQL ${made}, and this release brings ${here}. ` +
      'Export it with the release that made it, or set OPENIMPACT_DATA_DIR to a new folder.',
  );
}
