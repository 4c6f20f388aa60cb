import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

import { sqlState } from './errors.js';
import { leaveTogether } from './limits.js';
import { written } from './shared-reads.js';
import { sql, type Sql } from './sql.js';
import { StatementNames } from './statement-names.js';
import { allOrFirst } from './together.js';

const names = new StatementNames();

/** One transaction. Passed as an argument, so that a reader sees what is inside it. */
export class Tx {
  private readonly effects: (() => Promise<unknown>)[] = [];

  /** @param client the connection that the transaction has to itself; `manager` writes rows on the same. */
  constructor(
    readonly manager: EntityManager,
    private readonly client: pg.ClientBase,
  ) {}

  /**
   * Through `pg` itself, so that a statement is planned once a connection. Statements that do not wait for each other's
   * answers may be asked together (`Promise.all`): they travel at once and run one after another, in this order.
   */
  async query<Row>(statement: Sql): Promise<Row[]> {
    const { text, values } = statement;
    leaveTogether(this.client);
    return (await this.client.query<Row & pg.QueryResultRow>({ name: names.of(text), text, values })).rows;
  }

  async one<Row>(statement: Sql): Promise<Row | undefined> {
    return (await this.query<Row>(statement))[0];
  }

  /** The database's clock (`app_now()`), which decides deadlines: servers' clocks differ, the database is one. */
  async now(): Promise<Date> {
    const row = await this.one<{ now: Date }>(sql`select app_now() as now`);
    if (row === undefined) throw new Error('The database did not tell the time.');
    return row.now;
  }

  /** Runs after the transaction was committed, in order; what must not be lost belongs into the transaction instead. */
  afterCommit(effect: () => Promise<unknown>): void {
    this.effects.push(effect);
  }

  async runEffects(): Promise<void> {
    for (const effect of this.effects) await effect();
  }
}

const STARTS_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 8;

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

/**
 * Runs a use case in one transaction at READ COMMITTED: commits when the answer is yes, rolls back when a
 * `Decision` says no or an error is thrown, starts again when PostgreSQL chose this transaction as the victim of a
 * deadlock or a serialisation failure (SQLSTATE 40P01, 40001).
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly database: DataSource) {}

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (!STARTS_AGAIN.has(sqlState(error) ?? '') || attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner();
    let tx: Tx;
    let result: T;
    try {
      const client = (await runner.connect()) as pg.ClientBase;
      tx = new Tx(runner.manager, client);
      try {
        // TypeORM would send two statements for this. It is told, so that its rows are written inside this transaction.
        // It travels with the first statement: it fails only where nothing after it could be done either.
        leaveTogether(client);
        const begun = client.query('START TRANSACTION ISOLATION LEVEL READ COMMITTED');
        Object.assign(runner, { isTransactionActive: true });
        [, result] = await allOrFirst([begun, work(tx)]);
        if (!isRefusal(result)) await commit(client);
      } catch (error) {
        // Also waits until a connection that broke is known to be broken: the pool would lend it to the next.
        await undo(client);
        throw error;
      }
      if (isRefusal(result)) await undo(client);
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
    if (!isRefusal(result)) await tx.runEffects();
    return result;
  }
}

/** PostgreSQL answers a COMMIT after an error that somebody passed over by undoing everything, and calls it no error. */
async function commit(client: pg.ClientBase): Promise<void> {
  const { command } = await client.query('COMMIT');
  written();
  if (command !== 'COMMIT') throw new Error('The transaction was undone by an error inside it.');
}

/** A connection that is gone was rolled back by the database itself; what made this necessary is the error to hear of. */
async function undo(client: pg.ClientBase): Promise<void> {
  await client.query('ROLLBACK').catch(() => undefined);
}
