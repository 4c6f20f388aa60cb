import { sql, type Sql } from '../../../platform/database/index.js';

/**
 * What a funder writes as the reference of its transfer, so that both banks' statements name the request. From the random
 * end of the request's id: short enough to be typed, and not a number that could be guessed from another.
 */
export function requestReference(part: Sql): Sql {
  return sql`('OI-' || upper(right(${part}.id::text, 8)))`;
}
