// npm run bench: what this product costs, beside the least that could answer the same, measured in turns in one run.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { makeApiToken } from '../src/platform/auth/index.js';
import { parseConfig } from '../src/platform/config/index.js';
import { newId, openDatabase } from '../src/platform/database/index.js';
import { FLOOR_VOTE, type Ground, READ_CASES } from './cases.js';
import { type Measured, measure, memoryOf, middle, type NextRequest, parentOf, type Processes } from './measure.js';
import { running } from './servers.js';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    /** A folder: where the server’s processor profile is written when it ends (open it in a browser’s developer tools). */
    profile: { type: 'string' },
    json: { type: 'string', default: '.cache/bench/result.json' },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const say = (line: string) => process.stdout.write(`${line}\n`);

const config = parseConfig({ ...process.env, OPENIMPACT_DEMO: '0' });
const database = await openDatabase(config, say);
const client = new pg.Client({ connectionString: database.directUrl });
await client.connect();
const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await client.query<Row>(text, values)).rows;

const [found] = await ask<Ground & { ideas: string; votes: string }>(`
  select p.id as "personId", p.handle::text as "personHandle", i.id as "ideaId", i.slug as "ideaSlug", i.title,
    (select id from mandates order by id limit 1) as "mandateId",
    (select reltuples::bigint::text from pg_class where relname = 'ideas') as ideas, (select reltuples::bigint::text from pg_class where relname = 'votes') as votes
  from people p, (select * from ideas where stage = 'FUNDING' order by comments_count desc limit 1) i where p.handle = 'person-5'`);
if (found === undefined) throw new Error('There is nothing to measure on. Make it first: npm run bench:data');
const ground: Ground = found;
const [settings] = await ask<{ fsync: string; synchronous_commit: string; version: string }>(
  `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit, current_setting('server_version') as version`,
);
await client.query(FLOOR_VOTE);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const CAST = `mutation BenchCast($ideaId: ID!) { castVote(input: { ideaId: $ideaId, perspective: PUBLIC }) { __typename } }`;
const UNCAST = `mutation BenchUncast($ideaId: ID!) { withdrawVote(input: { ideaId: $ideaId }) { __typename } }`;
const [self] = await ask<{ pid: number }>('select pg_backend_pid() as pid');
const ours = await running(
  'serve',
  {
    OPENIMPACT_DATABASE_URL: database.directUrl,
    OPENIMPACT_DEMO: '0',
    BENCH_DOCUMENTS: JSON.stringify([...READ_CASES.map(({ document }) => document), CAST, UNCAST]),
  },
  options.profile,
);
const floor = await running('floor', { BENCH_DATABASE_URL: database.directUrl, BENCH_GROUND: JSON.stringify(ground) });
const processes = (server: number): Processes => ({ server, database: parentOf(self?.pid ?? 0) });

interface Line {
  readonly name: string;
  readonly ours: Measured;
  readonly floor: Measured;
  readonly ratio: number;
}
const lines: Line[] = [];

/** Each in turn, round after round: what disturbs the machine disturbs both. */
async function compare(name: string, one: () => Promise<Measured>, other: () => Promise<Measured>): Promise<void> {
  if (!name.includes(options.only)) return;
  const mine: Measured[] = [];
  const least: Measured[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [a, b] = [await one(), await other()];
    // The first round warms up.
    if (round === 0) continue;
    mine.push(a);
    least.push(b);
  }
  const [a, b] = [middle(mine), middle(least)];
  lines.push({ name, ours: a, floor: b, ratio: a.requestsPerSecond / b.requestsPerSecond });
  const told = ({ requestsPerSecond, p50, p99, serverCpu, databaseCpu, failed }: Measured) =>
    `${requestsPerSecond.toFixed(0).padStart(7)}/s  p50 ${p50.toFixed(0).padStart(3)}  p99 ${p99.toFixed(0).padStart(4)} ms  cpu ${serverCpu.toFixed(2)} + ${databaseCpu.toFixed(2)} ms${failed > 0 ? `  ${failed} FAILED` : ''}`;
  say(
    `${name}\n  ours  ${told(a)}\n  floor ${told(b)}\n  ratio ${(a.requestsPerSecond / b.requestsPerSecond).toFixed(2)}`,
  );
}

const tokens = await makeTokens(1_000);
const owner = tokens.find(({ personId }) => personId === ground.personId) ?? tokens[0];
const authorised = (token: string | undefined) => ({ authorization: `Bearer ${token}` });

