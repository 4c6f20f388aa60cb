import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface SecondPersonAct {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  /** What is proposed; a confirmation is of exactly this. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly proposedById: string;
  readonly noticeEndsAt: Date | null;
  readonly status: 'PENDING' | 'CONFIRMED' | 'WITHDRAWN';
}

export interface NewSecondPersonAct {
  readonly kind: string;
  readonly subjectId: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly proposedById: string;
  /** Where notice may stand in for a second person. */
  readonly noticeDays?: number | undefined;
}

@Injectable()
export class SecondPersonStore {
  async propose(tx: Tx, act: NewSecondPersonAct): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into second_person_acts (id, kind, subject_id, content, proposed_by_id, notice_ends_at)
      values (${id}, ${act.kind}, ${act.subjectId}, ${JSON.stringify(act.content)}::jsonb, ${act.proposedById},
        case when ${act.noticeDays ?? null}::int is null then null else app_now() + make_interval(days => ${act.noticeDays ?? 0}::int) end)`);
    return id;
  }

  find(tx: Tx, id: string): Promise<SecondPersonAct | undefined> {
    return tx.one(sql`
      select id, kind, subject_id as "subjectId", content, proposed_by_id as "proposedById", notice_ends_at as "noticeEndsAt", status
      from second_person_acts where id = ${id} for update`);
  }

  /** The act that waits for exactly this. */
  pending(
    tx: Tx,
    kind: string,
    subjectId: string,
    personId: string | null,
  ): Promise<{ readonly id: string } | undefined> {
    return tx.one(sql`
      select id from second_person_acts
      where kind = ${kind} and subject_id = ${subjectId} and status = 'PENDING' and content ->> 'personId' is not distinct from ${personId}`);
  }

  async decide(tx: Tx, id: string, status: 'CONFIRMED' | 'WITHDRAWN', personId: string): Promise<void> {
    await tx.query(sql`
      update second_person_acts set status = ${status}, decided_by_id = ${personId}, decided_at = app_now() where id = ${id} and status = 'PENDING'`);
  }

  /** What was proposed about a person who is no longer there needs nobody's answer. */
  async withdrawAbout(tx: Tx, organisationId: string, personId: string): Promise<void> {
    await tx.query(sql`
      update second_person_acts set status = 'WITHDRAWN', decided_by_id = ${personId}, decided_at = app_now()
      where subject_id = ${organisationId} and content ->> 'personId' = ${personId} and status = 'PENDING'`);
  }

  /** What waited under the same kind gives way to a newer proposal. */
  async withdrawPending(tx: Tx, kind: string, subjectId: string, personId: string): Promise<void> {
    await tx.query(sql`
      update second_person_acts set status = 'WITHDRAWN', decided_by_id = ${personId}, decided_at = app_now()
      where kind = ${kind} and subject_id = ${subjectId} and status = 'PENDING'`);
  }
}
