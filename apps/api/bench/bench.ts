// npm run bench: what this product costs, beside the least that could answer the same, measured in turns in one run.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { parseConfig } from '../src/platform/config/index.js';
import { openDatabase } from '../src/platform/database/index.js';
import { FLOOR_VOTE, READ_CASES } from './cases.js';
import { type Contest, hold, type Line, told } from './contest.js';
import { adHocRequest, assertAnswers, authorised, findGround, hashOf, makeTokens, trustedRequest } from './ground.js';
import { type Measured, measure, memoryOf, parentOf, type Request, stopAsking } from './measure.js';
import { profileFile, type Share } from './profile.js';
import { asMarkdown, machine, type Report, writeInto, writeJson } from './report.js';
import { type Running, running } from './servers.js';
import { beginCounting, endCounting, forgetStatements, statementsSince, statementsTold } from './statements.js';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    /** Only the cases whose name holds this. */
    only: { type: 'string', default: '' },
    /** Beside PostGraphile 5, over the same database. */
    'with-postgraphile': { type: 'boolean', default: false },
    /** A folder: where the server’s processor profile of each case is written (open it in a browser’s developer tools). */
    profile: { type: 'string' },
    /** Says too what each statement of ours cost the database. */
    statements: { type: 'boolean', default: false },
    json: { type: 'string', default: '.cache/bench/result.json' },
    /** A page whose figures are replaced by these: docs/performance.md. */
    write: { type: 'string' },
  },
});
/** Times that a thousand people vote before anything is measured, so that votes are as warm as reads are after their seconds. */
const WARMING = 4;
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const say = (line: string) => process.stdout.write(`${line}\n`);

const config = parseConfig({ ...process.env, OPENIMPACT_DEMO: '0' });
if (options.statements) await beginCounting(config);
const database = await openDatabase(config, say);
const client = new pg.Client({ connectionString: database.directUrl });
await client.connect();
const ground = await findGround(client);
const tokens = await makeTokens(client, 1_000);
const owner = tokens.find(({ personId }) => personId === ground.personId) ?? tokens[0];
const { rows: settings } = await client.query<Record<string, string>>(
  `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit, current_setting('server_version') as version`,
);
await client.query(FLOOR_VOTE);

const CAST = `mutation BenchCast($ideaId: ID!) { castVote(input: { ideaId: $ideaId, perspective: PUBLIC }) { __typename } }`;
const UNCAST = `mutation BenchUncast($ideaId: ID!) { withdrawVote(input: { ideaId: $ideaId }) { __typename } }`;
const serving = {
  OPENIMPACT_DATABASE_URL: database.directUrl,
  OPENIMPACT_DEMO: '0',
  BENCH_DOCUMENTS: JSON.stringify([...READ_CASES.map(({ document }) => document), CAST, UNCAST]),
};
const ours = await running('serve', serving);
/** The same server, which shares nothing among those who ask at once. */
const alone = await running('serve', { ...serving, BENCH_ALONE: '1' });
const floor = await running('floor', { BENCH_DATABASE_URL: database.directUrl, BENCH_GROUND: JSON.stringify(ground) });
const postgraphile = options['with-postgraphile']
  ? await running('postgraphile', { BENCH_DATABASE_URL: database.directUrl })
  : undefined;

const { rows: self } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
const databaseParent = parentOf(self[0]?.pid ?? 0);
async function asked(server: Running, request: Request | readonly Request[], amount?: number): Promise<Measured> {
  const isCounted = options.statements && server === ours;
  if (isCounted) await forgetStatements(client);
  const measured = await measure(server.url, request, {
    seconds,
    ...(amount === undefined ? {} : { amount }),
    processes: { server: server.pid, database: databaseParent },
  });
  return isCounted ? { ...measured, statements: await statementsSince(client) } : measured;
}

