import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Gates } from '../../ideas/index.js';

/** What gates ask of returns, and what this module holds about a person. */
@Injectable()
export class ReturnFacts {
  constructor(gates: Gates, personalData: PersonalData) {
    gates.provide(
      'obligations',
      (idea) => sql`(select json_build_object('total', count(*)::int,
        'met', (count(*) filter (where o.state in ('VERIFIED', 'WAIVED')))::int) from obligations o where o.idea_id = ${idea}.id)`,
    );
    personalData.register({
      name: 'returns',
      export: async (tx, personId) => ({
        submitted: await tx.query(sql`
          select r.title, r.summary, r.address, r.body as text, r.licence, r.submitted_at as "submittedAt", r.decision
          from returns r where r.submitted_by_id = ${personId} order by r.submitted_at`),
        decided: await tx.query(sql`
          select r.title, r.decision, r.decision_reason as reason, r.decided_at as "decidedAt"
          from returns r where r.decided_by_id = ${personId} order by r.decided_at`),
        waivers: await tx.query(sql`
          select o.name as organisation, a.answer, a.reason, a.answered_at as "answeredAt"
          from waiver_answers a join organisations o on o.id = a.organisation_id
          where a.answered_by_id = ${personId} order by a.answered_at`),
      }),
      // What was shared and what was verified belongs to everybody; the person beside it is no name any more.
      erase: async () => undefined,
    });
  }
}
