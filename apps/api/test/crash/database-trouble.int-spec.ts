import { once } from 'node:events';
import { connect as dial, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { connect, newId, Reader, SERVING } from '../../src/platform/database/index.js';
import { poolOf } from '../../src/platform/database/data-source.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { apiOver, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { anIdea, type TestIdea, votes } from '../support/ideas.js';
import { mutate } from '../support/mutate.js';
import { OwnTail } from '../support/own-tail.js';
import { aPerson, type SignedInViewer } from '../support/people.js';

/** The limits of the product, shorter: a test does not wait twenty seconds for a no. */
const LIMITS = {
  ...SERVING,
  waitMs: 1_000,
  statementMs: 2_000,
  lockMs: 600,
  transactionMs: 4_000,
  silenceMs: 2_500,
  pooled: false,
};
const CONNECTIONS = 3;
/** Beyond the longest limit, and what a busy machine adds. */
const BOUND_MS = 12_000;

let direct: TestDatabase;
let line: Line;
let api: TestApi;
let idea: TestIdea;
beforeAll(async () => {
  direct = await aDatabase();
  line = await Line.to(new URL(direct.url));
  const url = line.url(direct.url);
  const dataSource = await connect(url, CONNECTIONS, LIMITS);
  const reader = Reader.connect(url, CONNECTIONS, LIMITS);
  api = await apiOver({ ...direct, dataSource, reader, tail: new OwnTail(url, dataSource), jobs: new Jobs(url) });
  idea = await anIdea(api);
  // So that nothing of the framework happens for the first time while it is timed.
  await votes(api, idea, 'PUBLIC', 1);
});
afterAll(async () => {
  line.open();
  await api.app.close();
  await api.dataSource.destroy();
  await direct.close();
  line.close();
});

/** A cable to the database that can be silenced, cut and mended. */
class Line {
  private readonly ends = new Set<Socket>();
  private state: 'open' | 'silent' | 'cut' = 'open';

  private constructor(private readonly server: Server) {}

  static async to({ hostname, port }: URL): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => line.join(near, dial(Number(port), hostname)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  private join(near: Socket, far: Socket): void {
    if (this.state === 'cut') {
      near.end();
      far.destroy();
      return;
    }
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.on('data', (data) => other.write(data));
      end.on('error', () => undefined);
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
      if (this.state === 'silent') end.pause();
    }
  }

  url(of: string): string {
    const url = new URL(of);
    const { port } = this.server.address() as { port: number };
    url.hostname = '127.0.0.1';
    url.port = String(port);
    return url.href;
  }

  open(): void {
    this.state = 'open';
    for (const end of this.ends) end.resume();
  }
  silence(): void {
    this.state = 'silent';
    for (const end of this.ends) end.pause();
  }
  cut(): void {
    this.state = 'cut';
    for (const end of this.ends) end.end();
  }
  close(): void {
    for (const end of this.ends) end.destroy();
    this.server.close();
  }
}

const ADDRESSES = ['/feeds/activity.json', '/data/ideas.csv', '/data/votes.ndjson', '/components/none/publiccode.yml'];

/** Asks for everything at once; answers what each said, and that none took longer than it may. */
async function everything(): Promise<Record<string, number | string>> {
  const answers = await Promise.all([
    ...ADDRESSES.map(async (address) => {
      // What was answered within the last second is still there to give, whatever happens to the database.
      const url = `${address}?${newId()}`;
      return [address, await bounded(api.app.inject({ url }).then(({ statusCode }) => statusCode))];
    }),
    ...['{ ideas { nodes { title } } }', '{ activities { nodes { id } } }'].map(async (query) => {
      const answer = api.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      return [query, await bounded(answer.then((said) => codeOf(said.json()) ?? said.statusCode))];
    }),
  ]);
  return Object.fromEntries(answers) as Record<string, number | string>;
}

function codeOf({ errors }: { errors?: { extensions: { code: string } }[] }): string | undefined {
  return errors?.[0]?.extensions.code;
}

/** What was answered, or that it took longer than it may. */
function bounded<T>(answer: Promise<T>): Promise<T | 'late'> {
  return Promise.race([answer, sleep(BOUND_MS, 'late' as const, { ref: false })]);
}

const WELL = {
  '/feeds/activity.json': 200,
  '/data/ideas.csv': 200,
  '/data/votes.ndjson': 200,
  '/components/none/publiccode.yml': 404,
  '{ ideas { nodes { title } } }': 200,
  '{ activities { nodes { id } } }': 200,
};
const AWAY = Object.fromEntries(Object.keys(WELL).map((what) => [what, what.startsWith('/') ? 503 : 'UNAVAILABLE']));

async function vote(viewer: SignedInViewer): Promise<string | undefined> {
  return bounded(castVote(viewer));
}

async function castVote(viewer: SignedInViewer): Promise<string | undefined> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ castVote: { __typename: string } } | null>(
      'mutation ($input: CastVoteInput!) { castVote(input: $input) { __typename } }',
      { input: { ideaId: idea.globalId, perspective: 'PUBLIC' } },
    );
  return errors[0]?.extensions?.code ?? data?.castVote.__typename;
}

/** Until the server is well again by itself; nothing of it is started anew. */
async function recovered(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await everything();
    if (JSON.stringify(answers) === JSON.stringify(WELL)) return;
    await sleep(50);
  }
  expect(await everything()).toEqual(WELL);
}

