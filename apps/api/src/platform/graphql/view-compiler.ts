import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isObjectType,
} from 'graphql';

import { isMember, type Viewer } from '../auth/viewer.js';
import { allOf, join, limit, raw, sql, type Sql } from '../database/sql.js';
import { CURSOR_PARTS, pageSize, readCursor } from './cursor.js';
import {
  isConstant,
  isSame,
  objectType,
  objectTypeOf,
  type Selected,
  selectedFields,
  type Selecting,
} from './selection.js';
import type { At, Order, PageAsk, View, ViewField } from './view.js';

export interface ViewAsk {
  readonly info: Selecting;
  readonly viewer: Viewer;
}

/**
 * What answers a client, as one statement or as two: what is the same for everybody who asks, and what concerns this viewer
 * alone. Which is which shows while they are written: a field whose SQL asks who the viewer is, is theirs.
 */
export interface Parts {
  whole(): Sql;
  /** Undefined where nothing is the same for everybody, or nothing tells which row is which. */
  readonly common: Sql | undefined;
  /** Undefined where nothing is the viewer’s. `keys` say which rows of a page were found, by their `ROW_KEY`. */
  readonly own: ((keys: readonly string[]) => Sql) | undefined;
}

/** Writes the one statement that answers what a client asked for. */
export class ViewCompiler {
  private aliases = 0;
  /** The rows that are of a page. */
  readonly listed = new Set<Sql>();
  /** The rows that the field that is being written asked for more than their ids. */
  readonly asksOf = new Set<Sql>();
  /** Whether it asked who the viewer is, or for what may be another for another execution. */
  private asksViewer = false;
  private varies = false;

  constructor(readonly ask: ViewAsk) {}

  /** Makes the field that is being written the viewer's own. */
  own<T>(value: T): T {
    this.varies = this.asksViewer = true;
    return value;
  }

  /** JSON of one row or none. `declared` is the type the schema says the answer has. */
  one(view: View, nodes: readonly FieldNode[], from: (alias: Sql) => Sql, declared: Declared): Parts {
    const alias = this.alias();
    const row = this.alias();
    const fields = this.fieldsOf(this.typeOf(view), view.fields, nodes, alias, declared);
    const write = (chosen: Fields) => {
      const json = isRecord(chosen) ? sql`row_to_json(${row})` : sql`${row}.node`;
      return sql`(select ${json} from (select ${columnsOf(chosen)} from ${from(alias)} limit 1) ${row})`;
    };
    const [common, own] = apart(fields);
    if (own.length === 0) return alike(write(fields));
    return {
      whole: () => write(fields),
      common: common.length > 0 ? write(common) : undefined,
      own: () => write(own),
    };
  }

  many(view: View, nodes: readonly FieldNode[], from: (alias: Sql) => Sql, declared: Declared): Parts {
    const alias = this.alias();
    const list = this.alias();
    const fields = this.fieldsOf(this.typeOf(view), view.fields, nodes, alias, declared);
    const whole = sql`(select ${listOf(fields, list)} from (select ${columnsOf(fields)} from ${from(alias)}) ${list})`;
    return fields.some(({ isOwn }) => isOwn) ? { whole: () => whole, common: undefined, own: undefined } : alike(whole);
  }

