import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

/** Texts that are not logged yet: only their writer ever reads them. */
@Injectable()
export class DraftStore {
  /** Saves a draft; false when the id is another person's. */
  async save(
    tx: Tx,
    draft: { readonly id: string; readonly personId: string; readonly content: object },
  ): Promise<boolean> {
    const saved = await tx.one(sql`
      insert into idea_drafts (id, person_id, content, saved_at)
      values (${draft.id}, ${draft.personId}, ${JSON.stringify(draft.content)}::jsonb, app_now())
      on conflict (id) do update set content = excluded.content, saved_at = excluded.saved_at
        where idea_drafts.person_id = excluded.person_id
      returning id`);
    return saved !== undefined;
  }

  async countOthers(tx: Tx, personId: string, exceptId: string): Promise<number> {
    const row = await tx.one<{ drafts: number }>(sql`
      select count(*)::int as drafts from idea_drafts where person_id = ${personId} and id <> ${exceptId}`);
    return row?.drafts ?? 0;
  }

  async discard(tx: Tx, id: string, personId: string): Promise<void> {
    await tx.query(sql`delete from idea_drafts where id = ${id} and person_id = ${personId}`);
  }
}
