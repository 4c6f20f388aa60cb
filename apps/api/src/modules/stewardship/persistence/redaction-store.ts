import { randomBytes } from 'node:crypto';

import { REDACTED, type RedactionKind, slugFor } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { join, newId, Reader, raw, sql, type Tx } from '../../../platform/database/index.js';
import { holds, named, type TextColumn, textColumns, Wanted, without } from './text-columns.js';

/** In how many rows of a column a text stands. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

/** Finds and takes out a text, wherever it stands. */
@Injectable()
export class RedactionStore {
  constructor(private readonly reader: Reader) {}

  /** Reads only, outside any transaction: a large table is looked through without holding anything. */
  async places(text: string): Promise<readonly Place[]> {
    const places: Place[] = [];
    for (const column of await this.columns(text, this.reader)) {
      const row = await this.reader.one<{ rows: number }>(sql`
        select count(*)::int as rows from ${named(column.table)} where ${holds(column, wantedIn(column, text))}`);
      if (row !== undefined && row.rows > 0)
        places.push({ table: column.table, column: column.column, rows: row.rows });
    }
    const log = await this.reader.one<{ rows: number }>(sql`
      select count(*)::int as rows from activity_contents where ${holds(LOG, new Wanted(text))}`);
    if (log !== undefined && log.rows > 0) places.push({ table: LOG.table, column: LOG.column, rows: log.rows });
    return places;
  }

  /** Files in whose words the text stands, and who sent them. */
  async filesWith(tx: Tx, text: string): Promise<readonly { readonly id: string; readonly sentById: string }[]> {
    return tx.query(sql`
      select u.id, u.uploaded_by_id as "sentById" from upload_words join uploads u on u.id = upload_id
      where ${holds(WORDS_OF_FILES, new Wanted(text))} order by u.id for update of u`);
  }

  /** Takes a text out of these places. Answers who wrote what was changed. */
  async takeOut(tx: Tx, text: string, places: readonly Place[]): Promise<ReadonlySet<string>> {
    const writers = new Set<string>();
    // Logs that refuse change let words go while this is set, until the transaction ends.
    await tx.query(sql`select set_config('openimpact.redacting', 'on', true)`);
    const columns = await this.columns(text, tx);
    await this.replaceHashes(tx, columns, text, places);
    for (const column of columns) {
      if (!places.some((place) => place.table === column.table && place.column === column.column)) continue;
      if (column.kind === 'address') await this.readdress(tx, column, text);
      else if (column.table === 'idea_revisions') await this.takeOutOfRevisions(tx, column, text);
      else for (const writer of await this.takeOutOf(tx, column, text)) writers.add(writer);
    }
    await this.destroyLog(tx, new Wanted(text));
    // Made from a text under a key: no use to anybody without the installation's secret, and gone all the same.
    await tx.query(sql`update personal_data_questions set found_key = null where found_key is not null`);
    return writers;
  }

  /**
   * A request that held the text left a hash without a salt, so that a retry is known. A retry comes within the day;
   * the hash goes after it, and with it the last thing that could be tried against.
   */
  async forgetRequests(tx: Tx): Promise<void> {
    await tx.query(sql`delete from idempotency_keys where created_at < statement_timestamp() - interval '1 day'`);
  }

