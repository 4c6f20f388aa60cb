// npm run bench:data -- --ideas 100000 --votes 1000000 --comments 200000 --pledges 20000
import pg from 'pg';

import { checkInvariants } from '../src/invariants/index.js';
import { parseConfig } from '../src/platform/config/index.js';
import { openDatabase, sql } from '../src/platform/database/index.js';
import { Jobs } from '../src/platform/jobs/index.js';
import { LiveUpdates } from '../src/platform/live/index.js';
import { TrustedDocuments } from '../src/platform/graphql/trusted-documents.js';
import { Tail, verifySeals } from '../src/platform/tail/index.js';
import { createServer } from '../src/server.js';
import { fill } from './data/fill.js';
import { readSize } from './data/size.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The tail without what follows a batch: gates of a history that is made whole have nothing left to decide. */
class SealingTail extends Tail {
  override followUp(): void {}
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
  try {
    await fill(client, size, say);
  } finally {
    await client.end();
  }

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
  const from = Date.now();
  const sealed = await tail.tick();
  say(`${sealed} activities sealed and counted: ${((Date.now() - from) / 1000).toFixed(1)} s`);
  await database.dataSource.query('vacuum (analyze) ideas, votes, comments, activities, activity_positions');

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
