import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** What the log holds about the people it told something by name. */
@Injectable()
export class AddresseeData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'told',
      export: async (tx, personId) =>
        tx.query(sql`
          select a.kind, a.occurred_at as "occurredAt"
          from activity_addressees told join activities a on a.id = told.activity_id
          where told.person_id = ${personId} order by a.occurred_at, a.id`),
      erase: async (tx, personId) => {
        await tx.query(sql`delete from activity_addressees where person_id = ${personId}`);
      },
    });
  }
}
