import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { apiOver, type TestApi } from '../../../../test/support/api.js';
import { aDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { anIdea } from '../../../../test/support/ideas.js';
import { type ServerProcess, startServer } from '../../../../test/support/server-process.js';
import { ActivityLog } from '../../../platform/activity/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';

/** `npm run bench:export` sets it to a million. */
const MANY = Number(process.env['OPENIMPACT_EXPORT_ACTIVITIES'] ?? 10_000);
const ADDRESS = '/data/activities.ndjson';
const MOST_GROWTH_MB = 50;

let api: TestApi;
let database: TestDatabase;
let folder: string;
let script: string;
beforeAll(async () => {
  database = await aDatabase();
  api = await apiOver(database);
  const page = readFileSync(resolve(import.meta.dirname, '../../../../../../docs/reference/open-data.md'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'openimpact-export-'));
  script = join(folder, 'verify.mjs');
  writeFileSync(script, /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const exported = async (query = '') => (await api.app.inject({ url: `${ADDRESS}${query}` })).body;

async function happens(visibility: 'PUBLIC' | 'PRIVATE', content: Record<string, unknown> = {}): Promise<void> {
  await api.app
    .get(UnitOfWork)
    .run((tx) =>
      api.app
        .get(ActivityLog)
        .append(tx, { kind: 'idea.revised', subject: { type: 'Idea', id: newId() }, visibility, content }),
    );
  await api.tail.tick();
}

/** What a stranger finds with nothing but the script of the documentation. */
async function verified(log: string | Readable): Promise<{ readonly right: boolean; readonly said: string }> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const out of [child.stdout, child.stderr]) out.on('data', (chunk: Buffer) => said.push(chunk));
  // It stops reading at the first seal that is wrong.
  child.stdin.on('error', () => undefined);
  Readable.from(log).pipe(child.stdin);
  const [code] = (await once(child, 'exit')) as [number];
  return { right: code === 0, said: Buffer.concat(said).toString() };
}

describe('the log as open data', () => {
  it('is verified by a stranger with the ten lines of the documentation', async () => {
    expect(readFileSync(script, 'utf8').trimEnd().split('\n')).toHaveLength(10);
    await anIdea(api, { title: 'Zimmer für die Nacht 🛏', need: 'Line one\n"two" \\ three' });
    await happens('PUBLIC', { z: { '10': true, '9': ['é', 1] }, reason: '\u007f\u0001 "content":{} \u2028' });
    await happens('PRIVATE', { secret: 'nobody' });
    await happens('PUBLIC');
    const log = await exported();
    expect(log).not.toContain('nobody');
    const { right, said } = await verified(log);
    expect([right, said]).toEqual([true, expect.stringContaining('seals are right')]);
  });

  it('shows to the same stranger that something was changed, taken out, put in or cut off', async () => {
    const lines = (await exported()).trimEnd().split('\n');
    const isSeal = (line: string) => line.startsWith('{"seal"');
    const first = lines.findIndex((line) => !isSeal(line));
    const forgeries = {
      changed: lines.map((line, index) => (index === first ? line.replace('"kind":"', '"kind":"x') : line)),
      'taken out': lines.filter((_line, index) => index !== first),
      'put in': [...lines.slice(0, first), lines[first] ?? '', ...lines.slice(first)],
      'order changed': [...lines.slice(0, -2).toReversed(), ...lines.slice(-2)],
      'a seal taken out': lines.filter((line, index) => !isSeal(line) || index === lines.length - 1),
      'another seal': [...lines.slice(0, -1), (lines.at(-1) ?? '').replace(/"hash":"./, '"hash":"x')],
      'content said twice': lines.map((line, index) =>
        index === first ? line.replace('"content":', '"content":{},"content":') : line,
      ),
      'cut off after an entry': lines.slice(0, lines.findLastIndex((line) => !isSeal(line)) + 1),
    };
    for (const [what, forged] of Object.entries(forgeries)) {
      expect(forged.join('\n')).not.toBe(lines.join('\n'));
      expect([what, (await verified(`${forged.join('\n')}\n`)).right]).toEqual([what, false]);
    }
  });

  it('verifies when content was destroyed, and says nothing of it any more', async () => {
    await happens('PUBLIC', { reason: 'a name that must go' });
    await api.dataSource.query(`delete from activity_contents where content::text like '%a name that must go%'`);
    const log = await exported();
    expect(log).not.toContain('a name that must go');
    expect(log).toMatch(/^\{"leaf":"[0-9a-f]{64}"\}$/m);
    expect((await verified(log)).right).toBe(true);
  });

  it('does not change by a byte when something private happens', async () => {
    const before = await exported();
    await happens('PRIVATE');
    expect(await exported()).toBe(before);
    await happens('PUBLIC');
    expect(await exported()).not.toBe(before);
  });

  it('goes on after a seal that somebody has, and takes nothing for a number that is none', async () => {
    const whole = await exported();
    const last = JSON.parse(whole.trimEnd().split('\n').at(-1) ?? '') as { seal: number };
    await happens('PUBLIC');
    const more = (await exported(`?after=${last.seal}`)).trimEnd().split('\n');
    expect(more).toHaveLength(2);
    expect(JSON.parse(more[1] ?? '')).toMatchObject({ seal: last.seal + 1 });
    // What was there and what came since are the whole, and the whole is right.
    expect((await verified(`${whole}${more.join('\n')}\n`)).right).toBe(true);
    for (const after of ['-1', '1e3', '%27;--', '99999999999999999999', '1&after=2']) {
      expect((await exported(`?after=${after}`)).startsWith(whole)).toBe(true);
    }
  });

  it('cannot be sealed anew by whoever has the database', async () => {
    for (const statement of [
      'update public_seals set number = number + 1',
      'delete from public_seals',
      'truncate public_seals',
    ]) {
      await expect(api.dataSource.query(statement)).rejects.toThrow('append-only');
    }
  });

  it(`is streamed: ${MANY} entries take less than ${MOST_GROWTH_MB} MB in the server, whoever reads them`, async () => {
    await fill(MANY);
    const server = await startServer(database.url, join(folder, 'data'));
    try {
      const address = new URL(ADDRESS, server.address);
      expect((await verified(await reading(address))).right).toBe(true);
      const growth: Record<string, number> = {};
      for (const [who, read] of Object.entries(READERS)) growth[who] = await grownBy(server, () => read(address));
      if (MANY > 10_000)
        process.stderr.write(`${MANY} activities; the server grew by (MB): ${JSON.stringify(growth)}\n`);
      for (const grown of Object.values(growth)) expect(grown).toBeLessThan(MOST_GROWTH_MB);
    } finally {
      await server.stop();
    }
  }, 3_600_000);
});

async function reading(address: URL, encoding = 'identity'): Promise<IncomingMessage> {
  const [answer] = (await once(get(address, { headers: { 'accept-encoding': encoding } }), 'response')) as [
    IncomingMessage,
  ];
  expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding);
  return answer;
}

const takeAll = async (answer: Readable) => {
  for await (const _ of answer);
};

/** Who takes the whole log away, and how. */
const READERS: Readonly<Record<string, (address: URL) => Promise<void>>> = {
  'as it is': async (address) => takeAll(await reading(address)),
  gzip: async (address) => takeAll(await reading(address, 'gzip')),
  'somebody who stops after the first lines': async (address) => {
    const answer = await reading(address);
    await once(answer, 'readable');
    await sleep(Math.min(20_000, MANY / 10));
    answer.destroy();
  },
};

/** By how many MB the server's memory rose at most while somebody read (VmRSS of proc_pid_status(5)). */
async function grownBy({ pid }: ServerProcess, read: () => Promise<void>): Promise<number> {
  const held = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  const before = held();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, held())), 50);
  await read();
  clearInterval(watch);
  return Math.round(most - before);
}

/** Entries as the log writes them, made by the database because there are many. */
async function fill(many: number): Promise<void> {
  for (let made = 0; made < many; made += 10_000) {
    await api.dataSource.query(
      `with made as (
         select gen_random_uuid() as id, sha256(gen_random_uuid()::text::bytea) as salt,
           format('{"facts":{"reason":"%s"},"kind":"licences.matrix_imported","occurredAt":"2026-01-01T00:00:00.000Z","subject":"LicenceMatrix:%s"}',
             repeat('words ', 20), gen_random_uuid()) as content
         from generate_series(1, $1)),
       logged as (
         insert into activities (id, kind, subject_type, subject_id, visibility, leaf, occurred_at)
         select id, 'licences.matrix_imported', 'LicenceMatrix', id, 'PUBLIC', sha256(salt || convert_to(content, 'UTF8')), '2026-01-01' from made returning id)
       insert into activity_contents (activity_id, salt, content) select id, salt, content::jsonb from made`,
      [Math.min(10_000, many - made)],
    );
  }
  await api.tail.tick();
}
