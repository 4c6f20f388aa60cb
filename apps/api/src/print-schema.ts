import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { DataSource } from 'typeorm';

import { parseConfig } from './platform/config/index.js';
import { Reader } from './platform/database/index.js';
import { TrustedDocuments } from './platform/graphql/trusted-documents.js';
import { Jobs } from './platform/jobs/index.js';
import { LiveUpdates } from './platform/live/index.js';
import { Tail } from './platform/tail/index.js';
import { createServer } from './server.js';

/** Writes the schema to the file named, or to standard output. Needs no database: nothing is asked of it. */
const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
const reader = Reader.connect(nowhere);
const app = await createServer(
  {
    config: parseConfig({}),
    dataSource: new DataSource({ type: 'postgres', url: nowhere }),
    reader,
    tail: new Tail(nowhere),
    jobs: new Jobs(nowhere),
    live: new LiveUpdates(nowhere, reader),
    trusted: TrustedDocuments.read([]),
  },
  { quiet: true },
);
const printed = `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
const [target] = process.argv.slice(2);
if (target) writeFileSync(resolve(target), printed);
else process.stdout.write(printed);
await app.close();