const contests: Contest[] = [];
const isAsked = (name: string) => name.includes(options.only) || options.only.includes(name);
for (const [index, each] of READ_CASES.entries()) {
  if (!isAsked(each.name)) continue;
  // A thousand people ask, each with their own votes; a desk is its owner’s.
  const people = each.ofOwner || !each.signedIn ? [owner] : tokens;
  const trusted = people.map((bearer) => trustedRequest(each, ground, bearer));
  for (const { url } of [ours, alone])
    for (const request of trusted.slice(0, 1)) await assertAnswers(url, request, each.name);
  // Under another name: what is ours to the letter is trusted however it is sent.
  const elsewhere = each.document.replace('query Bench', 'query Elsewhere');
  const adHoc = people.map((bearer) => adHocRequest(elsewhere, each.variables(ground), bearer));
  if (each.adHoc)
    for (const request of adHoc.slice(0, 1)) await assertAnswers(ours.url, request, `${each.name}, from elsewhere`);
  const theirs = each.postgraphile && adHocRequest(each.postgraphile, each.variables(ground));
  if (postgraphile && theirs) await assertAnswers(postgraphile.url, theirs, `PostGraphile: ${each.name}`);
  const others = {
    floor: () => asked(floor, { method: 'GET', path: `/${index}` }),
    ...(postgraphile && theirs ? { PostGraphile: () => asked(postgraphile, theirs) } : {}),
  };
  contests.push({
    name: each.name,
    contestants: {
      ours: () => asked(ours, trusted),
      ...(each.signedIn ? { 'ours, nothing shared': () => asked(alone, trusted) } : {}),
      ...others,
    },
    targets: each.targets,
  });
  if (!each.adHoc) continue;
  contests.push({
    name: `${each.name}, as a document from elsewhere`,
    contestants: {
      ours: () => asked(ours, adHoc),
      'ours, nothing shared': () => asked(alone, adHoc),
      ...others,
    },
    targets: [{ kind: 'RATIO', to: 'PostGraphile', atLeast: 1 }],
  });
}

const openList = READ_CASES.find(({ signedIn }) => !signedIn);
const [page, feed] = ['/ideas', '/feeds/ideas.atom'].map((path) => ({
  method: 'GET' as const,
  path,
  headers: { accept: path.endsWith('.atom') ? 'application/atom+xml' : 'text/html' },
}));
if (page && feed && openList) {
  contests.push({
    name: 'a page rendered on the server, anonymous',
    contestants: {
      ours: () => asked(ours, page),
      'its query': () => asked(ours, trustedRequest(openList, ground, undefined)),
    },
    targets: [{ kind: 'COST', to: 'its query', atMost: 2 }],
  });
  contests.push({
    name: 'an Atom feed',
    contestants: { ours: () => asked(ours, feed), floor: () => asked(floor, { method: 'GET', path: '/feed' }) },
    targets: [],
  });
}

if (isAsked('a vote: 1,000 people')) {
  // What the warming rounds, each round and the profiler ask for.
  const untouched = await ideasToVoteOn((WARMING + rounds + 2) * 3 * 1_001);
  contests.push({
    name: 'a vote: 1,000 people on 1,000 ideas',
    contestants: { ours: voted(ours, untouched, 1_000), floor: voted(floor, untouched, 1_000) },
    targets: [
      { kind: 'RATIO', to: 'floor', atLeast: 0.6 },
      { kind: 'P99', atMost: 30 },
    ],
  });
  contests.push({
    name: 'a vote: 1,000 people on one idea',
    contestants: {
      ours: voted(ours, untouched, 1),
      'on 1,000 ideas': voted(ours, untouched, 1_000),
      floor: voted(floor, untouched, 1),
    },
    targets: [{ kind: 'RATIO', to: 'on 1,000 ideas', atLeast: 0.5 }],
  });
}

const asking = contests.filter(({ name }) => isAsked(name));
const measured: Line[] = [];
for (const contest of asking) {
  const line = await hold(contest, rounds);
  measured.push(line);
  say(told(line));
  const { statements, answers = 1 } = line.measured['ours'] ?? {};
  if (statements) say(statementsTold(statements, answers));
}

const memory = memoryOf(ours.pid);
say(`memory of the server at its highest: ${memory} MB`);