  async record(
    tx: Tx,
    redaction: {
      readonly kind: RedactionKind;
      readonly subject: { readonly type: string; readonly id: string } | null;
      readonly places: number;
      readonly stewardId: string;
    },
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into redactions (id, kind, subject_type, subject_id, places, redacted_by_id, redacted_at)
      values (${id}, ${redaction.kind}, ${redaction.subject?.type ?? null}, ${redaction.subject?.id ?? null}::uuid, ${redaction.places}, ${redaction.stewardId}, app_now())`);
    return id;
  }

  private async columns(text: string, reader: Reader | Tx): Promise<readonly TextColumn[]> {
    const columns = await textColumns(reader);
    // An address spells a title in its own way; a text without a letter or figure stands in none.
    return slugFor(text) === 'idea' ? columns.filter(({ kind }) => kind !== 'address') : columns;
  }

  /** A hash without a salt over a whole record: a short text in it is found by trying. What refers to it follows. */
  private async replaceHashes(
    tx: Tx,
    columns: readonly TextColumn[],
    text: string,
    places: readonly Place[],
  ): Promise<void> {
    const hashed = await tx.query<{ table: string }>(sql`
      select c.relname as "table" from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'content_hash' and not a.attisdropped`);
    for (const column of columns) {
      if (!hashed.some(({ table }) => table === column.table)) continue;
      if (!places.some((place) => place.table === column.table && place.column === column.column)) continue;
      const rows = await tx.query<{ hash: Buffer }>(sql`
        select distinct content_hash as hash from ${named(column.table)} where ${holds(column, wantedIn(column, text))}`);
      for (const { hash } of rows) {
        const another = randomBytes(32);
        for (const { table } of hashed)
          await tx.query(sql`update ${named(table)} set content_hash = ${another} where content_hash = ${hash}`);
      }
    }
  }

  private async takeOutOf(tx: Tx, column: TextColumn, text: string): Promise<readonly string[]> {
    const wanted = wantedIn(column, text);
    const told = column.writers.length === 0 ? raw(`'{}'::uuid[]`) : sql`array[${join(column.writers.map(named))}]`;
    const rows = await tx.query<{ writers: (string | null)[] }>(sql`
      update ${named(column.table)} set ${named(column.column)} = ${without(column, wanted, REDACTED)}
      where ${holds(column, wanted)} returning ${told}::uuid[] as writers`);
    return rows.flatMap(({ writers }) => writers.filter((writer) => writer !== null));
  }

  /** What is left of a wording stays readable; its salt and fingerprint go, here and where the log repeats the fingerprint. */
  private async takeOutOfRevisions(tx: Tx, column: TextColumn, text: string): Promise<void> {
    const wanted = wantedIn(column, text);
    if (column.column !== 'content') return;
    const before = await tx.query<{ fingerprint: string }>(sql`
      select encode(fingerprint, 'hex') as fingerprint from idea_revisions
      where ${holds(column, wanted)} and fingerprint is not null for update`);
    await tx.query(sql`
      update idea_revisions set content = ${without(column, wanted, REDACTED)}, salt = null, fingerprint = null, redacted_at = app_now()
      where ${holds(column, wanted)}`);
    for (const { fingerprint } of before) await this.destroyLog(tx, new Wanted(fingerprint));
  }

  /** An address that spells the text gives way to another; the log forgets the old one too. */
  private async readdress(tx: Tx, column: TextColumn, text: string): Promise<void> {
    const wanted = wantedIn(column, text);
    const name = named(column.column);
    const before = await tx.query<{ slug: string }>(sql`
      select ${name} as slug from ${named(column.table)} where ${holds(column, wanted)} for update`);
    for (const { slug } of before) {
      await tx.query(sql`
        update ${named(column.table)}
        set ${name} = coalesce(nullif(trim('-' from regexp_replace(regexp_replace(${name}, ${wanted.pattern}, '', 'gi'), '-+', '-', 'g')), ''), 'entry')
          || '-' || substr(md5(random()::text), 1, 6)
        where ${name} = ${slug}`);
      await this.destroyLog(tx, new Wanted(slug));
    }
  }

  /** Content and salt are destroyed; the leaf stays, and the chain verifies. */
  private async destroyLog(tx: Tx, wanted: Wanted): Promise<void> {
    await tx.query(sql`delete from activity_contents where ${holds(LOG, wanted)}`);
  }
}

const WORDS_OF_FILES: TextColumn = {
  table: 'upload_words',
  column: 'words',
  kind: 'text',
  unique: false,
  writers: [],
};

const LOG: TextColumn = { table: 'activity_contents', column: 'content', kind: 'json', unique: false, writers: [] };

/** As the column spells it: an address has its own way to write a name. */
function wantedIn(column: TextColumn, text: string): Wanted {
  return new Wanted(column.kind === 'address' ? slugFor(text) : text);
}
