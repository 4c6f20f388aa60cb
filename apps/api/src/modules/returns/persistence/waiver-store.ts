import type { Waiver, WaiverAnswer, WaiverStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface StoredWaiver extends Waiver {
  readonly id: string;
  readonly reason: string;
  readonly proposedOn: string;
  /** How much of the agreed money was for the promise, in minor units as text; null when nothing is given back. */
  readonly releaseMinor: string | null;
}

@Injectable()
export class WaiverStore {
  /** The open proposal about a promise. The caller holds the promise's lock. */
  async open(tx: Tx, obligationId: string): Promise<StoredWaiver | undefined> {
    return tx.one<StoredWaiver>(sql`
      select w.id, w.reason, w.reminders, w.release_minor::text as "releaseMinor",
        to_char(w.proposed_at at time zone 'UTC', 'YYYY-MM-DD') as "proposedOn", to_char(w.last_reminder_on, 'YYYY-MM-DD') as "lastReminderOn",
        (select coalesce(json_agg(json_build_object('organisationId', a.organisation_id, 'answer', a.answer)), '[]')
           from waiver_answers a where a.waiver_id = w.id) as answers
      from waivers w where w.obligation_id = ${obligationId} and w.status = 'OPEN'`);
  }

  async propose(
    tx: Tx,
    obligationId: string,
    { reason, release, at }: { readonly reason: string; readonly release: bigint | null; readonly at: Date },
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into waivers (id, obligation_id, status, reason, release_minor, proposed_at)
      values (${id}, ${obligationId}, 'OPEN', ${reason}, ${release?.toString() ?? null}, ${at})`);
    return id;
  }

  async answer(
    tx: Tx,
    waiverId: string,
    answer: {
      readonly organisationId: string;
      readonly answer: WaiverAnswer;
      readonly reason: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into waiver_answers (waiver_id, organisation_id, answer, reason, answered_by_id, answered_at)
      values (${waiverId}, ${answer.organisationId}, ${answer.answer}, ${answer.reason}, ${answer.personId}, ${answer.at})`);
  }

  async decide(tx: Tx, waiverId: string, status: Exclude<WaiverStatus, 'OPEN'>, at: Date): Promise<void> {
    await tx.query(sql`update waivers set status = ${status}, decided_at = ${at} where id = ${waiverId}`);
  }

  /** Who agreed, and who spoke for each. */
  async agreedBy(
    tx: Tx,
    waiverId: string,
  ): Promise<readonly { readonly organisationId: string; readonly personId: string }[]> {
    return tx.query(sql`
      select organisation_id as "organisationId", answered_by_id as "personId" from waiver_answers
      where waiver_id = ${waiverId} and answer = 'AGREES' order by organisation_id`);
  }

  async reminded(tx: Tx, waiverId: string, on: string): Promise<void> {
    await tx.query(
      sql`update waivers set reminders = reminders + 1, last_reminder_on = ${on}::date where id = ${waiverId}`,
    );
  }
}
