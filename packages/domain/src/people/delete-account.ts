import { accept, refuse, type Decision } from '../shared/decision.js';

/** One organisation of a person who wants to go. */
export interface MembershipOfLeaver {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isAdmin: boolean;
  readonly otherActiveAdmins: number;
  readonly otherActiveMembers: number;
}

/** A promise that only this person can still keep, named by the module that knows of it. */
export interface UnfinishedBusiness {
  readonly what: string;
  readonly path: string | null;
}

export interface Leaver {
  readonly handle: string;
  readonly alreadyDeleted: boolean;
  readonly isSteward: boolean;
  readonly otherStewards: number;
  readonly memberships: readonly MembershipOfLeaver[];
  readonly unfinished: readonly UnfinishedBusiness[];
}

export type DeleteAccountRefusalReason =
  | { readonly code: 'CONFIRMATION_DOES_NOT_MATCH'; readonly needed: string }
  | { readonly code: 'LAST_ADMIN'; readonly organisationName: string }
  | { readonly code: 'LAST_STEWARD' }
  | { readonly code: 'UNFINISHED_BUSINESS'; readonly what: string; readonly path: string | null }
  | { readonly code: 'ACCOUNT_ALREADY_DELETED' };

export interface AccountDeletion {
  /** Organisations the person leaves by going. */
  readonly leavesOrganisations: readonly string[];
}

/**
 * Decides whether a person may delete their account now.
 *
 * The right to go is not hindered by convenience: the only reasons against it are people who would be locked out
 * of their organisation, an installation without anybody to run it, and promises that only this person can hand on.
 * Somebody alone in an organisation may go; its public record stays and a steward can appoint an admin.
 */
export function deleteAccount(
  typedHandle: string,
  leaver: Leaver,
): Decision<AccountDeletion, DeleteAccountRefusalReason> {
  if (leaver.alreadyDeleted) return refuse([{ code: 'ACCOUNT_ALREADY_DELETED' }]);

  const reasons: DeleteAccountRefusalReason[] = [];
  if (typedHandle.trim().replace(/^@/, '').toLowerCase() !== leaver.handle.toLowerCase()) {
    reasons.push({ code: 'CONFIRMATION_DOES_NOT_MATCH', needed: leaver.handle });
  }
  for (const membership of leaver.memberships) {
    if (membership.isAdmin && membership.otherActiveAdmins === 0 && membership.otherActiveMembers > 0) {
      reasons.push({ code: 'LAST_ADMIN', organisationName: membership.organisationName });
    }
  }
  if (leaver.isSteward && leaver.otherStewards === 0) reasons.push({ code: 'LAST_STEWARD' });
  for (const { what, path } of leaver.unfinished) reasons.push({ code: 'UNFINISHED_BUSINESS', what, path });
  if (reasons.length > 0) return refuse(reasons);

  return accept({ leavesOrganisations: leaver.memberships.map((membership) => membership.organisationId) });
}
