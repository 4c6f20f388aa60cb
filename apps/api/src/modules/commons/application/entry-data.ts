import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** What the shared library holds about a person. */
@Injectable()
export class EntryData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'commons',
      export: (tx, personId) =>
        tx.query(sql`
          select e.slug, v.number as version, v.title, v.summary, v.address, v.body as text, v.licence, v.created_at as "sharedAt"
          from entry_versions v join commons_entries e on e.id = v.entry_id
          where v.shared_by_id = ${personId} order by v.created_at`),
      // What was given under an open licence was given to everybody; the person beside it is no name any more.
      erase: async () => undefined,
    });
  }
}
