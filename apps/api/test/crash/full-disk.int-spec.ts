import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, expect, it } from '@jest/globals';

import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { connect, migrate } from '../../src/platform/database/index.js';
import { apiOver, type TestApi } from '../support/api.js';
import { connectedTo } from '../support/database.js';
import { brokenInvariants } from '../support/funding.js';
import { anIdea } from '../support/ideas.js';
import { isFullSize } from '../support/killed-process.js';
import { aPerson, type SignedInViewer } from '../support/people.js';

const VOTERS = 60;
const MEGABYTES = 320;
/** An answer, be it no: longer than any limit of the server. */
const BOUND_MS = 30_000;

/** A disk of its own, of memory. Only an administrator of the machine may make one. */
const folder = mkdtempSync(join(tmpdir(), 'openimpact-full-'));
const mounted = isFullSize && mount();
let postgres: EmbeddedPostgres | undefined;
afterAll(async () => {
  await postgres?.stop();
  if (mounted) execFileSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
});

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes what room is left. */
function fill(): void {
  const file = openSync(join(folder, 'filling'), 'a');
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

const CAST = 'mutation ($input: CastVoteInput!) { castVote(input: $input) { __typename } }';

async function vote(api: TestApi, viewer: SignedInViewer, ideaId: string): Promise<string> {
  const casting = api
    .as(viewer)
    .graphql<{ castVote: { __typename: string } } | null>(CAST, { input: { ideaId, perspective: 'PUBLIC' } })
    .then(({ data, errors }) => String(errors[0]?.extensions?.code ?? data?.castVote.__typename));
  return Promise.race([casting, sleep(BOUND_MS, 'late', { ref: false })]);
}

const onADisk = mounted ? it : it.skip;
onADisk(
  `a disk that is full${mounted ? '' : ' (skipped: npm run test:crash tries it, where a disk of memory may be mounted)'} is told to who writes, in time; what was told is kept, and all goes on when there is room`,
  async () => {
    postgres = await startEmbeddedPostgres({ dataDir: folder, durable: true, restart: true, log: () => undefined });
    const source = await connect(postgres.url, 2);
    await migrate(source);
    await source.destroy();
    const api = await apiOver(await connectedTo(postgres.url));
    const idea = await anIdea(api);
    const voters = await Promise.all(Array.from({ length: VOTERS }, () => aPerson(api)));
    await vote(api, voters[0] as SignedInViewer, idea.globalId);
    await api.dataSource.query('create table padding (text text)');

    fill();
    const refused = new Map<SignedInViewer, string>();
    for (const voter of voters.slice(1)) {
      // Also what the database had put aside for itself is used up.
      await api.dataSource
        .query(`insert into padding select repeat(md5(n::text), 200) from generate_series(1, 2000) n`)
        .catch(() => undefined);
      fill();
      const answer = await vote(api, voter, idea.globalId);
      if (answer !== 'CastVotePayload') refused.set(voter, answer);
    }
    expect(new Set(refused.values())).toEqual(new Set(['UNAVAILABLE']));

    rmSync(join(folder, 'filling'));
    // Nothing is started anew by hand. Who was told no asks again.
    for (const voter of refused.keys()) {
      let answer = '';
      for (let tries = 0; tries < 120 && answer !== 'CastVotePayload'; tries += 1) {
        if (tries > 0) await sleep(500);
        answer = await vote(api, voter, idea.globalId);
      }
      expect(answer).toBe('CastVotePayload');
    }
    const [{ n }] = await api.dataSource.query('select count(*)::int as n from votes where idea_id = $1', [idea.id]);
    expect(n).toBe(VOTERS);
    expect(await brokenInvariants(api)).toEqual([]);
    process.stdout.write(`a full disk: ${VOTERS - refused.size} votes taken, ${refused.size} refused, none lost\n`);
    await api.close();
  },
  600_000,
);
