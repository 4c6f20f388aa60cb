// The production server as `main` composes it, in one process, that also trusts the operations of the benchmark.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parseConfig } from '../src/platform/config/index.js';
import { openDatabase, SERVING } from '../src/platform/database/index.js';
import { TrustedDocuments } from '../src/platform/graphql/trusted-documents.js';
import { Jobs } from '../src/platform/jobs/index.js';
import { LiveUpdates } from '../src/platform/live/index.js';
import { webFolder } from '../src/platform/platform.module.js';
import { Tail } from '../src/platform/tail/index.js';
import { createServer } from '../src/server.js';
import { profileWhenTold } from './profile.js';

const documents = JSON.parse(process.env['BENCH_DOCUMENTS'] ?? '[]') as string[];
const web = JSON.parse(readFileSync(resolve(webFolder(), 'trusted-documents.json'), 'utf8')) as Record<string, string>;
const config = parseConfig(process.env);
const database = await openDatabase(config, () => undefined, SERVING);
// As it answers while few ask.
if (process.env['BENCH_ALONE']) database.reader.shared.often = () => undefined;
const tail = new Tail(database.directUrl);
const jobs = new Jobs(database.directUrl);
const app = await createServer({
  config,
  dataSource: database.dataSource,
  reader: database.reader,
  tail,
  jobs,
  live: new LiveUpdates(database.directUrl, database.reader),
  trusted: TrustedDocuments.of({
    ...web,
    ...Object.fromEntries(documents.map((text) => [createHash('sha256').update(text).digest('hex'), text])),
  }),
});
tail.start();
// Jobs are not started: those of the hour would be measured with whichever case they meet.
await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
profileWhenTold();
process.send?.('ready');
for (const signal of ['disconnect', 'SIGTERM']) process.on(signal, () => process.exit());
