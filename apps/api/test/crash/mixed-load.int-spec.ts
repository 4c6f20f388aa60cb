import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { connect, migrate } from '../../src/platform/database/index.js';
import { apiOver, type TestApi } from '../support/api.js';
import { Crowd } from '../support/crowd.js';
import { notAsTold } from '../support/crowd-checked.js';
import { connectedTo } from '../support/database.js';
import { isFullSize } from '../support/killed-process.js';
import { SECRET, type ServerProcess, startServer } from '../support/server-process.js';

/** Each round ends every one of these once: a process, all processes and with them the tail, PostgreSQL. One process is all of them. */
const PROCESSES = isFullSize ? 2 : 1;
const ROUNDS = isFullSize ? 12 : 1;
const SIZE = isFullSize
  ? { voters: 24, ideas: 8, funders: 6, rounds: 6, pause: 150 }
  : { voters: 6, ideas: 3, funders: 2, rounds: 2, pause: 150 };
/** How long the crowd acts between two kills. */
const BETWEEN_MS = isFullSize ? 3_000 : 1_200;

const folder = mkdtempSync(join(tmpdir(), 'openimpact-mixed-'));
const mailFolder = join(folder, 'data', 'mail');
let postgres: EmbeddedPostgres | undefined;
let api: TestApi;
let crowd: Crowd;
let running: (ServerProcess | undefined)[] = [];
/** What the embedded database says. */
const told: string[] = [];

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({
    dataDir: folder,
    durable: true,
    restart: true,
    log: (line) => told.push(line),
  });
  const source = await connect(postgres.url, 2);
  await migrate(source);
  await source.destroy();
  api = await apiOver(await connectedTo(postgres.url), { OPENIMPACT_SECRET: SECRET });
  crowd = await Crowd.gather(api, SIZE);
  await api.tail.tick();
  await api.close();
  for (let n = 0; n < PROCESSES; n += 1) running.push(await start());
}, 300_000);
afterAll(async () => {
  for (const server of running) await server?.kill();
  await api.close().catch(() => undefined);
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = () => startServer(postgres?.url ?? '', join(folder, 'data'));

async function kill(index: number): Promise<void> {
  const server = running[index];
  running[index] = undefined;
  await server?.kill();
}

const KILLS: Readonly<Record<string, () => Promise<void>>> = {
  ...(PROCESSES > 1 && {
    'one process': async () => {
      await kill(0);
      running[0] = await start();
    },
  }),
  'every process, and with them the tail': async () => {
    await Promise.all(running.map((_, index) => kill(index)));
    running = await Promise.all(running.map(() => start()));
  },
  PostgreSQL: async () => {
    const file = join(folder, 'postgres/server/data/postmaster.pid');
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
    // The processes that nobody killed have to find it again by themselves.
    await untilReady();
  },
};

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const answers = await Promise.all(
      running.map((server) =>
        fetch(`${server?.address}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    if (answers.every(Boolean)) return;
    await sleep(100);
  }
  const said = running.flatMap((server) => server?.said.slice(-20) ?? []);
  throw new Error(
    `The processes did not find the database again within two minutes:\n${said.join('\n')}\n${told.join('\n')}`,
  );
}

it(
  'R20: whatever is killed under people who vote, comment, pledge and pay, what they were told is there, and news comes once',
  async () => {
    const acting = crowd.run(() => {
      const alive = running.filter((server) => server !== undefined);
      return alive[Math.floor(Math.random() * alive.length)]?.address;
    });
    await sleep(BETWEEN_MS);
    let kills = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const end of Object.values(KILLS)) {
        await end();
        kills += 1;
        await sleep(BETWEEN_MS);
      }
    }
    crowd.stop();
    await acting;

    // It looks for mails that are due as well, and leaves them where the processes do.
    const OPENIMPACT_DATA_DIR = join(folder, 'data');
    api = await apiOver(await connectedTo(postgres?.url ?? ''), { OPENIMPACT_SECRET: SECRET, OPENIMPACT_DATA_DIR });
    const faults = await notAsTold(api, crowd, mailFolder);
    // What the processes said of it is in the log of the test.
    if (faults.length > 0) process.stdout.write(`${running.flatMap((server) => server?.said ?? []).join('\n')}\n`);
    expect(faults).toEqual([]);
    const { votes, comments, pledges, payments, counted } = crowd;
    expect([votes.size, comments.told.length, pledges.size, payments.told.length].every((n) => n > 0)).toBe(true);
    if (isFullSize) {
      const told = {
        votes: votes.size,
        comments: comments.told.length,
        pledges: pledges.size,
        payments: payments.told.length,
      };
      process.stdout.write(`${kills} kills: ${JSON.stringify({ ...told, ...counted })}\n`);
    }
  },
  isFullSize ? 1_800_000 : 300_000,
);
