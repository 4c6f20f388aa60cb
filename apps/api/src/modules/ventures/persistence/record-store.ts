import type { Handover, UsersSaid } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import type { By } from './plan-store.js';

export interface StoredUpdate {
  readonly id: string;
  readonly ventureId: string;
  readonly authorId: string;
  readonly title: string;
  readonly body: string;
  readonly published: boolean;
}

/** What a venture tells, decides and reports. */
@Injectable()
export class RecordStore {
  async lockUpdate(tx: Tx, id: string): Promise<StoredUpdate | undefined> {
    return tx.one<StoredUpdate>(sql`
      select id, venture_id as "ventureId", author_id as "authorId", title, body, published_at is not null as published from updates where id = ${id} for update`);
  }

  async saveUpdate(
    tx: Tx,
    update: {
      readonly id: string;
      readonly ventureId: string;
      readonly title: string;
      readonly body: string;
      readonly language: string;
      readonly publish: boolean;
    },
    by: By,
  ): Promise<void> {
    const publishedAt = update.publish ? by.at : null;
    await tx.query(sql`
      insert into updates (id, venture_id, title, body, language, author_id, saved_at, published_at)
      values (${update.id}, ${update.ventureId}, ${update.title}, ${update.body}, ${update.language}, ${by.personId}, ${by.at}, ${publishedAt})
      on conflict (id) do update set title = excluded.title, body = excluded.body, language = excluded.language,
        saved_at = excluded.saved_at, published_at = excluded.published_at`);
  }

  /** Puts the corrected words in the place of those that go into its history. */
  async correctUpdate(
    tx: Tx,
    id: string,
    to: { readonly title: string; readonly body: string; readonly reason: string },
    by: By,
  ): Promise<void> {
    await tx.query(sql`
      insert into update_versions (update_id, number, title, body, reason, corrected_by_id, corrected_at)
      select id, (select count(*) + 1 from update_versions v where v.update_id = ${id}), title, body, ${to.reason}, ${by.personId}, ${by.at}
      from updates where id = ${id}`);
    await tx.query(
      sql`update updates set title = ${to.title}, body = ${to.body}, saved_at = ${by.at} where id = ${id}`,
    );
  }

  /** Which pictures stand under an update. Only those this person sent, and that stand nowhere else. */
  async showPictures(tx: Tx, updateId: string, uploadIds: readonly string[], personId: string): Promise<void> {
    await tx.query(sql`delete from update_pictures where update_id = ${updateId}`);
    if (uploadIds.length === 0) return;
    await tx.query(sql`
      insert into update_pictures (update_id, position, upload_id)
      select ${updateId}::uuid, row_number() over (order by asked.position)::int, u.id
      from unnest(${[...uploadIds]}::uuid[]) with ordinality asked (id, position) join uploads u on u.id = asked.id
      where u.kind = 'PICTURE' and u.uploaded_by_id = ${personId}
        and not exists (select from update_pictures elsewhere where elsewhere.upload_id = u.id)`);
  }

  async addDecision(
    tx: Tx,
    decision: {
      readonly id: string;
      readonly ventureId: string;
      readonly decided: string;
      readonly why: string;
      readonly turnedDown: string;
    },
    by: By,
  ): Promise<void> {
    await tx.query(sql`
      insert into venture_decisions (id, venture_id, decided, why, turned_down, recorded_by_id, recorded_at)
      values (${decision.id}, ${decision.ventureId}, ${decision.decided}, ${decision.why}, ${decision.turnedDown}, ${by.personId}, ${by.at})`);
  }

  /** A second answer to one session breaks `users_said_one_per_session_key`. */
  async addUsersSaid(
    tx: Tx,
    said: UsersSaid & { readonly id: string; readonly ventureId: string; readonly sessionId: string | null },
    by: By,
  ): Promise<void> {
    const answeredAt = said.changed === '' ? null : by.at;
    await tx.query(sql`
      insert into users_said (id, venture_id, session_id, said, changed, people, people_under, heard_on, recorded_by_id, recorded_at, answered_at)
      values (${said.id}, ${said.ventureId}, ${said.sessionId}, ${said.said}, ${said.changed}, ${said.people.count}, ${said.people.under},
        ${said.heardOn}, ${by.personId}, ${by.at}, ${answeredAt})`);
  }

  async addHandover(tx: Tx, ventureId: string, handover: Handover, by: By): Promise<void> {
    await tx.query(sql`
      insert into venture_handovers (venture_id, model, owner_name, from_day, needs, recorded_by_id, recorded_at)
      values (${ventureId}, ${handover.model}, ${handover.ownerName}, ${handover.from}, ${handover.needs}, ${by.personId}, ${by.at})`);
  }
}
