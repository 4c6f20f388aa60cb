import type { LeadAnswer } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

/** Whom an author asked to lead, and what organisations said to it. The caller holds the idea's lock. */
@Injectable()
export class LeadRequestStore {
  /** Those of these organisations that are there, kept from going away. */
  async known(tx: Tx, organisationIds: readonly string[]): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select id from organisations where id = any(${organisationIds}::uuid[]) order by id for key share`);
    return rows.map(({ id }) => id);
  }

  async about(
    tx: Tx,
    ideaId: string,
  ): Promise<{ readonly organisationIds: readonly string[]; readonly waiting: number }> {
    const rows = await tx.query<{ organisationId: string; waits: boolean }>(sql`
      select organisation_id as "organisationId", answered_at is null as waits from lead_requests where idea_id = ${ideaId}`);
    return {
      organisationIds: rows.map(({ organisationId }) => organisationId),
      waiting: rows.filter(({ waits }) => waits).length,
    };
  }

  async ask(
    tx: Tx,
    ideaId: string,
    ask: { readonly organisationIds: readonly string[]; readonly askedById: string; readonly question: string },
  ): Promise<void> {
    for (const organisationId of ask.organisationIds) {
      await tx.query(sql`
        insert into lead_requests (id, idea_id, organisation_id, asked_at, asked_by_id, question)
        values (${newId()}, ${ideaId}, ${organisationId}, app_now(), ${ask.askedById}, ${ask.question})`);
    }
  }

  /** The organisation's answer, in place of the one it gave before. */
  async answer(
    tx: Tx,
    ideaId: string,
    answer: {
      readonly organisationId: string;
      readonly answer: LeadAnswer;
      readonly note: string;
      readonly answeredById: string;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into lead_requests (id, idea_id, organisation_id, answer, answered_at, answered_by_id, note)
      values (${newId()}, ${ideaId}, ${answer.organisationId}, ${answer.answer}, app_now(), ${answer.answeredById}, ${answer.note})
      on conflict on constraint lead_requests_one_per_organisation_key do update
      set answer = excluded.answer, answered_at = excluded.answered_at, answered_by_id = excluded.answered_by_id, note = excluded.note`);
  }

  /** Who answers for an organisation and is told that it is asked. */
  async admins(tx: Tx, organisationId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select person_id as id from memberships
      where organisation_id = ${organisationId} and left_at is null and 'ADMIN' = any(roles) order by person_id`);
    return rows.map(({ id }) => id);
  }
}
