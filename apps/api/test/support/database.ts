import { randomBytes } from 'node:crypto';

import type { DataSource } from 'typeorm';

import { connect, Reader } from '../../src/platform/database/index.js';
import { createDatabase } from '../../src/platform/database/embedded/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import type { Tail } from '../../src/platform/tail/index.js';
import { OwnTail } from './own-tail.js';

/** A database of its own for one test file, made by the migrations. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly reader: Reader;
  /** Not started: a test ticks it when it wants the log sealed and counters folded. */
  readonly tail: Tail;
  /** Not started: `jobs.runDue()` does what is due now. */
  readonly jobs: Jobs;
  /** Moves the database's clock: deadlines follow it. Negative minutes go into the past. */
  moveClock(minutes: number): Promise<void>;
  close(): Promise<void>;
}

export async function aDatabase(): Promise<TestDatabase> {
  const { OPENIMPACT_TEST_SERVER_URL: server, OPENIMPACT_TEST_TEMPLATE: template } = process.env;
  if (!server || !template)
    throw new Error('The test database is made by the global setup of apps/api/jest.config.mjs.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(server, name, template);
  const database = await connectedTo(url);
  return {
    ...database,
    async close() {
      await database.close();
      const admin = await connect(server, 1);
      await admin.query(`drop database if exists "${name}" with (force)`);
      await admin.destroy();
    },
  };
}

/** A database that is there already, through connections of its own. Closing it leaves it there. */
export async function connectedTo(url: string): Promise<TestDatabase> {
  const dataSource = await connect(url, 10);
  const reader = Reader.connect(url, 4);
  const tail = new OwnTail(url, dataSource);
  const jobs = new Jobs(url);
  return {
    url,
    dataSource,
    reader,
    tail,
    jobs,
    async moveClock(minutes) {
      await dataSource.query(`update app_clock set shift = shift + make_interval(secs => $1)`, [minutes * 60]);
    },
    async close() {
      await tail.onApplicationShutdown();
      await jobs.onApplicationShutdown();
      await reader.onApplicationShutdown();
      if (dataSource.isInitialized) await dataSource.destroy();
    },
  };
}
