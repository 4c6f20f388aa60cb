import type { FollowedType, FollowReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

/** What somebody follows or may follow. */
export interface Followed {
  readonly type: FollowedType;
  readonly id: string;
}

/** Who follows what. Private: nothing of it is in the log, and no list of followers is answered to anybody. */
@Injectable()
export class FollowStore {
  async exists(tx: Tx, { type, id }: Followed): Promise<boolean> {
    const row = await tx.one<{ found: boolean }>(
      type === 'Idea'
        ? sql`select exists (select from ideas where id = ${id}) as found`
        : type === 'Venture'
          ? sql`select exists (select from ventures where id = ${id}) as found`
          : sql`select exists (select from organisations where id = ${id}) as found`,
    );
    return row?.found ?? false;
  }

  /**
   * Follows because of something the person did, unless they stopped this subject or following by itself altogether.
   * Somebody who voted before they became an author is an author from then on.
   */
  async followOfItself(tx: Tx, personId: string, subject: Followed, reason: FollowReason): Promise<void> {
    await tx.query(sql`
      insert into follows (subject_type, subject_id, person_id, reason)
      select ${subject.type}, ${subject.id}, ${personId}, ${reason}
      where not exists (select from notification_settings where person_id = ${personId} and not follow_automatically)
      on conflict on constraint follows_pk do update set reason = excluded.reason
      where excluded.reason = 'AUTHOR' and follows.reason <> 'AUTHOR'`);
  }

  /** Follows because the person asked to. An author who stopped and comes back is an author still. */
  async choose(tx: Tx, personId: string, subject: Followed): Promise<void> {
    await tx.query(sql`
      insert into follows (subject_type, subject_id, person_id, reason)
      values (${subject.type}, ${subject.id}, ${personId}, 'CHOSEN')
      on conflict on constraint follows_pk do update
      set stopped = false, reason = case when follows.reason = 'AUTHOR' then 'AUTHOR' else 'CHOSEN' end`);
  }

  /** Stops, and remembers it: the next vote or comment does not start it again. */
  async stop(tx: Tx, personId: string, subject: Followed): Promise<void> {
    await tx.query(sql`
      insert into follows (subject_type, subject_id, person_id, reason, stopped)
      values (${subject.type}, ${subject.id}, ${personId}, 'CHOSEN', true)
      on conflict on constraint follows_pk do update set stopped = true`);
  }

  /** A vote that is taken back is no reason any more; what somebody chose stays. */
  async forgetVote(tx: Tx, personId: string, ideaId: string): Promise<void> {
    await tx.query(sql`
      delete from follows where subject_id = ${ideaId} and person_id = ${personId} and reason = 'VOTED' and not stopped`);
  }
}
