import type { TestDatabase } from './database.js';

/** The tables in which a word still stands, in any column of any row, JSON and arrays included. */
export async function tracesOf({ dataSource }: Pick<TestDatabase, 'dataSource'>, word: string): Promise<string[]> {
  const tables: { name: string }[] = await dataSource.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows: unknown[] = await dataSource.query(`select 1 from ${name} r where r::text ilike $1 limit 1`, [
      `%${word}%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
