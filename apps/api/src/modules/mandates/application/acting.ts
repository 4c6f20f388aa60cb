import { accept, refuse, type Decision, type OrganisationRole } from '@openimpact/domain';

import { belongsTo, type SignedInViewer, type Viewer, type ViewerMembership } from '../../../platform/auth/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';

/** The viewer may not speak for an organisation in this matter. */
export interface ActingReason {
  readonly code: 'ROLE_MISSING';
  readonly roles: readonly OrganisationRole[];
}

/** Who may promise and move an organisation's money. An approver who is nothing else only approves. */
export const MONEY_ROLES = ['ADMIN', 'MEMBER'] as const satisfies readonly OrganisationRole[];

/** Whether a viewer may act for an organisation where money is concerned. */
export function mayActFor(
  viewer: Viewer,
  organisationId: string,
  roles: readonly OrganisationRole[] = MONEY_ROLES,
): Decision<null, ActingReason> {
  return belongsTo(viewer, organisationId, ...roles) ? accept(null) : refuse([{ code: 'ROLE_MISSING', roles }]);
}

/**
 * The viewer with the roles they hold at this moment, kept from changing until the transaction ends. A request knows its
 * viewer from its beginning; what moves money must not be done with a role that ended while the request waited.
 */
export async function asOfNow(tx: Tx, viewer: SignedInViewer): Promise<SignedInViewer> {
  const memberships = await tx.query<ViewerMembership>(sql`
    select organisation_id as "organisationId", roles from memberships
    where person_id = ${viewer.person.id} and left_at is null order by id for share`);
  return { ...viewer, memberships };
}
