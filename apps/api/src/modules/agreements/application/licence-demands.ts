import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { LicenceDemands } from '../../reuse/index.js';

/** Tells reuse what an agreement asks of a licence: of the newest version that stands, draft or signed. */
@Injectable()
export class AgreementLicenceDemands {
  constructor(demands: LicenceDemands) {
    demands.provide(
      'agreement',
      (
        idea,
      ) => sql`(select json_agg(json_build_object('kind', o.kind, 'title', o.title, 'condition', o.licence_condition) order by o.position)
        from agreement_outputs o where o.agreement_id = (select a.id from commons_agreements a
          where a.idea_id = ${idea}.id and a.status in ('DRAFT', 'SIGNED') order by a.version desc limit 1))`,
    );
  }
}
