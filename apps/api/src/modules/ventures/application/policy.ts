import { accept, refuse, type Decision } from '@openimpact/domain';

import { belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import type { StoredVenture } from '../persistence/venture-store.js';

export type VenturePolicyReason =
  | { readonly code: 'NOT_IN_COORDINATING_TEAM' }
  | { readonly code: 'NOT_ACTING_FOR_ORGANISATION' }
  | { readonly code: 'NOT_THE_LEAD' };

type Members = Pick<StoredVenture, 'members' | 'team'>;

/** Roles that speak for an organisation. Somebody who only approves money does not. */
export const SPEAKING_ROLES = ['ADMIN', 'MEMBER'] as const;

function speaksForLead(viewer: SignedInViewer, venture: Members): boolean {
  return venture.members.some(
    (member) => member.role === 'LEAD' && belongsTo(viewer, member.organisationId, ...SPEAKING_ROLES),
  );
}

/** Plan, tell, decide and report: the coordinating team, and whoever speaks for the lead organisation. */
export function mayCoordinate(viewer: SignedInViewer, venture: Members): Decision<null, VenturePolicyReason> {
  const inTeam = venture.team.some((member) => member.personId === viewer.person.id);
  return inTeam || speaksForLead(viewer, venture) ? accept(null) : refuse([{ code: 'NOT_IN_COORDINATING_TEAM' }]);
}

/** Write the agenda: whoever speaks for a member organisation, or is in the team. Each then signs or does not. */
export function mayWriteAgenda(viewer: SignedInViewer, venture: Members): Decision<null, VenturePolicyReason> {
  const isMember = venture.members.some((member) => belongsTo(viewer, member.organisationId, ...SPEAKING_ROLES));
  return isMember ? accept(null) : mayCoordinate(viewer, venture);
}

/** End it: only whoever speaks for the lead organisation, which answers for the money. */
export function mayEnd(viewer: SignedInViewer, venture: Members): Decision<null, VenturePolicyReason> {
  return speaksForLead(viewer, venture) ? accept(null) : refuse([{ code: 'NOT_THE_LEAD' }]);
}
