import type { OrganisationRole } from '../shared/vocabulary.js';

/** A person's place in an organisation now. Everybody in it is at least a member. */
export interface Membership {
  readonly personId: string;
  readonly roles: readonly OrganisationRole[];
}

export function holds(membership: Membership | undefined, role: OrganisationRole): boolean {
  return membership?.roles.includes(role) ?? false;
}

/** Roles in one order, each once, with MEMBER: two lists that mean the same are the same. */
export function normaliseRoles(roles: readonly OrganisationRole[]): readonly OrganisationRole[] {
  return (['ADMIN', 'MEMBER', 'APPROVER'] as const).filter((role) => role === 'MEMBER' || roles.includes(role));
}

export function withoutApprover(roles: readonly OrganisationRole[]): readonly OrganisationRole[] {
  return normaliseRoles(roles.filter((role) => role !== 'APPROVER'));
}
