import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Gates } from '../../ideas/index.js';

/** What gates ask of the shared library, and what it holds about a person. */
@Injectable()
export class EntryData {
  constructor(gates: Gates, personalData: PersonalData) {
    gates.provide(
      'researchLinked',
      (idea) => sql`exists (select from commons_entries e where e.kind = 'USER_RESEARCH' and e.status = 'PUBLISHED'
        and (e.idea_id = ${idea}.id or exists (select from entry_ideas x where x.entry_id = e.id and x.idea_id = ${idea}.id)))`,
    );
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
