// npm run bench -- --growth 1000,100000,1000000: the same reads over databases of different sizes, in turns in one run.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { parseConfig } from '../src/platform/config/index.js';
import { openDatabase } from '../src/platform/database/index.js';
import { READ_CASES } from './cases.js';
import { hold, type Line, told } from './contest.js';
import { assertAnswers, findGround, makeTokens, trustedRequest } from './ground.js';
import { measure, parentOf } from './measure.js';
import { asMarkdown, machine, writeInto, writeJson } from './report.js';
import { running } from './servers.js';

const { values: options } = parseArgs({
  options: {
    growth: { type: 'string', default: '1000,100000,1000000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'string', default: '.cache/bench/growth.json' },
    write: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = process.env['BENCH_FOLDER'] ?? '';

const places = [];
for (const size of options.growth.split(',')) {
  const env = { ...process.env, OPENIMPACT_DATA_DIR: join(folder, size), OPENIMPACT_DEMO: '0' };
  const database = await openDatabase(parseConfig(env), say);
  const client = new pg.Client({ connectionString: database.directUrl });
  await client.connect();
  const ground = await findGround(client);
  const [bearer] = await makeTokens(client, 10);
  const { rows: self } = await client.query<{ pid: number; version: string; fsync: string; commit: string }>(
    `select pg_backend_pid() as pid, current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  // While that process is there: afterwards nothing leads to its parent.
  const parent = parentOf(self[0]?.pid ?? 0);
  await client.end();
  const server = await running('serve', {
    ...env,
    OPENIMPACT_DATABASE_URL: database.directUrl,
    // What is shared is as fast at any size.
    BENCH_ALONE: '1',
    BENCH_DOCUMENTS: JSON.stringify(READ_CASES.map(({ document }) => document)),
  });
  places.push({ size, database, ground, bearer, server, parent, settings: self[0] });
}
// The largest first: the ratio is that of the first to the others.
places.reverse();
const nameOf = (size: string) => `${Number(size).toLocaleString('en-GB')} ideas`;
const smallest = nameOf(places.at(-1)?.size ?? '0');

const lines: Line[] = [];
for (const each of READ_CASES) {
  // Without an account the answer is shared for a second, whatever the size.
  if (!each.signedIn || !each.name.includes(options.only)) continue;
  const contestants: Record<string, () => ReturnType<typeof measure>> = {};
  for (const { size, ground, bearer, server, parent } of places) {
    const request = trustedRequest(each, ground, bearer);
    await assertAnswers(server.url, request, `${each.name} of ${size}`);
    contestants[nameOf(size)] = () =>
      measure(server.url, request, {
        seconds: Number(options.seconds),
        processes: { server: server.pid, database: parent },
      });
  }
  const atLeast = each.name.startsWith('search') ? 1 / 2 : 1 / 1.3;
  const line = await hold(
    { name: each.name, contestants, targets: [{ kind: 'RATIO', to: smallest, atLeast: Number(atLeast.toFixed(2)) }] },
    Number(options.rounds),
  );
  lines.push(line);
  say(told(line));
}

const largest = places[0];
const report = {
  command: `npm run bench -- --growth ${options.growth}`,
  at: new Date().toISOString(),
  machine: machine(),
  database: {
    version: largest?.settings?.version ?? '',
    fsync: largest?.settings?.fsync ?? '',
    synchronous_commit: largest?.settings?.commit ?? '',
  },
  size: { ideas: largest?.ground.ideas ?? 0, votes: largest?.ground.votes ?? 0 },
  lines,
};
writeJson(resolve(options.json), report);
if (options.write) writeInto(resolve(options.write), 'growth', asMarkdown(report));
for (const { server, database } of places) {
  await server.stop();
  await database.reader.onApplicationShutdown();
  await database.dataSource.destroy();
  await database.close();
}
process.exit();
