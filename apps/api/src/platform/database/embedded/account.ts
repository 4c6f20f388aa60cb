import { spawnSync, type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
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
 * Chooses the account: this user; for root the one the database belongs to already; for a new database a user
 * namespace, in which root appears as an ordinary user and nothing moves; where the kernel or a container forbids
 * that, the user `postgres` or `nobody`.
 *
 * @param asked the cluster's folder, which need not exist.
 * @param log told in one line when binaries or data have to live elsewhere.
 * @throws {StartupError} when root cannot become anybody, or an ordinary user meets a database that root moved.
 */
export function chooseAccount(binaries: Binaries, asked: string, log: (line: string) => void): Account {
  const folder = movedTo(asked) ?? asked;
  if (process.getuid?.() !== 0) {
    if (folder !== asked) {
      throw new StartupError(
        `The database of this data folder is in ${folder}, because root started it. Start as root again, or set OPENIMPACT_DATA_DIR to another folder.`,
      );
    }
    return thisUser(binaries, folder);
  }
  const owner = ownerOf(folder);
  if (owner !== undefined && owner.uid !== 0) return otherUser(owner, binaries, folder, log);
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

/** To whom the cluster in a folder belongs, when there is one. */
function ownerOf(folder: string): SystemUser | undefined {
  const data = join(folder, 'data');
  if (!existsSync(data)) return undefined;
  const { uid, gid } = statSync(data);
  return { name: `number ${uid}`, uid, gid };
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
    copyTree(binaries.root, target);
  }
  return binariesBelow(target, binaries.version);
}

function moveFolder(user: SystemUser, folder: string, log: (line: string) => void): string {
  const target = join(REACHABLE, `database-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  log(`The database is kept in ${target}, because the user ${user.name}, who runs PostgreSQL, cannot enter ${folder}.`);
  if (existsSync(folder)) {
    copyTree(folder, target);
    // Kept, not deleted: it is the only other copy there is.
    renameSync(folder, `${folder}.before-move-${Date.now()}`);
  } else {
    mkdirSync(target, { recursive: true, mode: 0o700 });
  }
  chownAll(target, user.uid, user.gid);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, MOVED), `${target}\n`);
  return target;
}

/** Names, in the folder asked for, the folder that root's database really is in. */
const MOVED = 'MOVED';

function movedTo(folder: string): string | undefined {
  const note = join(folder, MOVED);
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
}

/** Copies with modes, as root's own, to a name that exists only when the copy is complete. */
function copyTree(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  const { status, stderr } = spawnSync('cp', ['-dR', '--preserve=mode,timestamps', from, draft], { encoding: 'utf8' });
  if (status !== 0) throw new StartupError(`${from} could not be copied to ${to}: ${stderr.trim()}`);
  renameSync(draft, to);
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
  const { status, stderr } = spawnSync('chown', ['-R', '-h', `${uid}:${gid}`, path], { encoding: 'utf8' });
  if (status !== 0) throw new StartupError(`${path} cannot be given to the user who runs PostgreSQL: ${stderr.trim()}`);
}
