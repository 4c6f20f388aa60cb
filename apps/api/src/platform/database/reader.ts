import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

import { allowSilence, type LimitedBy, limitedPool } from './limits.js';
import { SharedReads } from './shared-reads.js';
import type { Sql } from './sql.js';
import { StatementNames } from './statement-names.js';
import { survivesBroken } from './survive.js';

/** How many statements are prepared on one connection before another takes its place: the server keeps each until then. */
const MOST_PREPARED = 500;

/** For what looks through everything that is stored. */
const PATIENCE_MS = 30 * 60_000;

/** Reads through `pg` itself: named statements are prepared once a connection, which TypeORM's are not. */
@Injectable()
export class Reader implements OnApplicationShutdown {
  private readonly names = new StatementNames();
  private readonly prepared = new WeakMap<pg.PoolClient, Set<string>>();
  /** For what many ask alike. */
  readonly shared = new SharedReads((statement) => this.one(statement));

  constructor(
    private readonly pool: pg.Pool,
    private readonly limits?: LimitedBy,
  ) {}

  static connect(url: string, connections = 8, limits?: LimitedBy): Reader {
    const pool = new pg.Pool({
      connectionString: url,
      max: connections,
      application_name: 'openimpact-reader',
      ...(limits ? limitedPool(limits) : {}),
    });
    return new Reader(survivesBroken(pool), limits);
  }

  async query<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row[]> {
    const { text, values } = statement;
    const name = this.names.of(text);
    if (name === undefined) return (await this.pool.query<Row>({ text, values })).rows;
    const client = await this.pool.connect();
    // A connection that failed is not used again.
    let done = true;
    try {
      const prepared = this.preparedOn(client).add(name);
      const { rows } = await answerOf<Row>(client, { name, text, values });
      done = prepared.size > MOST_PREPARED;
      return rows;
    } finally {
      client.release(done);
    }
  }

  async one<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row | undefined> {
    return (await this.query<Row>(statement))[0];
  }

  /**
   * Reads without the limits for people who wait, half an hour at most: for work in the background that looks through
   * everything. One connection does it, in one transaction that changes nothing.
   */
  async patiently<T>(work: (reader: Pick<Reader, 'query'>) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let fault: Error | undefined;
    try {
      allowSilence(client, PATIENCE_MS);
      await client.query('begin read only');
      await client.query(`set local statement_timeout = ${PATIENCE_MS}`);
      await client.query(`set local transaction_timeout = ${PATIENCE_MS}`);
      const answer = await work({
        query: async <Row extends pg.QueryResultRow>({ text, values }: Sql) =>
          (await answerOf<Row>(client, { text, values })).rows,
      });
      await client.query('commit');
      return answer;
    } catch (error) {
      fault = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      if (this.limits) allowSilence(client, this.limits.silenceMs);
      client.release(fault);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  private preparedOn(client: pg.PoolClient): Set<string> {
    let prepared = this.prepared.get(client);
    if (prepared === undefined) this.prepared.set(client, (prepared = new Set()));
    return prepared;
  }
}

/**
 * Asks with a callback. A promise of the client's own holds on to the one of the question before, so that rows which were
 * read and forgotten stay until the collector looks through everything, and a long read makes the process grow.
 */
function answerOf<Row extends pg.QueryResultRow>(client: pg.PoolClient, question: pg.QueryConfig) {
  return new Promise<pg.QueryResult<Row>>((settle, fail) => {
    client.query<Row>(question, (error, result) => {
      if (error) fail(error);
      else settle(result);
    });
  });
}
