import { Injectable } from '@nestjs/common';

import type { SignedInViewer, ViewerMembership } from '../../../platform/auth/index.js';
import { Reader, sql } from '../../../platform/database/index.js';

/** The viewer a person is, for commands and demonstration data, which act as people without a browser. */
@Injectable()
export class ViewerOfPerson {
  constructor(private readonly reader: Reader) {}

  /** @throws {Error} when nobody has this handle. */
  async byHandle(handle: string): Promise<SignedInViewer> {
    const found = await this.reader.one<{
      id: string;
      handle: string;
      name: string;
      steward: boolean;
      memberships: ViewerMembership[];
    }>(sql`
      select p.id, p.handle::text, p.name, p.steward, coalesce((
        select json_agg(json_build_object('organisationId', m.organisation_id, 'roles', m.roles) order by m.joined_at)
        from memberships m where m.person_id = p.id and m.left_at is null), '[]'::json) as memberships
      from people p where p.handle = ${handle} and p.deleted_at is null`);
    if (found === undefined) throw new Error(`Nobody has the handle ${handle}.`);
    const { memberships, ...person } = found;
    return { person, memberships, scopes: null, requestId: 'command' };
  }
}
