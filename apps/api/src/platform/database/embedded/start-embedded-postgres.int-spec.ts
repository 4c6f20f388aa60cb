import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';

import { StartupError } from '../../config/index.js';
import { findBinaries } from './binaries.js';
import { createDatabase, type EmbeddedPostgres, startEmbeddedPostgres } from './index.js';
import { isRunning } from './processes.js';

// Each test makes, starts and stops servers; on a busy machine that takes its time.
jest.setTimeout(120_000);

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let started: EmbeddedPostgres[];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'openimpact-embedded-'));
    started = [];
  });

  afterEach(async () => {
    for (const server of started) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start({ durable = false, restart = false } = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir, log: () => {}, durable, restart });
    started.push(server);
    return server;
  }

  const postmasterPid = (): number =>
    Number(readFileSync(join(dataDir, 'postgres/server/data/postmaster.pid'), 'utf8').split('\n')[0]);

  it('brings the extensions and the order of characters the product stands on', async () => {
    const { url } = await start();
    for (const extension of ['citext', 'pg_trgm', 'unaccent']) await ask(url, `create extension ${extension}`);
    expect(
      await ask(url, `select current_database() as name, lower('ÉCOLE') as lower, uuidv7() is not null as uuid`),
    ).toEqual([{ name: 'openimpact', lower: 'école', uuid: true }]);
  });

  it('keeps its password from other users of the machine, and listens to this machine only', async () => {
    const { url } = await start();
    expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/);
  });

  it('keeps what was committed when the server is killed, and starts again', async () => {
    const first = await start({ durable: true });
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, `insert into kept values ('kept')`);
    process.kill(postmasterPid(), 'SIGKILL');

    const second = await start({ durable: true });
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'kept' }]);
  });

  it('is started again where it was when it is killed under a program that goes on, and ends with it', async () => {
    const { url, stop } = await start({ restart: true });
    process.kill(postmasterPid(), 'SIGKILL');
    await sleep(100);
    let answer: unknown;
    for (let tries = 0; answer === undefined && tries < 300; tries += 1) {
      answer = await ask(url, 'select 1 as one').catch(() => sleep(100));
    }
    expect(answer).toEqual([{ one: 1 }]);
    const pid = postmasterPid();
    await stop();
    await sleep(1_000);
    expect(isRunning(pid)).toBe(false);
    expect(() => postmasterPid()).toThrow(/ENOENT/);
  });

  it('joins a running server, and only the last to leave ends it', async () => {
    const first = await start();
    const second = await start();
    expect(second.url).toBe(first.url);
    const pid = postmasterPid();

    await first.stop();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isRunning(pid)).toBe(false);
  });

  it('takes over the server of a process that was killed, and ends it in its place', async () => {
    const { url, stop } = await start();
    const pid = postmasterPid();
    await stop();
    // What a killed process leaves: its server running, and its name among the users.
    const users = join(dataDir, 'postgres/users');
    const killed = spawn('sleep', ['60']);
    const restarted = await start();
    writeFileSync(join(users, `${killed.pid}-mark-of-another-start-0`), '');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    // Who was connected finds it where it was.
    expect(restarted.url).toBe(url);
    await restarted.stop();
    expect(isRunning(pid)).toBe(false);
    expect(() => postmasterPid()).toThrow(/ENOENT/);
  });

  it('lets two processes that start at once share one server', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);
  });

  it('is not fooled by the process number of a program that has nothing to do with it', async () => {
    const server = await start();
    await server.stop();
    const other = spawn('sleep', ['60']);
    writeFileSync(
      join(dataDir, 'postgres/server/data/postmaster.pid'),
      `${other.pid}\n/elsewhere\n0\n5432\n\n\n\nready\n`,
    );

    const again = await start();
    expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isRunning(other.pid ?? 0)).toBe(true);
    other.kill();
  });

  it('makes a database once and answers its address each time', async () => {
    const { url } = await start();
    const address = await createDatabase(url, 'a "quoted" name');
    expect(await createDatabase(url, 'a "quoted" name')).toBe(address);
    expect(await ask(address, 'select current_database() as name')).toEqual([{ name: 'a "quoted" name' }]);
  });

  it('says in one line that the data folder cannot be written, and what to do', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    // Below a file, or in the kernel's own tree, nobody can make a folder, not even root.
    for (const unwritable of [join(file, 'data'), '/sys/openimpact']) {
      const fault = await startEmbeddedPostgres({ dataDir: unwritable, log: () => {} }).catch(
        (error: unknown) => error,
      );
      expect(fault).toBeInstanceOf(StartupError);
      expect((fault as Error).message).toMatch(/^OpenImpact cannot write .*OPENIMPACT_DATA_DIR[^\n]*$/);
    }
  });

  it('names the way out on a platform without PostgreSQL', () => {
    expect(() => findBinaries('plan9', 'mips')).toThrow(/OPENIMPACT_DATABASE_URL/);
  });

  it('stands in a session of its own, so that Ctrl-C in the terminal does not reach it first', async () => {
    await start();
    const pid = postmasterPid();
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1];
    const [, , , session] = afterName?.split(' ') ?? [];
    expect(Number(session)).toBe(pid);
  });
});

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed under a test ends the connection with an error that is not the test's.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}
