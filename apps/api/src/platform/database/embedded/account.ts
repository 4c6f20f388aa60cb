import { spawnSync, type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { StartupError } from '../../config/index.js';
import { type Binaries, binariesBelow } from './binaries.js';

/**
 * Under whom PostgreSQL runs, and from where. PostgreSQL refuses to run as root, so root has to become somebody else for it.
 */
export interface Account {
  readonly binaries: Binaries;
  /** The folder of the cluster; another one than asked for when the account cannot reach that. */
  readonly folder: string;
  /** Starts a program of PostgreSQL under the account. */
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Makes a file or folder the account's own. */
  own(path: string): void;
}

interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Where root keeps what another user must reach: only root can write there, so nobody can plant a program. */
const REACHABLE = '/var/lib/openimpact';

/**
 * Chooses the account: this user; for root a user namespace, in which root appears as an ordinary user and nothing
 * moves; where the kernel or a container forbids that, the user `postgres` or `nobody`.
 *
 * @param folder the cluster's folder, which need not exist.
 * @param log told in one line when binaries or data have to live elsewhere.
 * @throws {StartupError} when root cannot become anybody.
 */
export function chooseAccount(binaries: Binaries, folder: string, log: (line: string) => void): Account {
  if (process.getuid?.() !== 0) return thisUser(binaries, folder);
  if (namespaceWorks(binaries)) return namespaced(binaries, folder);

  const user = systemUser('postgres') ?? systemUser('nobody');
  if (user === undefined) {
    throw new StartupError(
      'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as. ' +
        'Run OpenImpact as an ordinary user, or set OPENIMPACT_DATABASE_URL to a server of your own.',
    );
  }
  return otherUser(user, binaries, folder, log);
}

function thisUser(binaries: Binaries, folder: string): Account {
  return {
    binaries,
    folder,
    spawn: (program, args, options) => spawn(program, args, options),
    own: () => {},
  };
}

const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000', '--'];

function namespaceWorks(binaries: Binaries): boolean {
  return spawnSync('unshare', [...NAMESPACE, binaries.postgres, '--version'], { stdio: 'ignore' }).status === 0;
}

function namespaced(binaries: Binaries, folder: string): Account {
  return {
    binaries,
    folder,
    // unshare replaces itself with the program, so the process number is PostgreSQL's.
    spawn: (program, args, options) => spawn('unshare', [...NAMESPACE, program, ...args], options),
    // Root outside is the ordinary user inside: what root owns is the account's.
    own: (path) => chownAll(path, 0, 0),
  };
}

function otherUser(user: SystemUser, binaries: Binaries, folder: string, log: (line: string) => void): Account {
  const reachable = (path: string): boolean => canEnter(user, path);
  return {
    binaries: reachable(binaries.root) ? binaries : copyBinaries(binaries, log),
    folder: reachable(existingParent(folder)) ? folder : moveFolder(user, folder, log),
    // The server must not stand in a folder its user cannot enter.
    spawn: (program, args, options) => spawn(program, args, { ...options, cwd: '/', uid: user.uid, gid: user.gid }),
    own: (path) => chownAll(path, user.uid, user.gid),
  };
}

function copyBinaries(binaries: Binaries, log: (line: string) => void): Binaries {
  const target = join(REACHABLE, `postgresql-${binaries.version}`);
  if (!existsSync(target)) {
    log(
      `PostgreSQL's programs are copied to ${target}, because its user cannot enter the folder they were installed in.`,
    );
    const draft = `${target}.${process.pid}`;
    makeReachable();
    cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, target);
  }
  return binariesBelow(target, binaries.version);
}

function moveFolder(user: SystemUser, folder: string, log: (line: string) => void): string {
  const target = join(REACHABLE, `database-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  if (!existsSync(target)) {
    log(
      `The database is kept in ${target}, because the user ${user.name}, who runs PostgreSQL, cannot enter ${folder}.`,
    );
    makeReachable();
    if (existsSync(folder)) {
      const draft = `${target}.${process.pid}`;
      cpSync(folder, draft, { recursive: true });
      renameSync(draft, target);
      rmSync(folder, { recursive: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } else {
      mkdirSync(target, { mode: 0o700 });
    }
    chownAll(target, user.uid, user.gid);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'MOVED'), `The database of this folder is in ${target}\n`);
  }
  return target;
}

function makeReachable(): void {
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
}

function canEnter(user: SystemUser, path: string): boolean {
  // Asked as that user by a shell, not computed: access lists and mount options count too.
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', path], {
    cwd: '/',
    uid: user.uid,
    gid: user.gid,
    stdio: 'ignore',
  });
  return asked.status === 0;
}

function existingParent(path: string): string {
  return existsSync(path) ? path : existingParent(join(path, '..'));
}

function systemUser(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
}

/** Gives a tree to a user; nothing is done when its top already is theirs. */
function chownAll(path: string, uid: number, gid: number): void {
  if (statSync(path).uid === uid) return;
  const { status } = spawnSync('chown', ['-R', '-h', `${uid}:${gid}`, path], { stdio: 'ignore' });
  if (status !== 0) chownSync(path, uid, gid);
}
