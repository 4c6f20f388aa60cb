import { sql, type Sql, type Tx } from '../../../platform/database/index.js';

/** Whether the site team hid something to look at it, or removed it. */
export function hidden(subjectId: Sql): Sql {
  return sql`(exists (select from withheld_texts w where w.subject_id = ${subjectId})
    or exists (select from reports r where r.subject_id = ${subjectId} and r.status = 'REMOVED'))`;
}

/**
 * The same, asked under the lock of its row, which hiding takes too: whoever wrote it must not write over the mark, nor
 * over what has to be looked at.
 */
export async function isHidden(tx: Tx, subjectId: string): Promise<boolean> {
  const row = await tx.one<{ hidden: boolean }>(sql`select ${hidden(sql`${subjectId}::uuid`)} as hidden`);
  return row?.hidden ?? false;
}
