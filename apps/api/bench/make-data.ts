// npm run bench:data -- --ideas 100000 --votes 1000000 --comments 200000 --pledges 20000
import pg from 'pg';

import { checkInvariants } from '../src/invariants/index.js';
import { parseConfig } from '../src/platform/config/index.js';
import { openDatabase, sql } from '../src/platform/database/index.js';
import { Jobs } from '../src/platform/jobs/index.js';
import { LiveUpdates } from '../src/platform/live/index.js';
import { TrustedDocuments } from '../src/platform/graphql/trusted-documents.js';
import { type Fold, Tail, verifySeals } from '../src/platform/tail/index.js';
import { createServer } from '../src/server.js';
import { fill } from './data/fill.js';
import { readSize } from './data/size.js';
import { withoutIndexes } from './data/without-indexes.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What the large data has most rows of. */
const LARGE = [
  'idea_revisions',
  'idea_pseudonyms',
  'votes',
  'vote_events',
  'vote_counters',
  'support_told',
  'comments',
  'activities',
  'activity_contents',
];
const NO_ACTIVITY = '00000000-0000-0000-0000-000000000000';
const IDEAS_AT_ONCE = 50_000;

/**
 * The tail of a history that is made whole: it seals as always, and counts each idea once at the end instead of after
 * each of its votes. Nobody is told of what was long ago, and gates have nothing left to decide.
 */
class SealingTail extends Tail {
  private readonly counters: Fold[] = [];

  override fold(fold: Fold): void {
    this.counters.push(fold);
  }

  override followUp(): void {}

  async countAll(client: pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ id: string }>('select id from ideas order by id');
    for (let from = 0; from < rows.length; from += IDEAS_AT_ONCE) {
      const changed = rows.slice(from, from + IDEAS_AT_ONCE).flatMap(({ id: ideaId }) =>
        ['vote.counted', 'comment.added'].map((kind) => ({
          position: '0',
          id: NO_ACTIVITY,
          kind,
          subjectId: ideaId,
          ideaId,
          ventureId: null,
        })),
      );
      for (const count of this.counters) await count(client, changed);
    }
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const from = Date.now();
  await work();
  say(`${what}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}

const began = Date.now();
const size = readSize(process.argv.slice(2));
const config = parseConfig({ ...process.env, OPENIMPACT_DEMO: '0' });
const database = await openDatabase(config, say);
try {
  if (await database.reader.one(sql`select from people limit 1`)) {
    throw new Error('This database holds people already. Large data is only made in an empty one.');
  }
  const client = new pg.Client({ connectionString: database.directUrl });
  await client.connect();
  const tail = new SealingTail(database.directUrl);
  const app = await createServer({
    config,
    dataSource: database.dataSource,
    reader: database.reader,
    tail,
    jobs: new Jobs(database.directUrl),
    live: new LiveUpdates(database.directUrl, database.reader),
    trusted: TrustedDocuments.read([]),
  });
  await withoutIndexes(client, ['ideas'], async () => {
    await timed('all of it written, with its indexes', () =>
      withoutIndexes(client, LARGE, () => fill(client, size, say)),
    );
    await timed('all of it sealed', () => tail.tick());
    await timed('all of it counted', () => tail.countAll(client));
  });
  await timed('statistics', () => client.query('vacuum (analyze)'));
  await client.end();

  const checking = Date.now();
  const broken = (await checkInvariants(database.reader)).filter(({ violations }) => violations.length > 0);
  const seals = await verifySeals(database.reader);
  for (const { id, violations } of broken) say(`${id} does not hold: ${JSON.stringify(violations.slice(0, 3))}`);
  for (const fault of seals.faults.slice(0, 5)) say(fault);
  await app.close();
  if (broken.length > 0 || seals.faults.length > 0) process.exitCode = 1;
  else say(`invariants and ${seals.seals} seals hold: ${((Date.now() - checking) / 1000).toFixed(1)} s`);
} finally {
  if (database.dataSource.isInitialized) await database.dataSource.destroy();
  await database.close();
}
say(`All of it took ${((Date.now() - began) / 1000).toFixed(0)} s.`);
process.exit();
