import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, expect, it } from '@jest/globals';

import { connect, migrate } from '../../src/platform/database/index.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { apiOver, type TestApi } from '../support/api.js';
import { connectedTo } from '../support/database.js';
import { aFunder, anOpenRound, brokenInvariants, pledge, type TestFunder } from '../support/funding.js';
import { isFullSize } from '../support/killed-process.js';

const WRITERS = 16;
const KILLS = isFullSize ? 10 : 1;

const dataDir = mkdtempSync(join(tmpdir(), 'openimpact-killed-'));
let server: EmbeddedPostgres | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = () => startEmbeddedPostgres({ dataDir, durable: true, log: () => undefined });
const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres/server/data/postmaster.pid'), 'utf8').split('\n')[0]);

interface Ask {
  readonly funder: TestFunder;
  readonly roundId: string;
  readonly key: string;
}

/** Pledges to one round after the other until the database is gone. Answers what was acknowledged and what was not. */
async function write(api: TestApi, funder: TestFunder, roundIds: readonly string[], stop: { readonly now: boolean }) {
  const told = new Map<string, string>();
  let untold: Ask | null = null;
  for (const roundId of roundIds) {
    if (stop.now) break;
    const key = randomUUID();
    try {
      const decision = await pledge(api, funder, roundId, 10n, { key });
      if (decision.ok) told.set(key, decision.value.pledgeId);
    } catch {
      untold = { funder, roundId, key };
      break;
    }
  }
  return { told, untold };
}

it(
  `R15: PostgreSQL killed under ${WRITERS} writers loses nothing that was acknowledged, and retries end once`,
  async () => {
    server = await start();
    const source = await connect(server.url, 2);
    await migrate(source);
    await source.destroy();
    let lost = 0;
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const api = await apiOver(await connectedTo(server.url));
      const funders: TestFunder[] = [];
      for (let index = 0; index < WRITERS; index += 1) funders.push(await aFunder(api));
      const roundIds: string[] = [];
      for (let index = 0; index < 6; index += 1)
        roundIds.push((await anOpenRound(api, { target: 1_000_000n })).roundId);

      const stop = { now: false };
      const writing = funders.map((funder) => write(api, funder, roundIds, stop));
      await sleep(400 + 100 * kill);
      process.kill(postmaster(), 'SIGKILL');
      // Its other processes notice within moments that the first is gone, and end what they did.
      await sleep(200);
      stop.now = true;
      const written = await Promise.all(writing);
      await api.close().catch(() => undefined);
      await server.stop().catch(() => undefined);

      server = await start();
      const again = await apiOver(await connectedTo(server.url));
      for (const { told } of written) {
        for (const [key, pledgeId] of told) {
          const rows = await again.dataSource.query('select amount_minor from pledges where id = $1', [pledgeId]);
          acknowledged += 1;
          if (rows.length !== 1) lost += 1;
          expect({ key, rows }).toEqual({ key, rows: [{ amount_minor: '10' }] });
        }
      }
      expect(await brokenInvariants(again)).toEqual([]);
      for (const { untold } of written) {
        if (!untold) continue;
        const { funder, roundId, key } = untold;
        expect(await pledge(again, funder, roundId, 10n, { key })).toMatchObject({ ok: true });
        const held = await again.dataSource.query('select 1 from pledges where round_id = $1 and mandate_id = $2', [
          roundId,
          funder.mandateId,
        ]);
        expect(held).toHaveLength(1);
      }
      expect(await brokenInvariants(again)).toEqual([]);
      await again.close();
    }
    expect({ lost, some: acknowledged > 0 }).toEqual({ lost: 0, some: true });
    if (isFullSize) process.stdout.write(`${KILLS} kills of PostgreSQL: ${acknowledged} acknowledged, ${lost} lost\n`);
  },
  isFullSize ? 600_000 : 120_000,
);