// When all is measured: a server that was looked at stays slower, and larger.
const profiles = new Map<string, readonly Share[]>();
for (const contest of options.profile ? asking : []) {
  const profile = await profiled(contest, options.profile ?? '');
  profiles.set(contest.name, profile);
  say(contest.name);
  for (const { part, share } of profile.slice(0, 20)) say(`  ${(share * 100).toFixed(1).padStart(5)} %  ${part}`);
}
const lines = measured.map((line): Line => {
  const profile = profiles.get(line.name);
  return profile ? { ...line, profile } : line;
});
const report: Report = {
  command: `npm run bench -- --ideas ${process.env['BENCH_SIZE'] ?? ''}${postgraphile ? ' --with-postgraphile' : ''}`,
  at: new Date().toISOString(),
  machine: machine(),
  database: settings[0] ?? {},
  size: { ideas: ground.ideas, votes: ground.votes },
  memory,
  lines: [
    ...lines,
    {
      name: 'memory of the server',
      measured: {},
      targets: [{ wanted: 'under 400 MB throughout', got: `${memory} MB`, met: memory < 400 }],
    },
  ],
};
writeJson(resolve(options.json), report);
say(`Written to ${resolve(options.json)}`);
if (options.write && options.statements) {
  // The shares of statements are a page of their own: counting them is not free, so the figures beside them are no others.
  const counted = lines.flatMap(({ name, measured: { ours: found } }) =>
    found?.statements ? [`${name}:`, '', statementsTold(found.statements, found.answers), ''] : [],
  );
  writeInto(resolve(options.write), 'statements', counted.join('\n').trim());
} else if (options.write) writeInto(resolve(options.write), 'figures', asMarkdown(report));

await Promise.all([ours.stop(), alone.stop(), floor.stop(), postgraphile?.stop(), stopAsking()]);
await client.end();
await database.reader.onApplicationShutdown();
await database.dataSource.destroy();
await database.close();
if (options.statements) await endCounting(config);

/** Once more with the profiler on, which takes time itself: nothing of it is measured. */
async function profiled({ name, contestants }: Contest, folder: string): Promise<readonly Share[]> {
  await ours.tell({ profile: 'start' });
  await Object.values(contestants)[0]?.();
  return ours.tell<readonly Share[]>({ profile: 'stop', file: profileFile(folder, name) });
}

/** Logged ideas that none of the people with a token wrote or stands behind; first those they never voted on. */
async function ideasToVoteOn(count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with voted as materialized (
       select idea_id, count(*) as times, bool_or(withdrawn_at is null) as stands from votes where person_id = any($1::uuid[]) group by idea_id
     )
     select i.id from (select id, author_id from ideas where stage = 'LOGGED' order by md5(id::text) limit $2 * 10) i
       left join voted on voted.idea_id = i.id
     where i.author_id <> all($1::uuid[]) and voted.stands is not true order by coalesce(voted.times, 0) limit $2`,
    [tokens.map(({ personId }) => personId), count],
  );
  if (rows.length < count) throw new Error('There are not enough ideas to vote on. Make larger data.');
  return rows.map(({ id }) => id);
}

/**
 * People vote on `at` ideas and take it back. Nobody voted on them before: who votes a second time where a vote was taken
 * back changes no public number, and whoever writes to a page first after a checkpoint logs the whole of it.
 */
function voted(server: Running, untouched: string[], at: number): () => Promise<Measured> {
  let isWarm = false;
  return async () => {
    const warming = isWarm ? 0 : WARMING;
    isWarm = true;
    for (let turn = 0; turn < warming; turn += 1) await votedOn(server, untouched.splice(-at));
    return votedOn(server, untouched.splice(0, at));
  };
}

async function votedOn(server: Running, ideas: readonly string[]): Promise<Measured> {
  const turns = (what: 'vote' | 'unvote'): readonly Request[] =>
    tokens.map((bearer, turn) => {
      const idea = ideas[turn % ideas.length];
      if (server === floor) return { path: `/${what}/${idea}/${bearer.personId}` };
      return {
        method: 'POST',
        path: '/graphql',
        headers: { ...authorised(bearer), 'content-type': 'application/json' },
        body: JSON.stringify({
          variables: { ideaId: `idea_${idea}` },
          extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(what === 'vote' ? CAST : UNCAST) } },
        }),
      };
    });
  const cast = await asked(server, turns('vote'), tokens.length);
  await asked(server, turns('unvote'), tokens.length);
  return cast;
}
