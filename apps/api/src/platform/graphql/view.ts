import type { Viewer } from '../auth/viewer.js';
import { raw, sql, type Sql } from '../database/sql.js';

/** How a list is ordered: every term in the same direction, the last one unique, so that a row comparison pages it. */
export interface Order {
  readonly direction: 'asc' | 'desc';
  /** `type` is the SQL type the cursor's text is cast to. */
  readonly by: readonly {
    readonly expression: Sql;
    readonly type: 'bigint' | 'uuid' | 'text' | 'timestamptz' | 'double precision' | 'date' | 'integer';
  }[];
}

export interface PageAsk {
  /** What comes after FROM, given the alias: `ideas t1 join ...`. */
  readonly from: (alias: Sql) => Sql;
  readonly where: (alias: Sql) => readonly Sql[];
  readonly order: (alias: Sql) => Order;
  readonly args: PageArgs;
  /** A stored or estimated total, for lists that state one. */
  readonly total?: Sql;
}

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Describes one object type as columns and expressions; nothing is asked for that the client did not ask for. */
export interface View {
  readonly type: string;
  readonly fields: Record<string, ViewField>;
}

/** The SQL of one field, given the row it is read from. */
export type ViewField = (at: At) => Sql;

/** The place in a statement where a field is written. */
export interface At {
  /** The row's alias. */
  readonly row: Sql;
  /** A column of the row. */
  col(name: string): Sql;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whoever asks for this makes the field the viewer's own. */
  readonly viewer: Viewer;
  /** The viewer, if they belong to an organisation. For the many who belong to none, the field stays what everybody is answered. */
  readonly member: Viewer | undefined;
  /** Whether the row is one of a page: then what is counted is read from where the tail stored it, not counted again. */
  readonly listed: boolean;
  /** The object at the end of a relation, or null: `at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('author_id')}`)`. */
  one(view: View, from: (alias: Sql) => Sql): Sql;
  /** All objects of a short list that is bounded by its nature; `from` may end in ORDER BY. */
  many(view: View, from: (alias: Sql) => Sql): Sql;
  /** A connection: one page of a list of any length. The field's type is an XConnection. */
  page(view: View, ask: PageAsk): Sql;
  /** A value object written over the same row: `support { votes }`. */
  embed(fields: Record<string, ViewField>): Sql;
}

/**
 * Declares the view of an object type. A later module adds fields of its own with `extend`, as it adds them to the
 * schema with `@ResolveField`.
 */
export function defineView(type: string, fields: Record<string, ViewField>): View {
  return { type, fields: { ...fields } };
}

export function extendView(view: View, fields: Record<string, ViewField>): void {
  for (const [name, field] of Object.entries(fields)) {
    if (view.fields[name]) throw new Error(`${view.type}.${name} is declared twice.`);
    view.fields[name] = field;
  }
}

/** Shorthand: the field is a column of the row. */
export function column(name: string): ViewField {
  return (at) => at.col(name);
}

/** The opaque id of a row. */
export function idOf(kind: string, name = 'id'): ViewField {
  return (at) => sql`${raw(`'${kind}_'`)} || ${at.col(name)}`;
}

/** Money from two columns: minor units as text, because JavaScript's numbers end at 2^53. Decimals are added by the type. */
export function money(amount: string, currency = 'currency'): ViewField {
  return (at) => moneyOf(at.col(amount), at.col(currency));
}

export function moneyOf(amount: Sql, currency: Sql): Sql {
  return sql`case when ${amount} is null then null else (select row_to_json(m) from (select ${amount}::text as "minorUnits", ${currency} as currency) m) end`;
}

/** Times leave as ISO 8601 in UTC. */
export function time(name: string): ViewField {
  return (at) => isoTime(at.col(name));
}

export function isoTime(expression: Sql): Sql {
  return sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
