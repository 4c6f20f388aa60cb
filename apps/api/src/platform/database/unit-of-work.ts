import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { sqlState } from './errors.js';
import type { Sql } from './sql.js';

/** One transaction. Passed as an argument, so that a reader sees what is inside it. */
export class Tx {
  private readonly effects: (() => Promise<void>)[] = [];

  constructor(readonly manager: EntityManager) {}

  async query<Row>(statement: Sql): Promise<Row[]> {
    const answer: unknown = await this.manager.query(statement.text, statement.values);
    // TypeORM answers an UPDATE or DELETE with [rows, count].
    const rows =
      Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number'
        ? answer[0]
        : answer;
    return rows as Row[];
  }

  async one<Row>(statement: Sql): Promise<Row | undefined> {
    return (await this.query<Row>(statement))[0];
  }

  /** The database's clock (`app_now()`), which decides deadlines: servers' clocks differ, the database is one. */
  async now(): Promise<Date> {
    const manager = this.manager;
    const [row]: { now: Date }[] = await manager.query('select app_now() as now');
    if (row === undefined) throw new Error('The database did not tell the time.');
    return row.now;
  }

  /** Runs after the transaction was committed, in order; what must not be lost belongs into the transaction instead. */
  afterCommit(effect: () => Promise<void>): void {
    this.effects.push(effect);
  }

  async runEffects(): Promise<void> {
    for (const effect of this.effects) await effect();
  }
}

const STARTS_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 8;

class Undo extends Error {
  constructor(readonly result: unknown) {
    super('The decision was no; nothing is kept.');
  }
}

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
    let tx: Tx | undefined;
    try {
      const result = await this.database.transaction('READ COMMITTED', async (manager) => {
        tx = new Tx(manager);
        const answer = await work(tx);
        if (isRefusal(answer)) throw new Undo(answer);
        return answer;
      });
      await tx?.runEffects();
      return result;
    } catch (error) {
      if (error instanceof Undo) return error.result as T;
      throw error;
    }
  }
}