let voter: SignedInViewer;
beforeEach(async () => {
  voter = await aPerson(direct);
});

describe('a database that', () => {
  it('hangs is given up, and found again', async () => {
    line.silence();
    expect(await everything()).toEqual(AWAY);
    expect(await vote(voter)).toBe('UNAVAILABLE');
    line.open();
    await recovered();
    // Of a transaction that hung, nothing is left that the next would begin inside.
    expect(await vote(voter)).toBe('CastVotePayload');
    const [{ n }] = await direct.dataSource.query('select count(*)::int as n from votes where person_id = $1', [
      voter.person.id,
    ]);
    expect(n).toBe(1);
  });

  it('is gone is said to be, at once, and found again when it is back', async () => {
    line.cut();
    expect(await everything()).toEqual(AWAY);
    expect(await vote(voter)).toBe('UNAVAILABLE');
    line.open();
    await recovered();
    expect(await vote(voter)).toBe('CastVotePayload');
  });

  it('ends all its connections, as at a restart, is found again by readers, writers and the tail', async () => {
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'openimpact%'`;
    await api.tail.tick();
    await direct.reader.query({ text: end, values: [] } as never).catch(() => undefined);
    await recovered();
    expect(await vote(voter)).toBe('CastVotePayload');
    let sealed = 0;
    for (let tries = 0; sealed === 0 && tries < 50; tries += 1) {
      sealed = await api.tail.tick().catch(() => 0);
      await sleep(50);
    }
    expect(sealed).toBeGreaterThan(0);
  });

  it('has no connection left to give is said to be busy, and goes on afterwards', async () => {
    // Every connection of both pools waits for something that takes too long.
    const slow = Array.from({ length: CONNECTIONS }, () => [
      api.dataSource.query('select pg_sleep(30)').catch((error: unknown) => error),
      api.reader.query({ text: 'select pg_sleep(30)', values: [] } as never).catch((error: unknown) => error),
    ]).flat();
    await sleep(50);
    expect(await Promise.all([everything(), vote(voter)])).toEqual([AWAY, 'UNAVAILABLE']);
    // And what was slow was ended by the server itself: SQLSTATE 57014.
    for (const error of await Promise.all(slow)) expect(JSON.stringify(error)).toContain('57014');
    await recovered();
    expect(await vote(voter)).toBe('CastVotePayload');
  });

  it('keeps somebody waiting for a lock says so, and nothing is half done', async () => {
    const runner = direct.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1 from ideas where id = $1 for update', [idea.id]);
    expect(await vote(voter)).toBe('UNAVAILABLE');
    await runner.rollbackTransaction();
    await runner.release();
    const rows = await direct.dataSource.query('select 1 from votes where person_id = $1', [voter.person.id]);
    expect(rows).toEqual([]);
    expect(await vote(voter)).toBe('CastVotePayload');
  });

  // What PostgreSQL raises when the disk is full (53100), raised where a vote is written: a disk of a test's own needs
  // rights that not every machine gives (see full-disk.int-spec.ts).
  it('is full refuses what would write, goes on reading, and takes it when there is room', async () => {
    await direct.dataSource.query(`
      create function no_room() returns trigger language plpgsql as $$ begin
        raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$;
      create trigger no_room before insert on votes for each row execute function no_room()`);
    expect(await vote(voter)).toBe('UNAVAILABLE');
    expect(await everything()).toEqual(WELL);
    await direct.dataSource.query('drop trigger no_room on votes; drop function no_room()');
    expect(await vote(voter)).toBe('CastVotePayload');
  });
});

// PostgreSQL may say "ready" and "I end" in one breath: the connection is lent then, and its borrower listens a turn later.
it('is not ended by a connection that breaks in the moment in which it is lent', async () => {
  const survived = await new Promise<boolean>((settle) =>
    poolOf(direct.dataSource).connect((_error, client, release) => {
      // Nobody who listens to an error is an exception that ends a process.
      settle((client?.listenerCount('error') ?? 0) > 0);
      release(true);
    }),
  );
  expect(survived).toBe(true);
});

it('is not ended by a job that fails while the database is away, and goes on with others when it is back', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', hear);
  const jobs = new Jobs(line.url(direct.url));
  const ran: string[] = [];
  jobs.task('test.cut', async () => {
    ran.push('cut');
    line.cut();
    await sleep(20);
    throw new Error('The database is away.');
  });
  jobs.task('test.after', async () => void ran.push('after'));
  const add = (task: string) => direct.dataSource.query('select graphile_worker.add_job($1)', [task]);
  await add('test.cut');
  await jobs.start();
  while (!ran.includes('cut')) await sleep(20);
  await sleep(500);
  line.open();
  await add('test.after');
  for (let tries = 0; !ran.includes('after') && tries < 400; tries += 1) await sleep(50);
  process.off('unhandledRejection', hear);
  await jobs.onApplicationShutdown();
  await direct.dataSource.query(`delete from graphile_worker._private_jobs`);
  expect({ ran, unheard }).toEqual({ ran: ['cut', 'after'], unheard: [] });
});

it('leaves no connection behind, whatever happened', async () => {
  await sleep(300);
  const [{ n }] = await direct.dataSource.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'openimpact%'`,
  );
  // Two pools of the server, two of the test, the tail.
  expect(n).toBeLessThanOrEqual(2 * CONNECTIONS + 10 + 4 + 2);
  await mutate(api, voter, 'updateProfile', { about: 'Still here.' });
});
