import { Injectable } from '@nestjs/common';

import { join, sql, type Sql, type Tx } from '../../../platform/database/index.js';
import type { Reportable } from './reportable.js';
import { named } from './text-columns.js';

/** What stands where words are withheld while somebody looks at them, or were removed by the site team. */
export const WITHHELD = '[hidden while the site team looks at it]';
export const REMOVED = '[removed by the site team]';

/** Whole wordings, which are emptied rather than marked. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(['content']);

/**
 * Words that were reported, moved out of their place and back. What is not there is in no list, search, feed, export or
 * message, without any of them knowing of it.
 */
@Injectable()
export class WithheldStore {
  /** Moves the words out. Doing it again changes nothing. */
  async withhold(tx: Tx, kind: Reportable, id: string, mark: string): Promise<void> {
    for (const { table, columns, where, key } of kind.words) {
      const pairs = join(columns.map((column) => sql`${column}::text, to_jsonb(${named(column)})`));
      const moved = await tx.query<{ key: string }>(sql`
        insert into withheld_texts (subject_id, place, row_key, content, withheld_at)
        select ${id}::uuid, ${table}, ${key}, jsonb_build_object(${pairs}), app_now() from ${named(table)} where ${where(id)}
        on conflict do nothing returning row_key as key`);
      if (moved.length === 0) continue;
      await this.write(tx, table, columns, where(id), mark);
    }
  }

  /** Moves the words back, where nobody wrote something else meanwhile. What was removed stays removed. */
  async restore(tx: Tx, kind: Reportable, id: string): Promise<void> {
    for (const { table, columns, where, key } of kind.words) {
      for (const column of columns) {
        const value = JSON_COLUMNS.has(column) ? sql`w.content -> ${column}` : sql`w.content ->> ${column}`;
        await tx.query(sql`
          update ${named(table)} set ${named(column)} = ${value}
          from withheld_texts w
          where w.subject_id = ${id} and w.destroy_at is null and w.place = ${table} and w.row_key = ${key} and ${where(id)}
            and ${named(table)}.${named(column)}::text in (${WITHHELD}, ${REMOVED}, '{}')`);
      }
    }
    await tx.query(sql`delete from withheld_texts where subject_id = ${id} and destroy_at is null`);
  }

  /** Removed: what stood there can come back for as long as its writer may appeal. */
  async remove(tx: Tx, kind: Reportable, id: string, appealDays: number): Promise<void> {
    await this.withhold(tx, kind, id, REMOVED);
    for (const { table, columns, where } of kind.words) await this.write(tx, table, columns, where(id), REMOVED);
    await tx.query(sql`
      update withheld_texts set destroy_at = app_now() + make_interval(days => ${appealDays}) where subject_id = ${id}`);
  }

  private async write(tx: Tx, table: string, columns: readonly string[], where: Sql, mark: string): Promise<void> {
    const marks = columns.map((column) => {
      const value = named(column);
      return JSON_COLUMNS.has(column)
        ? sql`${value} = '{}'::jsonb`
        : sql`${value} = case when ${value} is null or ${value} = '' then ${value} else ${mark} end`;
    });
    await tx.query(sql`update ${named(table)} set ${join(marks)} where ${where}`);
  }

  async isWithheld(tx: Tx, id: string): Promise<boolean> {
    return (await tx.one(sql`select from withheld_texts where subject_id = ${id} limit 1`)) !== undefined;
  }

  async destroyDue(tx: Tx): Promise<void> {
    await tx.query(sql`delete from withheld_texts where destroy_at <= app_now()`);
  }
}
