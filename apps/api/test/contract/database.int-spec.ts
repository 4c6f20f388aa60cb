import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  await database.close();
});

/** TypeORM writes some types longer than the catalogue does. */
const SAME: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  character: 'char',
  bpchar: 'char',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  bool: 'boolean',
  float8: 'double precision',
};
const plain = (type: string): string => SAME[type] ?? type;

it('has a column for everything a row class declares, with its type and nullability', async () => {
  const columns: { table: string; column: string; type: string; nullable: boolean; array: boolean }[] = await database
    .dataSource.query(`
      select c.relname as table, a.attname as column, coalesce(e.typname, t.typname) as type, not a.attnotnull as nullable, e.oid is not null as array
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
        left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
  const faults: string[] = [];
  for (const entity of database.dataSource.entityMetadatas) {
    for (const declared of entity.columns) {
      const name = `${entity.tableName}.${declared.databaseName}`;
      const found = columns.find(({ table, column }) => table === entity.tableName && column === declared.databaseName);
      if (!found) {
        faults.push(`${name} is declared and not in the database`);
        continue;
      }
      const type = plain(database.dataSource.driver.normalizeType({ type: declared.type }));
      if (type !== plain(found.type)) faults.push(`${name} is declared ${type} and is ${found.type}`);
      if (declared.isNullable !== found.nullable)
        faults.push(`${name} is ${found.nullable ? '' : 'not '}nullable in the database`);
      if (declared.isArray !== found.array)
        faults.push(`${name} is ${found.array ? '' : 'not '}an array in the database`);
    }
  }
  expect(faults).toEqual([]);
});

it('has an index behind every foreign key, so that deleting or locking a row never scans a table', async () => {
  const unindexed: { constraint: string }[] = await database.dataSource.query(`
    select f.conname as constraint from pg_constraint f
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace
      and not exists (select 1 from pg_index i where i.indrelid = f.conrelid and (i.indkey::smallint[])[0] = f.conkey[1])`);
  expect(unindexed.map(({ constraint }) => constraint)).toEqual([]);
});

it('names every constraint itself, because the names are part of the code', async () => {
  const unnamed: { name: string }[] = await database.dataSource.query(`
    select c.conrelid::regclass || ': ' || c.conname as name from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.contype in ('c', 'u', 'p', 'f')
      and c.conrelid::regclass::text not in ('migrations')
      and c.conname ~ '_(pkey|fkey)[0-9]*$'`);
  expect(unnamed.map(({ name }) => name)).toEqual([]);
});

it('goes down to nothing and up again', async () => {
  const fresh = await aDatabase();
  try {
    const before = await shape(fresh);
    for (const _ of fresh.dataSource.migrations) await fresh.dataSource.undoLastMigration();
    expect(await shape(fresh)).toEqual([]);
    await fresh.dataSource.runMigrations();
    expect(await shape(fresh)).toEqual(before);
  } finally {
    await fresh.close();
  }
}, 60_000);

/** Tables with their columns, constraints, indexes, triggers and functions, in one comparable list. */
async function shape({ dataSource }: TestDatabase): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    select line from (
      select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
        from information_schema.columns where table_schema = 'public'
      union all select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
        and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      union all select format('function %s %s', p.proname, pg_get_function_identity_arguments(p.oid)) from pg_proc p
        where pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ) shapes where line not like '%migrations%' order by line`);
  return rows.map(({ line }) => line);
}
