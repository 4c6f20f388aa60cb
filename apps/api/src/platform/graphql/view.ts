import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isObjectType,
} from 'graphql';

import type { Viewer } from '../auth/viewer.js';
import { allOf, join, limit, raw, sql, type Sql } from '../database/sql.js';
import { BadUserInputError } from './errors.js';
import { objectType, objectTypeOf, selectedFields, type Selecting } from './selection.js';

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

export const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;

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
  readonly viewer: Viewer;
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

export interface ViewAsk {
  readonly info: Selecting;
  readonly viewer: Viewer;
}

/** Writes the one statement that answers what a client asked for. */
export class ViewCompiler {
  private aliases = 0;
  private readonly listed = new Set<Sql>();

  constructor(private readonly ask: ViewAsk) {}

  /** JSON of one row or none. `declared` is the type the schema says the answer has. */
  one(view: View, nodes: readonly FieldNode[], from: (alias: Sql) => Sql, declared: Declared): Sql {
    const alias = this.alias();
    const row = this.alias();
    const fields = this.fieldsOf(this.typeOf(view), view.fields, nodes, alias, declared);
    const json = isRecord(fields) ? sql`row_to_json(${row})` : sql`${row}.node`;
    return sql`(select ${json} from (select ${columnsOf(fields)} from ${from(alias)} limit 1) ${row})`;
  }

  many(view: View, nodes: readonly FieldNode[], from: (alias: Sql) => Sql, declared: Declared): Sql {
    const alias = this.alias();
    const list = this.alias();
    const fields = this.fieldsOf(this.typeOf(view), view.fields, nodes, alias, declared);
    return sql`(select ${listOf(fields, list)} from (select ${columnsOf(fields)} from ${from(alias)}) ${list})`;
  }

  /**
   * `{ rows: [node with its cursor parts], first }`; the connection type makes edges and page info of it. What nobody
   * asked for is not made: neither cursors nor the row that tells whether more follows.
   */
  page(view: View, nodes: readonly FieldNode[], connection: GraphQLObjectType, ask: PageAsk): Sql {
    const first = pageSize(ask.args.first);
    const alias = this.alias();
    this.listed.add(alias);
    const list = this.alias();
    const order = ask.order(alias);
    const terms = join(order.by.map(({ expression }) => expression));
    const after = ask.args.after ? [this.beyond(order, ask.args.after, terms)] : [];
    const { asked, cursors, more } = this.askedOfPage(connection, nodes);
    const keys = join(order.by.map(({ expression }) => sql`(${expression})::text`));
    const fields: Fields = [
      ...this.fieldsOf(this.typeOf(view), view.fields, asked, alias, connection.getFields()['nodes']?.type),
      ...(cursors ? [[CURSOR_PARTS, sql`json_build_array(${keys})`] as const] : []),
    ];
    const direction = raw(order.direction);
    const sorted = join(order.by.map(({ expression }) => sql`${expression} ${direction}`));
    return sql`(select json_build_object('rows', ${listOf(fields, list)}, 'first', ${raw(String(first))}, 'total', ${ask.total ?? raw('null')})
      from (select ${columnsOf(fields)} from ${ask.from(alias)} where ${allOf([...ask.where(alias), ...after])} order by ${sorted} ${limit(more ? first + 1 : first)}) ${list})`;
  }

  private typeOf(view: View): GraphQLObjectType {
    return objectType(this.ask.info.schema, view.type);
  }

  private fieldsOf(
    type: GraphQLObjectType,
    fields: Record<string, ViewField>,
    nodes: readonly FieldNode[],
    alias: Sql,
    declared: Declared,
  ): Fields {
    // Only where the schema leaves open which type it is has an answer to say so itself.
    const isOpen = declared === undefined || isAbstractType(getNamedType(declared));
    const pairs: [string, Sql][] = isOpen ? [['__typename', sql`${raw(`'${type.name}'`)}::text`]] : [];
    for (const [key, selected] of selectedFields(this.ask.info, type, nodes)) {
      const field = fields[selected.field];
      // A field without an expression is one that a resolver computes from others; the view says which with `needs`.
      if (field === undefined) continue;
      pairs.push([key, field(this.at(type, selected.field, selected.args, selected.nodes, alias))]);
    }
    return pairs;
  }

  private at(
    type: GraphQLObjectType,
    field: string,
    args: Readonly<Record<string, unknown>>,
    nodes: readonly FieldNode[],
    alias: Sql,
  ): At {
    const answersWith = (): GraphQLObjectType => objectTypeOf(this.ask.info.schema, type, field);
    const declared = type.getFields()[field]?.type;
    return {
      row: alias,
      col: (name) => sql`${alias}.${raw(name)}`,
      args,
      viewer: this.ask.viewer,
      listed: this.listed.has(alias),
      one: (view, from) => this.one(view, nodes, from, declared),
      many: (view, from) => this.many(view, nodes, from, declared),
      page: (view, ask) => this.page(view, nodes, answersWith(), ask),
      embed: (fields) => objectOf(this.fieldsOf(answersWith(), fields, nodes, alias, declared)),
    };
  }

