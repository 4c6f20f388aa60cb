import { createHash } from 'node:crypto';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

import { allowSilence, type LimitedBy, limitedPool } from './limits.js';
import { plannedEachTime, type Sql } from './sql.js';

/** For what looks through everything that is stored. */
const PATIENCE_MS = 30 * 60_000;

/**
 * Reads through `pg` itself: named statements are prepared once a connection, which TypeORM's are not.
 *
 * A statement's name is the hash of its text, so a view that asks for the same fields is the same statement.
 */
@Injectable()
export class Reader implements OnApplicationShutdown {
  private readonly names = new Map<string, string>();

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
    // An idle connection that breaks must not end the process; the next read reports the fault.
    pool.on('error', () => undefined);
    return new Reader(pool, limits);
  }

  async query<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row[]> {
    const { text } = statement;
    const name = text.includes(plannedEachTime.text) ? undefined : this.nameOf(text);
    const { rows } = await this.pool.query<Row>({ name, text, values: statement.values });
    return rows;
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
          (await client.query<Row>(text, values)).rows,
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

  private nameOf(text: string): string {
    let name = this.names.get(text);
    if (name === undefined) {
      name = `v_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
      // Documents from elsewhere can ask for any combination of fields; the memory of names is bounded.
      if (this.names.size >= 2_000) this.names.clear();
      this.names.set(text, name);
    }
    return name;
  }
}
