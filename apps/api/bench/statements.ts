import type pg from 'pg';

import type { Config } from '../src/platform/config/index.js';
import { openDatabase } from '../src/platform/database/index.js';

/** What one statement cost the database while something was measured. */
export interface StatementCost {
  readonly text: string;
  readonly calls: number;
  readonly ms: number;
  readonly rows: number;
  /** Pages of 8 kB that were looked at. */
  readonly pages: number;
  /** Bytes written to the log that a crash is recovered from. */
  readonly logged: number;
}

/** Has the database count statements from its next start on, and starts it again if this program may. */
export async function beginCounting(config: Config): Promise<void> {
  await restartedWith(config, `alter system set shared_preload_libraries = 'pg_stat_statements'`);
}

export async function endCounting(config: Config): Promise<void> {
  await restartedWith(config, 'alter system reset shared_preload_libraries');
}

export async function forgetStatements(client: pg.ClientBase): Promise<void> {
  await client.query('create extension if not exists pg_stat_statements');
  await client.query('select pg_stat_statements_reset()');
}

export async function statementsSince(client: pg.ClientBase): Promise<readonly StatementCost[]> {
  const { rows } = await client.query<StatementCost>(`
    select regexp_replace(query, '\\s+', ' ', 'g') as text, calls::int, total_exec_time + total_plan_time as ms, rows::int,
      (shared_blks_hit + shared_blks_read)::int as pages, wal_bytes::float8 as logged
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
      and query not like '%pg_stat_statements%' order by ms desc`);
  return rows;
}

/** As a table for a page: each statement for one answer, most expensive first; what is under a hundredth is left out. */
export function statementsTold(statements: readonly StatementCost[], answers: number): string {
  const all = statements.reduce((sum, { ms }) => sum + ms, 0);
  const lines = statements
    .filter(({ ms }) => ms >= all / 100)
    .map(
      ({ text, calls, ms, pages, logged }) =>
        `| \`${text.slice(0, 90).replaceAll('|', '\\|').replaceAll('`', "'")}\` | ${(calls / answers).toFixed(2)} | ${(ms / answers).toFixed(3)} | ${((100 * ms) / all).toFixed(0)} % | ${(pages / answers).toFixed(1)} | ${(logged / answers).toFixed(0)} |`,
    );
  return [
    '| statement | times | ms | share | pages | bytes logged |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

/** A database that others run is theirs to prepare. */
async function restartedWith(config: Config, setting: string): Promise<void> {
  if (config.databaseUrl !== undefined) return;
  const database = await openDatabase(config, () => undefined);
  await database.dataSource.query(setting);
  await database.reader.onApplicationShutdown();
  await database.dataSource.destroy();
  await database.close();
}
