import type { AdoptionAsk } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

@Injectable()
export class AdoptionStore {
  /** The organisations a person belongs to at this moment; membership of the one named cannot end meanwhile. */
  async organisationsHeld(tx: Tx, personId: string, organisationId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select organisation_id as id from memberships
      where person_id = ${personId} and organisation_id = ${organisationId} and left_at is null for share`);
    return rows.map(({ id }) => id);
  }

  async declared(tx: Tx, ideaId: string, organisationId: string): Promise<boolean> {
    const row = await tx.one(sql`
      select id from adoption_interests where idea_id = ${ideaId} and organisation_id = ${organisationId} and withdrawn_at is null for update`);
    return row !== undefined;
  }

  /** Keeps an organisation's word; what it said before about this idea is kept as withdrawn. */
  async replace(tx: Tx, ideaId: string, personId: string, interest: AdoptionAsk): Promise<void> {
    await this.withdraw(tx, ideaId, interest.organisationId);
    await tx.query(sql`
      insert into adoption_interests (id, idea_id, organisation_id, declared_by_id, level, people_served, note, created_at)
      values (${newId()}, ${ideaId}, ${interest.organisationId}, ${personId}, ${interest.level}, ${interest.peopleServed}, ${interest.note ?? ''}, app_now())`);
  }

  async withdraw(tx: Tx, ideaId: string, organisationId: string): Promise<void> {
    await tx.query(sql`
      update adoption_interests set withdrawn_at = app_now()
      where idea_id = ${ideaId} and organisation_id = ${organisationId} and withdrawn_at is null`);
  }
}
