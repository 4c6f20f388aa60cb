import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Gates } from '../../ideas/index.js';

/** What gates ask of brief, lead organisation and recorded sessions, and what this module holds about a person. */
@Injectable()
export class PipelineFacts {
  constructor(gates: Gates, personalData: PersonalData) {
    gates.provide(
      'brief',
      (idea) => sql`(select json_build_object('forWhom', b.for_whom, 'outcome', b.outcome, 'approach', b.approach,
          'risks', json_build_object('whatCouldGoWrong', b.what_could_go_wrong, 'forWhom', b.risk_for_whom,
            'howWeWouldNotice', b.how_we_would_notice, 'whenWeWouldStop', b.when_we_would_stop),
          'budget', coalesce((select json_agg(l.position) from budget_lines l where l.idea_id = b.idea_id), '[]'::json))
        from briefs b where b.idea_id = ${idea}.id)`,
    );
    gates.provide(
      'leadOrganisation',
      (idea) =>
        sql`(select json_build_object('verified', o.verified_at is not null) from organisations o where o.id = ${idea}.lead_organisation_id)`,
    );
    gates.provide('sessionRecorded', (idea) => sql`exists (select from hearings h where h.idea_id = ${idea}.id)`);
    personalData.register({
      name: 'pipeline',
      export: async (tx, personId) => ({
        briefsSaved: await tx.query(sql`
          select i.slug as idea, b.saved_at as "savedAt" from briefs b join ideas i on i.id = b.idea_id where b.saved_by_id = ${personId}`),
        sessionsRecorded: await tx.query(sql`
          select i.slug as idea, h.held_on::text as "heldOn" from hearings h join ideas i on i.id = h.idea_id where h.recorded_by_id = ${personId}`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`update briefs set saved_by_id = null where saved_by_id = ${personId}`);
        await tx.query(sql`update hearings set recorded_by_id = null where recorded_by_id = ${personId}`);
      },
    });
  }
}
