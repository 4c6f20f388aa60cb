import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

import { type LimitedBy, limitedPool } from './limits.js';
import { survivesBroken } from './survive.js';

const SOURCE = resolve(import.meta.dirname, '../..');

type Class<T = object> = new () => T;

/** Every exported class of the files below a folder whose names match; built and source trees have the same shape. */
async function classesIn(folder: string, matches: RegExp): Promise<Class[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => matches.test(file)).toSorted();
  const modules = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(resolve(folder, file)).href)) as Record<string, unknown>),
  );
  return modules.flatMap((module) =>
    Object.values(module).filter((value): value is Class => typeof value === 'function'),
  );
}

/** Row classes (`*.row.ts`) of all modules and of the platform. */
export function rowClasses(): Promise<Class[]> {
  return classesIn(SOURCE, /\.row\.(js|ts)$/);
}

export async function migrations(): Promise<Class<MigrationInterface>[]> {
  return (await classesIn(resolve(SOURCE, '../migrations'), /^\d+-[^.]*\.(js|ts)$/)) as Class<MigrationInterface>[];
}

/** A connected data source: rows, transactions, migrations. Reads for views go through `Reader`. */
export async function connect(url: string, connections = 8, limits?: LimitedBy): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: (await rowClasses()) as (Class | EntitySchema)[],
    migrations: await migrations(),
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: connections,
    applicationName: 'openimpact',
    // What is asked together travels together; without it, each statement would wait for the answer to the one before.
    extra: { pipeline: true, ...(limits ? limitedPool(limits) : {}) },
  });
  await source.initialize();
  survivesBroken(poolOf(source));
  return source;
}

/** TypeORM keeps the pool of its driver under this name. */
export function poolOf(source: DataSource): pg.Pool {
  return (source.driver as unknown as { readonly master: pg.Pool }).master;
}

/** The job tables' own steps are not worth a line each. */
const QUIET = new Logger(() => () => undefined);

/** Any number that only this product's migrations use. */
const MIGRATION_LOCK = 4_841_001;

/**
 * Brings the schema up to date, under an advisory lock: of several processes that start at once, one migrates and the
 * others wait. The lock is the session's, so a crash lets it go.
 */
export async function migrate(source: DataSource): Promise<number> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await source.runMigrations();
    await runMigrations({ connectionString: (source.options as { url: string }).url, logger: QUIET });
    return applied.length;
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}
