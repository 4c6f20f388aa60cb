import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** What was measured and defined is the project's or the standard's and stays; who did it can be taken along, and leads to nobody afterwards. */
@Injectable()
export class MeasurementData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'measurements',
      export: async (tx, personId) => ({
        reported: await tx.query(sql`
          select v.slug as project, i.title as indicator, trim_scale(p.value)::text as value, p.under as "fewerThan", p.period_from::text as "from",
            p.period_to::text as "to", p.recorded_at as "recordedAt"
          from progress_values p join ventures v on v.id = p.venture_id join indicator_versions i on i.id = p.indicator_version_id
          where p.recorded_by_id = ${personId} order by p.recorded_at`),
        measured: await tx.query(sql`
          select o.name as organisation, v.title as indicator, trim_scale(m.value)::text as value, m.under as "fewerThan",
            m.period_from::text as "from", m.period_to::text as "to", m.method, m.taken_back as "takenBack", m.recorded_at as "recordedAt"
          from measurements m join organisations o on o.id = m.organisation_id join indicator_versions v on v.id = m.indicator_version_id
          where m.recorded_by_id = ${personId} order by m.recorded_at`),
        defined: await tx.query(sql`
          select title, definition, version, change_note as "changeNote", created_at as "createdAt"
          from indicator_versions where author_id = ${personId} order by created_at`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`update indicator_versions set author_id = null where author_id = ${personId}`);
      },
    });
  }
}
