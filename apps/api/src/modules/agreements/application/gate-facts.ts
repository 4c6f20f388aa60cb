import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Gates } from '../../ideas/index.js';

/** What gates ask of agreements, and what this module holds about a person. */
@Injectable()
export class AgreementGateFacts {
  constructor(gates: Gates, personalData: PersonalData) {
    gates.provide(
      'agreement',
      (idea) => sql`(select json_build_object(
        'drafted', count(*) > 0,
        -- signed by the organisation that leads now: the promise of one that no longer leads binds nobody who does
        'signed', coalesce(bool_or(a.status = 'SIGNED' and a.signed_for_organisation_id = ${idea}.lead_organisation_id), false))
        from commons_agreements a where a.idea_id = ${idea}.id)`,
    );
    personalData.register({
      name: 'agreements',
      export: (tx, personId) =>
        tx.query(sql`
          select i.slug as idea, a.version, a.status, a.drafted_by_id = ${personId} as drafted,
            a.signed_by_person_id = ${personId} as signed, a.signed_at as "signedAt"
          from commons_agreements a join ideas i on i.id = a.idea_id
          where a.drafted_by_id = ${personId} or a.signed_by_person_id = ${personId} order by a.drafted_at`),
      // A signature stays: it binds an organisation, and what is left of the person beside it is no name.
      erase: async () => undefined,
    });
  }
}
