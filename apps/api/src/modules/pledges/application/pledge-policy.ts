import type { PledgeStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { belongsTo, type Viewer } from '../../../platform/auth/index.js';
import { empty, raw, sql, type Sql, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { PledgeStore, type StoredPledge } from '../persistence/pledge-store.js';

/** States in which everyone may know of a pledge: it is or was in force. */
export const PUBLIC_PLEDGE_STATUSES = [
  'PLEDGED',
  'RELEASED',
  'COMMITTED',
  'SETTLED',
] as const satisfies readonly PledgeStatus[];

/** Pledges everybody may see: those in force; and a member, everything of their own organisations. */
export function visiblePledge(pledge: Sql, member: Viewer | undefined): Sql {
  const statuses = raw(`(${PUBLIC_PLEDGE_STATUSES.map((status) => `'${status}'`).join(', ')})`);
  const own = member?.person
    ? sql`
    or exists (select from memberships member where member.organisation_id = ${pledge}.organisation_id
      and member.person_id = ${member.person.id}::uuid and member.left_at is null)`
    : empty;
  return sql`(${pledge}.status in ${statuses} or (${pledge}.status = 'WITHDRAWN' and ${pledge}.in_force_at is not null)${own})`;
}

@Injectable()
export class PledgePolicy {
  constructor(private readonly pledges: PledgeStore) {}

  /**
   * The pledge, when this viewer may know that it exists: asked before locks are taken and again under them.
   *
   * @throws {NotFoundError} absent and hidden look the same.
   */
  async visible(tx: Tx, viewer: Viewer, pledgeId: string): Promise<StoredPledge> {
    const pledge = await this.pledges.find(tx, pledgeId);
    const isPublic = pledge && PUBLIC_PLEDGE_STATUSES.some((status) => status === pledge.status);
    if (!pledge || !(isPublic || belongsTo(viewer, pledge.funderId))) throw new NotFoundError('That pledge');
    return pledge;
  }
}
