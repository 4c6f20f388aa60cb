import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** What this module holds about a person: offers they made and answered, and what they said does not fit. It stays: others decided on it. */
@Injectable()
export class ReuseData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'reuse',
      export: async (tx, personId) => ({
        offered: await tx.query(sql`
          select i.slug as idea, c.slug as component, o.part, o.covers, o.missing, o.effort, o.saves,
            o.adaptation_fee_minor::text as "adaptationFee", o.maintenance_minor::text as maintenance, o.currency, o.status, o.offered_at as "offeredAt"
          from reuse_offers o join ideas i on i.id = o.idea_id join components c on c.id = o.component_id
          where o.offered_by_id = ${personId} order by o.offered_at`),
        answered: await tx.query(sql`
          select i.slug as idea, c.slug as component, o.status, o.answer_reason as reason, o.answered_at as "answeredAt"
          from reuse_offers o join ideas i on i.id = o.idea_id join components c on c.id = o.component_id
          where o.answered_by_id = ${personId} order by o.answered_at`),
        nothingFits: await tx.query(sql`
          select i.slug as idea, n.because, n.recorded_at as "recordedAt",
            (select json_agg(json_build_object('component', c.slug, 'reason', r.reason)) from nothing_fits_reasons r
              join components c on c.id = r.component_id where r.nothing_fits_id = n.id) as reasons
          from nothing_fits n join ideas i on i.id = n.idea_id where n.recorded_by_id = ${personId} order by n.recorded_at`),
      }),
      erase: async () => undefined,
    });
  }
}
