import { type Viewer } from '../../../platform/auth/index.js';
import { sql, type Sql } from '../../../platform/database/index.js';

/** An organisation by its address, where the viewer belongs to it now; else no row, as if there were none. */
export function ofMember(organisation: Sql, slug: string, viewer: Viewer): Sql {
  return sql`organisations ${organisation} where ${organisation}.slug = ${slug} and exists (
    select from memberships own where own.organisation_id = ${organisation}.id and own.person_id = ${viewer.person?.id ?? null}::uuid
      and own.left_at is null)`;
}