  /**
   * `{ rows: [node with its cursor parts], first }`; the connection type makes edges and page info of it. What nobody
   * asked for is not made: neither cursors nor the row that tells whether more follows.
   */
  page(view: View, nodes: readonly FieldNode[], connection: GraphQLObjectType, ask: PageAsk): Parts {
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
      ...(cursors ? [{ key: CURSOR_PARTS, value: sql`json_build_array(${keys})` }] : []),
    ];
    const direction = raw(order.direction);
    const sorted = join(order.by.map(({ expression }) => sql`${expression} ${direction}`));
    const from = ask.from(alias);
    const where = allOf([...ask.where(alias), ...after]);
    const write = (chosen: Fields) =>
      sql`(select json_build_object('rows', ${listOf(chosen, list)}, 'first', ${raw(String(first))}, 'total', ${ask.total ?? raw('null')})
      from (select ${columnsOf(chosen)} from ${from} where ${where} order by ${sorted} ${limit(more ? first + 1 : first)}) ${list})`;
    const [common, own] = apart(fields);
    if (own.length === 0) return alike(write(fields));
    const unique = order.by.at(-1);
    if (unique === undefined) throw new Error('A list that is ordered by nothing has no pages.');
    const rowKey: Field = { key: ROW_KEY, value: sql`(${unique.expression})::text` };
    const ownRows: Fields = [...own, rowKey];
    const isId = unique.expression.text === `${alias.text}.id`;
    const which = (found: readonly string[]) => sql`${[...found]}::${raw(unique.type)}[]`;
    // Most ask nothing of the row but which it is, and that is known.
    const ownFrom =
      isId && !own.some(({ asksRow }) => asksRow)
        ? (found: readonly string[]) => sql`unnest(${which(found)}) ${alias} (id)`
        : (found: readonly string[]) => sql`${from} where ${unique.expression} = any(${which(found)})`;
    return {
      whole: () => write(fields),
      common: common.length > 0 ? write([...common, rowKey]) : undefined,
      own: (found) =>
        sql`(select ${listOf(ownRows, list)} from (select ${columnsOf(ownRows)} from ${ownFrom(found)}) ${list})`,
    };
  }

  /** An object over the same row. */
  embed(
    type: GraphQLObjectType,
    fields: Record<string, ViewField>,
    nodes: readonly FieldNode[],
    alias: Sql,
    declared: Declared,
  ): Sql {
    return objectOf(this.fieldsOf(type, fields, nodes, alias, declared));
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
    const written: Field[] = isOpen ? [{ key: '__typename', value: sql`${raw(`'${type.name}'`)}::text` }] : [];
    const selection = selectedFields(this.ask.info, type, nodes);
    this.varies ||= !isConstant(selection);
    // The first two aliases are those of the whole answer; of what lies within, nothing is kept by itself.
    const kept = this.aliases === ALIASES_OF_ROOT && isConstant(selection) ? this.keptOf(nodes, fields) : undefined;
    this.aliases = Math.max(this.aliases, kept?.aliases ?? 0);
    for (const [key, selected] of selection) {
      const field = fields[selected.field];
      // A field without an expression is one that a resolver computes from others; the view says which with `needs`.
      if (field === undefined) continue;
      const known = kept?.constant.get(key);
      if (known) written.push(known);
      else {
        const { varies, ...made } = this.written(key, field, { ...selected, type, alias });
        if (kept && !varies) {
          kept.constant.set(key, { ...made, value: inOnePiece(made.value) });
          kept.aliases = this.aliases;
        }
        written.push(made);
      }
    }
    return written;
  }

  private keptOf(nodes: readonly FieldNode[], fields: Record<string, ViewField>): Kept | undefined {
    const [first] = nodes;
    if (first === undefined) return undefined;
    const among = keptByNode[isMember(this.ask.viewer) ? 'MEMBER' : 'NOBODY'];
    const known = among.get(first);
    if (known !== undefined && known.fields === fields && isSame(known.nodes, nodes)) return known;
    const kept: Kept = { nodes, fields, constant: new Map(), aliases: ALIASES_OF_ROOT };
    among.set(first, kept);
    return kept;
  }

  private written(key: string, field: ViewField, asked: Asked): Field & { readonly varies: boolean } {
    const { asksViewer, varies } = this;
    const { alias } = asked;
    const askedOfRow = this.asksOf.delete(alias);
    this.asksViewer = this.varies = false;
    const value = field(new FieldAt(this, asked));
    const made = { key, value, isOwn: this.asksViewer, asksRow: this.asksOf.has(alias), varies: this.varies };
    this.asksViewer ||= asksViewer;
    this.varies ||= varies;
    if (askedOfRow) this.asksOf.add(alias);
    return made;
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

/** The field of a row that is being written. */
interface Asked extends Selected {
  readonly type: GraphQLObjectType;
  readonly alias: Sql;
}

/**
 * What a field is told. Its getters are those of a class: an object that is written down with getters has functions of its
 * own for each, and the engine keeps those, with all they refer to, until it next looks through everything.
 */
class FieldAt implements At {
  constructor(
    private readonly compiler: ViewCompiler,
    private readonly asked: Asked,
  ) {}

  get row(): Sql {
    const { alias } = this.asked;
    this.compiler.asksOf.add(alias);
    return alias;
  }

  col(name: string): Sql {
    const { alias } = this.asked;
    if (name !== 'id') this.compiler.asksOf.add(alias);
    return sql`${alias}.${raw(name)}`;
  }

  get args(): Readonly<Record<string, unknown>> {
    return this.asked.args;
  }

  get viewer(): Viewer {
    return this.compiler.own(this.compiler.ask.viewer);
  }

  get member(): Viewer | undefined {
    const { viewer } = this.compiler.ask;
    return isMember(viewer) ? this.compiler.own(viewer) : undefined;
  }

  get listed(): boolean {
    return this.compiler.listed.has(this.asked.alias);
  }

  one(view: View, from: (alias: Sql) => Sql): Sql {
    return this.compiler.one(view, this.asked.nodes, from, this.declared).whole();
  }

  many(view: View, from: (alias: Sql) => Sql): Sql {
    return this.compiler.many(view, this.asked.nodes, from, this.declared).whole();
  }

  page(view: View, ask: PageAsk): Sql {
    return this.compiler.page(view, this.asked.nodes, this.answersWith, ask).whole();
  }

  embed(fields: Record<string, ViewField>): Sql {
    const { nodes, alias } = this.asked;
    return this.compiler.embed(this.answersWith, fields, nodes, alias, this.declared);
  }

  private get declared(): Declared {
    return this.asked.type.getFields()[this.asked.field]?.type;
  }

  private get answersWith(): GraphQLObjectType {
    return objectTypeOf(this.compiler.ask.info.schema, this.asked.type, this.asked.field);
  }
}

/** What the schema says of a field's type; undefined where nothing does. */
type Declared = GraphQLOutputType | undefined;

/** A field of an object: the key it is stored under, and its SQL. */
interface Field {
  readonly key: string;
  readonly value: Sql;
  /** Whether it asks who the viewer is. */
  readonly isOwn?: boolean;
  /** Whether it asks for more of its row than the id. */
  readonly asksRow?: boolean;
}

type Fields = readonly Field[];

/** What is the same for everybody, and what is the viewer's. */
function apart(fields: Fields): readonly [common: Fields, own: Fields] {
  return [fields.filter(({ isOwn }) => !isOwn), fields.filter(({ isOwn }) => isOwn)];
}

/** Everybody is answered the same. */
function alike(whole: Sql): Parts {
  return { whole: () => whole, common: whole, own: undefined };
}

/** The aliases of the row, or of the list and its rows, that answer a client as a whole. */
const ALIASES_OF_ROOT = 2;

/** Fields of a document whose SQL is the same for every execution, by the key they are stored under. */
interface Kept {
  readonly nodes: readonly FieldNode[];
  readonly fields: Record<string, ViewField>;
  readonly constant: Map<string, Field>;
  /** The last alias that is taken in them. */
  aliases: number;
}

/**
 * A trusted document is parsed once, so that its nodes find them again; those of a document from elsewhere are gone with it.
 * What is the same for all who belong to no organisation is another thing for those who do.
 */
const keptByNode = { MEMBER: new WeakMap<FieldNode, Kept>(), NOBODY: new WeakMap<FieldNode, Kept>() };

/** Without values, a statement is one text, which is put into another at once. */
function inOnePiece(value: Sql): Sql {
  return value.values.length === 0 ? raw(value.text) : value;
}

/** Where a row of a page says which it is, if it is answered in two parts. */
export const ROW_KEY = '__key';

/**
 * Whether an object can be one record, which PostgreSQL writes as JSON in half the time of a list of keys and values. The
 * keys of fields with arguments can be anybody's: they are parameters, and so are no names of columns.
 */
function isRecord(fields: Fields): boolean {
  return fields.length > 0 && fields.every(({ key }) => /^\w{1,60}$/.test(key));
}

/** The columns of a row that becomes an object; one column that holds it where it is no record. */
function columnsOf(fields: Fields): Sql {
  return isRecord(fields)
    ? join(fields.map(({ key, value }) => sql`${value} as ${raw(`"${key}"`)}`))
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
  const pairs = fields.map(
    ({ key, value }) => sql`${/^\w+$/.test(key) ? raw(`'${key}'`) : sql`${key}::text`}, ${value}`,
  );
  if (pairs.length <= PAIRS) return pairs.length === 0 ? sql`'{}'::json` : sql`json_build_object(${join(pairs)})`;
  const parts: Sql[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS)
    parts.push(sql`jsonb_build_object(${join(pairs.slice(start, start + PAIRS))})`);
  return sql`(${join(parts, ' || ')})::json`;
}