  /** A connection's nodes are asked for as `nodes { }` or as `edges { node { } }`, or both. */
  private askedOfPage(connection: GraphQLObjectType, nodes: readonly FieldNode[]) {
    const { info } = this.ask;
    const fields = selectedFields(info, connection, nodes);
    const within = (field: string) => {
      const type = getNamedType(connection.getFields()[field]?.type);
      return isObjectType(type) ? selectedFields(info, type, fields.get(field)?.nodes ?? []) : undefined;
    };
    const [edges, pageInfo] = [within('edges'), within('pageInfo')];
    return {
      asked: [...(fields.get('nodes')?.nodes ?? []), ...(edges?.get('node')?.nodes ?? [])],
      cursors: edges?.has('cursor') === true || pageInfo?.has('endCursor') === true,
      more: pageInfo?.has('hasNextPage') === true,
    };
  }

  private beyond(order: Order, after: string, terms: Sql): Sql {
    const values = readCursor(
      after,
      order.by.map(({ type }) => type),
    );
    const bounds = join(order.by.map(({ type }, index) => sql`${values[index]}::${raw(type)}`));
    return order.direction === 'asc' ? sql`(${terms}) > (${bounds})` : sql`(${terms}) < (${bounds})`;
  }

  private alias(): Sql {
    this.aliases += 1;
    return raw(`t${this.aliases}`);
  }
}

/** What the schema says of a field's type; undefined where nothing does. */
type Declared = GraphQLOutputType | undefined;

/** The fields of an object by the keys they are stored under. */
type Fields = readonly (readonly [key: string, value: Sql])[];

/** Where a row of a page holds what its cursor is made of. */
export const CURSOR_PARTS = '__cursor';

/**
 * Whether an object can be one record, which PostgreSQL writes as JSON in half the time of a list of keys and values. The
 * keys of fields with arguments can be anybody's: they are parameters, and so are no names of columns.
 */
function isRecord(fields: Fields): boolean {
  return fields.length > 0 && fields.every(([key]) => /^\w{1,60}$/.test(key));
}

/** The columns of a row that becomes an object; one column that holds it where it is no record. */
function columnsOf(fields: Fields): Sql {
  return isRecord(fields)
    ? join(fields.map(([key, value]) => sql`${value} as ${raw(`"${key}"`)}`))
    : sql`${objectOf(fields)} as node`;
}

/** The objects of such rows as a list. */
function listOf(fields: Fields, rows: Sql): Sql {
  return sql`coalesce(json_agg(${isRecord(fields) ? rows : sql`${rows}.node`}), '[]'::json)`;
}

/** An object over the row at hand. PostgreSQL functions take at most 100 arguments, so a wide one is merged from parts. */
function objectOf(fields: Fields): Sql {
  if (isRecord(fields)) return sql`(select row_to_json(o) from (select ${columnsOf(fields)}) o)`;
  const PAIRS = 45;
  const pairs = fields.map(([key, value]) => sql`${/^\w+$/.test(key) ? raw(`'${key}'`) : sql`${key}::text`}, ${value}`);
  if (pairs.length <= PAIRS) return pairs.length === 0 ? sql`'{}'::json` : sql`json_build_object(${join(pairs)})`;
  const parts: Sql[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS)
    parts.push(sql`jsonb_build_object(${join(pairs.slice(start, start + PAIRS))})`);
  return sql`(${join(parts, ' || ')})::json`;
}

export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
    throw new BadUserInputError(`first must be a whole number from 1 to ${MAX_PAGE}.`);
  return size;
}

export function writeCursor(keys: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

type KeyType = Order['by'][number]['type'];

const NUMBER = /^-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|infinity)$/i;
const MOMENT = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2}){0,2}$/;

/** What each part of a cursor looks like: a cursor comes from outside, whatever we once wrote into it. */
const LOOKS_LIKE: Readonly<Record<KeyType, (key: string) => boolean>> = {
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  integer: (key) => /^-?\d{1,9}$/.test(key),
  'double precision': (key) => NUMBER.test(key) && (Number.isFinite(Number(key)) || /infinity/i.test(key)),
  uuid: (key) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
  date: (key) => /^\d{4}-\d{2}-\d{2}$/.test(key) && !Number.isNaN(Date.parse(key)),
  timestamptz: (key) => MOMENT.test(key) && !Number.isNaN(Date.parse(key.slice(0, 19).replace(' ', 'T'))),
  text: (key) => key.isWellFormed() && !key.includes('\0'),
};

function readCursor(cursor: string, types: readonly KeyType[]): string[] {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadUserInputError(NO_CURSOR);
  }
  const read = Array.isArray(keys) ? (keys as readonly unknown[]) : [];
  if (read.length !== types.length || !types.every((type, at) => isKey(read[at], type))) {
    throw new BadUserInputError(NO_CURSOR);
  }
  return read as string[];
}

const NO_CURSOR = 'after is not a cursor of this list. Use the endCursor of the page before.';

function isKey(key: unknown, type: KeyType): key is string {
  return typeof key === 'string' && LOOKS_LIKE[type](key);
}
