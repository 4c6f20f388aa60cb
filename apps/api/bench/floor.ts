// The floor: the least that can answer at all. A bare HTTP server, `pg`, and one prepared statement written by hand.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

import pg from 'pg';

import { newId } from '../src/platform/database/index.js';
import { FEED_STATEMENT, type Ground, READ_CASES } from './cases.js';

const { BENCH_DATABASE_URL: connectionString, BENCH_GROUND: ground, PORT: port } = process.env;
const pool = new pg.Pool({ connectionString, max: 8 });
const known = JSON.parse(ground ?? '{}') as Ground;
const reads = READ_CASES.map(({ statement, values }, index) => ({
  name: `floor_${index}`,
  text: statement,
  values: [...values(known)],
}));

/** As long as what our log keeps of a vote. */
function contentOf(what: string, idea: string, person: string): string {
  const facts = { facts: {}, kind: `vote.${what}`, subject: `Idea:${idea}`, occurredAt: new Date().toISOString() };
  return JSON.stringify(what === 'vote' ? { actor: person, ...facts } : facts);
}

async function answer(path: string): Promise<string> {
  const [, what = '', idea = '', person = ''] = path.split('/');
  if (what === 'vote' || what === 'unvote') {
    const leaf = randomBytes(32);
    await pool.query({
      name: `floor_${what}`,
      text: `select bench_${what}($1, $2, $3, $4, $5)`,
      values: [idea, person, [newId(), newId(), newId()], leaf, contentOf(what, idea, person)],
    });
    return '{"done":true}';
  }
  const read = what === 'feed' ? { name: 'floor_feed', text: FEED_STATEMENT, values: [] } : reads[Number(what)];
  if (read === undefined) throw new Error(`There is no case ${what}.`);
  const { rows } = await pool.query<[string]>({ ...read, rowMode: 'array' });
  return rows[0]?.[0] ?? 'null';
}

createServer((request, response) => {
  answer(request.url ?? '').then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());
