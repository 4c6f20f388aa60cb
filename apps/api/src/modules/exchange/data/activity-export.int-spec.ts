import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../../test/support/api.js';
import { anIdea } from '../../../../test/support/ideas.js';
import { ActivityLog } from '../../../platform/activity/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';

/** `OPENIMPACT_EXPORT_ACTIVITIES=1000000` measures the size the documentation states. */
const MANY = Number(process.env['OPENIMPACT_EXPORT_ACTIVITIES'] ?? 5_000);
const ADDRESS = '/data/activities.ndjson';
const MEGABYTE = 1024 * 1024;

let api: TestApi;
let script: string;
beforeAll(async () => {
  api = await anApi();
  const page = readFileSync(resolve(import.meta.dirname, '../../../../../../docs/reference/open-data.md'), 'utf8');
  script = join(await mkdtemp(join(tmpdir(), 'openimpact-verify-')), 'verify.mjs');
  writeFileSync(script, /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
});
afterAll(async () => {
  await api.close();
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
async function verified(source: string | URL): Promise<{ readonly right: boolean; readonly said: string }> {
  const isAddress = source instanceof URL;
  // Fetched by a process of its own, so that nothing of the reader is counted as the server's.
  const fetching = isAddress
    ? spawn(process.execPath, ['-e', FETCH, source.href], { stdio: ['ignore', 'pipe', 'inherit'] })
    : null;
  const child = spawn(process.execPath, [script], { stdio: [fetching?.stdout ?? 'pipe', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const out of [child.stdout, child.stderr]) out?.on('data', (chunk: Buffer) => said.push(chunk));
  // It stops reading at the first line that is wrong.
  child.stdin?.on('error', () => undefined);
  if (!isAddress) child.stdin?.end(source);
  const [code] = (await once(child, 'exit')) as [number];
  return { right: code === 0, said: Buffer.concat(said).toString() };
}

const FETCH = `fetch(process.argv[1]).then(({ body }) => body.pipeTo(require('node:stream').Writable.toWeb(process.stdout)))`;

describe('the log as open data', () => {
  it('is verified by a stranger with the script of the documentation', async () => {
    await anIdea(api, { title: 'Zimmer für die Nacht 🛏', need: 'Line one\n"two" \\ three' });
    await happens('PUBLIC', { z: { '10': true, '9': ['é', 1] }, reason: '\u007f\u0001' });
    await happens('PRIVATE', { secret: 'nobody' });
    await happens('PUBLIC');
    const log = await exported();
    expect(log).not.toContain('nobody');
    const { right, said } = await verified(log);
    expect([right, said]).toEqual([true, expect.stringContaining('seals are as they should be')]);
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
    const last = JSON.parse(whole.trimEnd().split('\n').at(-1) ?? '') as { seal: { number: number; hash: string } };
    await happens('PUBLIC');
    const more = (await exported(`?after=${last.seal.number}`)).trimEnd().split('\n');
    expect(more).toHaveLength(2);
    expect(JSON.parse(more[1] ?? '')).toMatchObject({
      seal: { number: last.seal.number + 1, previous: last.seal.hash },
    });
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

  it(`is streamed: ${MANY} entries take less than 50 MB in the server`, async () => {
    await fill(1_000);
    await api.app.listen(0, '127.0.0.1');
    const address = new URL(`${await api.app.getUrl()}${ADDRESS}`);
    // What a process takes once, whatever it is asked, is not growth.
    for (let times = 0; times < 3; times += 1) await verified(address);
    await fill(MANY);
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const { right } = await verified(address);
    clearInterval(watch);
    const grown = (most - before) / MEGABYTE;
    if (MANY > 5_000)
      process.stderr.write(`${MANY} activities exported and verified; the process grew by ${grown.toFixed(1)} MB.\n`);
    expect(right).toBe(true);
    expect(grown).toBeLessThan(50);
  }, 3_600_000);
});

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
