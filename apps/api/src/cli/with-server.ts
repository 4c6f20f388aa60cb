import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { parseConfig } from '../platform/config/index.js';
import { openDatabase, type Reader } from '../platform/database/index.js';
import { TrustedDocuments } from '../platform/graphql/trusted-documents.js';
import { Jobs } from '../platform/jobs/index.js';
import { LiveUpdates } from '../platform/live/index.js';
import { Tail } from '../platform/tail/index.js';
import { createServer } from '../server.js';

/** What a command works with: the same use cases as the server's, over the configured database. */
export interface Workbench {
  readonly app: NestFastifyApplication;
  readonly reader: Reader;
  readonly tail: Tail;
}

/** Opens the database, runs the work with the whole application and closes both. What is said goes to stderr. */
export async function withServer<T>(work: (workbench: Workbench) => Promise<T>): Promise<T> {
  const config = parseConfig(process.env);
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  const tail = new Tail(database.directUrl);
  try {
    const app = await createServer(
      {
        config,
        dataSource: database.dataSource,
        reader: database.reader,
        tail,
        jobs: new Jobs(database.directUrl),
        live: new LiveUpdates(database.directUrl, database.reader),
        trusted: TrustedDocuments.of({}),
      },
      { quiet: true },
    );
    try {
      const result = await work({ app, reader: database.reader, tail });
      // Where a server runs beside this, its tail leads and this does nothing.
      await tail.tick();
      return result;
    } finally {
      await app.close();
    }
  } finally {
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await database.close();
  }
}
