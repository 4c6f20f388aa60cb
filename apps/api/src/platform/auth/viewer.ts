import type { OrganisationRole } from '@openimpact/domain';

import type { Claim } from './claim.js';

/** An organisation the viewer belongs to now, and what they may do there. */
export interface ViewerMembership {
  readonly organisationId: string;
  readonly roles: readonly OrganisationRole[];
}

/** The person a viewer is. */
export interface ViewerPerson {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** Runs this installation. */
  readonly steward: boolean;
  /** May read and take their data with them, and change nothing. */
  readonly blocked?: boolean;
}

/** Who is asking: nobody signed in, or a person with the organisations they hold and, for a machine, the token's scopes. */
export interface Viewer {
  readonly person: ViewerPerson | null;
  readonly memberships: readonly ViewerMembership[];
  /** Null for a session of a browser, which may do whatever the person may. */
  readonly scopes: readonly string[] | null;
  readonly requestId: string;
  /** Where all this is remembered, and the first statement asked for this viewer has to say whether it still holds. */
  readonly claim?: Claim;
}

export interface SignedInViewer extends Viewer {
  readonly person: ViewerPerson;
}

export function anonymous(requestId: string): Viewer {
  return { person: null, memberships: [], scopes: null, requestId };
}

/** Whether the viewer holds one of the roles in an organisation (any role when none is named). */
export function belongsTo(viewer: Viewer, organisationId: string, ...roles: OrganisationRole[]): boolean {
  return viewer.memberships.some(
    (membership) =>
      membership.organisationId === organisationId &&
      (roles.length === 0 || roles.some((role) => membership.roles.includes(role))),
  );
}

/** Whether the viewer belongs to an organisation at all. */
export function isMember(viewer: Viewer): boolean {
  return viewer.memberships.length > 0;
}

export function organisationIdsOf(viewer: Viewer): readonly string[] {
  return viewer.memberships.map((membership) => membership.organisationId);
}
