import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { StartupError } from '../../config/index.js';
import { isRunning, startMark } from './processes.js';

/**
 * Who uses the server now, as one file a process in a folder: the name holds the process's number and start.
 *
 * The server outlives its starter on purpose (a command may join the running product's server), so the last one out
 * stops it. A process that was killed leaves its file behind; the file counts only while that very process runs.
 */
export class Leases {
  constructor(private readonly folder: string) {}

  /** Notes that one more part of this process uses the server. */
  take(): Lease {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const name = `${process.pid}-${startMark(process.pid)}-${counter++}`;
    writeFileSync(join(this.folder, name), '', { mode: 0o600 });
    return { release: () => rmSync(join(this.folder, name), { force: true }) };
  }

  /** How many users are left, after clearing away what killed processes left behind. */
  count(): number {
    return readdirSync(this.folder).filter((name) => {
      if (isAlive(name)) return true;
      rmSync(join(this.folder, name), { force: true });
      return false;
    }).length;
  }
}

export interface Lease {
  release(): void;
}

let counter = 0;

/**
 * Lets one process at a time start or stop the server of a folder, and runs `work` meanwhile.
 *
 * @throws {StartupError} after two minutes of waiting for another process.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 120_000;
  const mine = `${process.pid}-${startMark(process.pid)}`;
  while (!tryLock(file, mine)) {
    if (Date.now() > deadline) {
      throw new StartupError(
        `Another process has been starting or stopping the database for two minutes. If none is running, delete ${file} and try again.`,
      );
    }
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Linking is one step and the file arrives with its content, so nobody ever reads a lock without its holder's name. */
function tryLock(file: string, holder: string): boolean {
  const draft = `${file}.${holder}-${counter++}`;
  writeFileSync(draft, holder, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isAlive(readLock(file))) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** `name` is `PID-MARK` with or without more behind it. */
function isAlive(name: string): boolean {
  const [pid, mark] = name.split('-');
  return Number(pid) > 0 && isRunning(Number(pid)) && startMark(Number(pid)) === mark;
}
