import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** That somebody brought in a funder's file is theirs to take along. The grants are the funder's and stay. */
@Injectable()
export class GrantData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'earlierGrants',
      export: async (tx, personId) =>
        tx.query(sql`
          select o.name as organisation, count(*)::int as grants, max(g.imported_at) as "importedAt"
          from earlier_grants g join organisations o on o.id = g.organisation_id where g.imported_by_id = ${personId} group by o.name order by o.name`),
      erase: async () => undefined,
    });
  }
}
