import { createHash } from 'node:crypto';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

import { plannedEachTime, type Sql } from './sql.js';

/**
 * Reads through `pg` itself: named statements are prepared once a connection, which TypeORM's are not.
 *
 * A statement's name is the hash of its text, so a view that asks for the same fields is the same statement.
 */
@Injectable()
export class Reader implements OnApplicationShutdown {
  private readonly names = new Map<string, string>();

  constructor(private readonly pool: pg.Pool) {}

  static connect(url: string, connections = 8): Reader {
    const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'openimpact-reader' });
    // An idle connection that breaks must not end the process; the next read reports the fault.
    pool.on('error', () => undefined);
    return new Reader(pool);
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
