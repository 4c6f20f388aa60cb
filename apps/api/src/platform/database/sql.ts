import sql, { empty, join, raw, type Sql } from 'sql-template-tag';

/** Conditions joined by AND; no condition is true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : join([...conditions], ' and ');
}

/**
 * Stands in a statement whose best plan depends on its values: a word that is in every text is found by another way than
 * one that is in three. Such a statement is planned each time, where others are planned once for all values.
 */
export const plannedEachTime = raw('/* planned each time */');

/**
 * How many rows at most, written into the statement. As a parameter it would keep the database from planning the
 * statement once for all: not knowing how few are wanted, it would expect many, and plan anew each time.
 */
export function limit(rows: number): Sql {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`A statement cannot be limited to ${rows} rows.`);
  return raw(`limit ${rows}`);
}

/**
 * `sql` keeps text and values apart: what is interpolated becomes a parameter unless it is `Sql` itself.
 *
 *     sql`select title from ideas where slug = ${slug}`
 */
export { empty, join, raw, sql };
export type { Sql };
