import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { apiOver, type TestApi } from '../support/api.js';
import { Crowd } from '../support/crowd.js';
import { notAsTold } from '../support/crowd-checked.js';
import { aDatabase, connectedTo, type TestDatabase } from '../support/database.js';
import { SECRET, type ServerProcess, startServer } from '../support/server-process.js';

/** `npm run test:load` sets it, to ten minutes unless told otherwise. */
const asked = Number(process.env['OPENIMPACT_LOAD_SECONDS'] ?? 0);
const SECONDS = asked > 0 ? asked : 15;
const SAMPLES = 20;
const MEGABYTE = 1_048_576;
/** What the whole server may hold, in bytes: what `docs/performance.md` says of it under the load of the benchmark. */
const MOST_MEMORY = 400 * MEGABYTE;
/** Readers, writers, jobs (the queue's own ten), tail, listener and presence; and the fourteen of the test. */
const MOST_CONNECTIONS = 8 + 8 + 10 + 3 + 14;
const VOTERS = 24;
const READERS = 6;

const folder = mkdtempSync(join(tmpdir(), 'openimpact-load-'));
let database: TestDatabase;
let api: TestApi;
let crowd: Crowd;
let server: ServerProcess;
beforeAll(async () => {
  database = await aDatabase();
  api = await apiOver(database, { OPENIMPACT_SECRET: SECRET });
  crowd = await Crowd.gather(api, { voters: VOTERS, ideas: 12, funders: 4, rounds: 4, pause: 1_200 });
  await api.tail.tick();
  await api.app.close();
  server = await startServer(database.url, join(folder, 'data'));
  // What counts is what the server does, so the test looks through connections of its own.
  // It looks for mails that are due as well, and leaves them where the server does.
  const OPENIMPACT_DATA_DIR = join(folder, 'data');
  api = await apiOver(await connectedTo(database.url), { OPENIMPACT_SECRET: SECRET, OPENIMPACT_DATA_DIR });
}, 180_000);
afterAll(async () => {
  await server.stop();
  await api.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sample {
  readonly heap: number;
  readonly memory: number;
  readonly connections: number;
}

async function sample(): Promise<Sample> {
  const metrics = await (await fetch(`${server.address}/metrics`)).text();
  const gauge = (name: string) => Number(new RegExp(`^openimpact_${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
  const [{ connections }] = await api.dataSource.query(
    `select count(*)::int as connections from pg_stat_activity where datname = current_database() and application_name like 'openimpact%'`,
  );
  return { heap: gauge('nodejs_heap_size_used_bytes'), memory: gauge('process_resident_memory_bytes'), connections };
}

const least = (samples: readonly number[]) => Math.min(...samples) / MEGABYTE;

it(
  `is as well after ${SECONDS} seconds of voting, commenting, pledging, paying and reading as before`,
  async () => {
    const acting = crowd.run(() => server.address, READERS);
    const samples: Sample[] = [];
    for (let n = 0; n < SAMPLES; n += 1) {
      await sleep((SECONDS * 1_000) / SAMPLES);
      samples.push(await sample());
    }
    crowd.stop();
    await acting;

    const memory = Math.max(...samples.map((one) => one.memory));
    const connections = Math.max(...samples.map((one) => one.connections));
    // What is still used after the collector ran is the least of a while; the first quarter is for what is kept on purpose.
    const heap = samples.map((one) => one.heap);
    const [early, late] = [least(heap.slice(SAMPLES / 4, SAMPLES / 2)), least(heap.slice(-SAMPLES / 4))];
    if (asked > 0) {
      const used = `heap ${Math.round(early)} MB early, ${Math.round(late)} MB late, at most ${Math.round(memory / MEGABYTE)} MB in all`;
      process.stdout.write(
        `${SECONDS} s: ${JSON.stringify(crowd.counted)}; ${used}; at most ${connections} connections\n`,
      );
    }
    if (crowd.counted.lost > 0) process.stdout.write(`${server.said.slice(-30).join('\n')}\n`);
    // A machine with too much to do may say that it cannot answer now, seldom and in those words; nothing else.
    expect([...crowd.lostBecause.keys()].filter((why) => why !== 'UNAVAILABLE')).toEqual([]);
    expect(crowd.counted.lost).toBeLessThanOrEqual(crowd.counted.done / 100);
    expect([crowd.faults, crowd.counted.refused]).toEqual([[], 0]);
    expect(await notAsTold(api, crowd, join(folder, 'data', 'mail'))).toEqual([]);
    expect(memory).toBeLessThan(MOST_MEMORY);
    expect(connections).toBeLessThanOrEqual(MOST_CONNECTIONS);
    if (SECONDS >= 300) expect(late).toBeLessThan(early * 1.15 + 5);
  },
  (SECONDS + 180) * 1_000,
);
