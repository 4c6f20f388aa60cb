import { accept, refuse, type Decision, type OrganisationRole } from '@openimpact/domain';

import { belongsTo, type Viewer } from '../../../platform/auth/index.js';

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