for (const [index, { name, document, variables, signedIn }] of READ_CASES.entries()) {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables(ground)),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } }),
  });
  const request = {
    method: 'GET' as const,
    path: `/graphql?${query.toString()}`,
    headers: {
      accept: 'application/json',
      'apollo-require-preflight': 'true',
      ...(signedIn ? authorised(owner?.token) : {}),
    },
  };
  const answer = await fetch(`${ours.url}${request.path}`, { headers: request.headers });
  const body = await answer.text();
  if (answer.status !== 200 || body.includes('"errors"')) throw new Error(`${name}: ${body.slice(0, 600)}`);
  await compare(
    name,
    () => measure(ours.url, request, { seconds, processes: processes(ours.pid) }),
    () => measure(floor.url, { method: 'GET', path: `/${index}` }, { seconds, processes: processes(floor.pid) }),
  );
}

await compareVotes('vote and withdraw', await ideasToVoteOn(1_000));
const hot = await ideasToVoteOn(1);
await compareVotes(
  '1,000 people on one idea',
  Array.from({ length: 1_000 }, () => hot[0] as string),
);

const memory = memoryOf(ours.pid);
say(`memory of the server at its highest: ${memory} MB`);
const result = {
  at: new Date().toISOString(),
  machine: { processor: cpus()[0]?.model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) },
  database: settings,
  size: { ideas: Number(found.ideas), votes: Number(found.votes) },
  memory,
  cases: lines,
};
const file = resolve(options.json);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
say(`Written to ${file}`);

await ours.stop();
await floor.stop();
await client.end();
await database.reader.onApplicationShutdown();
await database.dataSource.destroy();
await database.close();

/** People who ask with a token of their own: a session a person would cost a sign-in each. */
async function makeTokens(count: number) {
  const people = await ask<{ id: string }>(
    `select id from people where handle = any(select 'person-' || n from generate_series(1, $1) n) order by id`,
    [count],
  );
  const made = people.map(({ id }) => ({ personId: id, ...makeApiToken() }));
  await client.query(
    `insert into api_tokens (id, person_id, name, token_hash, scopes, expires_at)
     select id, person, 'bench', hash, '{READ,CONTRIBUTE}', app_now() + interval '1 day' from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as t (id, person, hash)`,
    [made.map(() => newId()), made.map(({ personId }) => personId), made.map(({ hash }) => hash)],
  );
  return made;
}

/** Logged ideas that none of the people with a token wrote or voted on. */
async function ideasToVoteOn(count: number): Promise<string[]> {
  const ids = tokens.map(({ personId }) => personId);
  const rows = await ask<{ id: string }>(
    `select i.id from ideas i where i.stage = 'LOGGED' and i.author_id <> all($1::uuid[])
       and not exists (select from votes v where v.idea_id = i.id and v.person_id = any($1::uuid[])) order by md5(i.id::text) limit $2`,
    [ids, count],
  );
  if (rows.length < count) throw new Error('There are not enough ideas to vote on. Make larger data.');
  return rows.map(({ id }) => id);
}

/** Each person votes on their idea and takes it back, so that the next round finds what this one found. */
async function compareVotes(name: string, ideas: readonly string[]): Promise<void> {
  const times = tokens.length;
  const turns = (server: 'ours' | 'floor', what: 'vote' | 'unvote'): NextRequest => {
    let turn = 0;
    return () => {
      const person = tokens[turn % times];
      const idea = ideas[turn % ideas.length];
      turn += 1;
      if (server === 'floor') return { method: 'GET', path: `/${what}/${idea}/${person?.personId}` };
      return {
        method: 'POST',
        path: '/graphql',
        headers: { ...authorised(person?.token), 'content-type': 'application/json' },
        body: JSON.stringify({
          variables: { ideaId: `idea_${idea}` },
          extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(what === 'vote' ? CAST : UNCAST) } },
        }),
      };
    };
  };
  const both = async (server: 'ours' | 'floor') => {
    const { url, pid: server_ } = server === 'ours' ? ours : floor;
    const given = { seconds, amount: times, processes: processes(server_) };
    const cast = await measure(url, turns(server, 'vote'), given);
    await measure(url, turns(server, 'unvote'), given);
    return cast;
  };
  await compare(
    name,
    () => both('ours'),
    () => both('floor'),
  );
}
