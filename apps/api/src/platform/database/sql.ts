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
 * `sql` keeps text and values apart: what is interpolated becomes a parameter unless it is `Sql` itself.
 *
 *     sql`select title from ideas where slug = ${slug}`
 */
export { empty, join, raw, sql };
export type { Sql };
