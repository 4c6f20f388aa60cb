import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { Gates } from '../../ideas/index.js';

/** Tells the pipeline what rounds know of an idea. Discovery rounds find out; they fund nothing yet. */
@Injectable()
export class RoundFacts {
  constructor(gates: Gates) {
    gates.provide(
      'round',
      (idea) => sql`(
        select json_build_object('open', round.status in ('OPEN', 'CLOSING'), 'succeeded', round.status = 'SUCCEEDED')
        from funding_rounds round where round.idea_id = ${idea}.id and round.purpose <> 'DISCOVERY'
        order by round.opened_at desc limit 1)`,
    );
  }
}
