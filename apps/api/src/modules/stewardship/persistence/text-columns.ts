import { raw, type Reader, sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** A column that words of a person may stand in. */
export interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly kind: 'text' | 'json' | 'list' | 'address';
  /** Whether two rows may not say the same there. */
  readonly unique: boolean;
  /** The columns of the table that name who wrote a row. */
  readonly writers: readonly string[];
}

/**
 * Columns of text that redaction leaves alone, and why. Every other one is reached, so that a new column is by being
 * there. A key is a table, `table.column`, or a column's name wherever it stands.
 */
export const NOT_REDACTED: Readonly<Record<string, string>> = {
  activities: 'codes and ids; the content of the log is destroyed with its salt',
  activity_contents: 'destroyed with its salt, not rewritten: a leaf must not be found again from what is left',
  auth_users: 'an account: its owner changes or deletes it',
  auth_accounts: 'an account',
  auth_sessions: 'a session',
  auth_verifications: 'a one-time link',
  idempotency_keys: 'ids of results',
  migrations: 'names of migrations',
  'people.name': 'the name somebody chose for themself; they change it',
  'people.handle': 'as the name',
  'organisations.name': 'a public name',
  'organisations.slug': 'a public name',
  'idea_pseudonyms.name': 'drawn from a list',
  'mails.to_address': 'the recipient’s own address',
  'mails.recipient_key': 'a key',
  'mails.event': 'a key',
  'second_person_acts.kind': 'a code',
  ledger_transactions: 'codes and ids',
  'withheld_texts.place': 'a table and a column',
  'withheld_texts.row_key': 'an id',
  rate_limits: 'keyed hashes',
  language: 'a code',
  licence: 'a licence expression',
};

/** Whether redaction leaves a column alone. */
export function isLeftAlone(table: string, column: string): boolean {
  return [table, column, `${table}.${column}`].some((key) => Object.hasOwn(NOT_REDACTED, key));
}

interface Found {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly unique: boolean;
  readonly writers: readonly string[];
}

const WRITERS = ['author_id', 'person_id', 'offered_by_id', 'shared_by_id', 'saved_by_id', 'recorded_by_id'];

/**
 * Every column of the database that may hold words of a person, read from its catalogue: nothing has to be registered,
 * and nothing can be forgotten. Columns held to a list of codes by a constraint are none, and neither are generated ones,
 * which follow by themselves.
 */
export async function textColumns(reader: Reader | Tx): Promise<readonly TextColumn[]> {
  const found = await (reader as Tx).query<Found>(sql`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and pg_get_indexdef(i.indexrelid) ~ ('\\m' || a.attname || '\\M')) as "unique",
      array(select w.attname::text from pg_attribute w where w.attrelid = c.oid and w.attname = any(${WRITERS}::text[]) and not w.attisdropped) as writers
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and format_type(a.atttypid, null) in ('text', 'citext', 'character varying', 'jsonb', 'text[]', 'citext[]')
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) ~ 'ARRAY\\[|~ ''\\^')
    order by c.relname, a.attnum`);
  return found
    .filter(({ table, column }) => !isLeftAlone(table, column))
    .map(({ table, column, type, unique, writers }) => ({
      table,
      column,
      kind: kindOf(column, type),
      unique,
      writers,
    }));
}

function kindOf(column: string, type: string): TextColumn['kind'] {
  if (type === 'jsonb') return 'json';
  if (type.endsWith('[]')) return 'list';
  return /(?:^|_)slug$/.test(column) ? 'address' : 'text';
}

/** How a text is looked for: as whole words, whatever its capitals and however its words are spaced. */
export class Wanted {
  readonly pattern: string;
  readonly like: string;

  constructor(text: string) {
    const words = text.split(/\s+/u);
    const spelled = words.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`));
    // Within JSON a line ends in two characters, and a quotation mark stands behind a backslash.
    const inJson = spelled.map((word) => word.replaceAll(/\\(["\\])/gu, String.raw`\\*\$1`));
    this.pattern = `(?<![[:alnum:]])${inJson.join(String.raw`(?:\s|\\n)+`)}(?![[:alnum:]])`;
    this.like = `%${words.map((word) => word.replaceAll(/[\\%_"]/gu, (sign) => (sign === '"' ? '%' : `\\${sign}`))).join('%')}%`;
  }
}

export function named(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** Whether a row's column holds what is wanted. */
export function holds(column: TextColumn, wanted: Wanted): Sql {
  const value = named(column.column);
  const text = column.kind === 'text' ? sql`${value}::text` : sql`(${value})::text`;
  return sql`${text} ilike ${wanted.like} and ${text} ~* ${wanted.pattern}`;
}

/** The column's value without what is wanted. */
export function without(column: TextColumn, wanted: Wanted, mark: string): Sql {
  const value = named(column.column);
  if (column.kind === 'json') return sql`regexp_replace(${value}::text, ${wanted.pattern}, ${mark}, 'gi')::jsonb`;
  if (column.kind === 'list') {
    return sql`(select array_agg(regexp_replace(member::text, ${wanted.pattern}, ${mark}, 'gi') order by position) from unnest(${value}) with ordinality as members (member, position))`;
  }
  // Where two rows may not say the same, each mark is one of its own.
  const own = column.unique ? sql`${mark} || ' ' || substr(md5(random()::text), 1, 6)` : sql`${mark}`;
  return sql`regexp_replace(${value}::text, ${wanted.pattern}, ${own}, 'gi')`;
}
