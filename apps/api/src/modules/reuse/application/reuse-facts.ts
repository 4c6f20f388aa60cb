import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { Gates } from '../../ideas/index.js';

/** Tells the gates whether what exists was looked at: an offer accepted, or "nothing fits" with its reasons. */
@Injectable()
export class ReuseFacts {
  constructor(gates: Gates) {
    gates.provide(
      'reuse',
      (idea) => sql`json_build_object(
        'offersAccepted', (select count(*)::int from reuse_offers o where o.idea_id = ${idea}.id and o.status = 'ACCEPTED'),
        'nothingFitsRecorded', exists (select from nothing_fits n where n.idea_id = ${idea}.id))`,
    );
  }
}
