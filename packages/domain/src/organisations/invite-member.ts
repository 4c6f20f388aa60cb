import { accept, refuse, type Decision } from '../shared/decision.js';
import type { OrganisationRole } from '../shared/vocabulary.js';

import { holds, normaliseRoles, withoutApprover, type Membership } from './membership.js';

/** Days an invitation can be accepted. */
export const INVITATION_DAYS = 14;
/** Open invitations of one organisation at a time, so that it cannot be used to send mail to strangers in bulk. */
export const OPEN_INVITATIONS_MOST = 50;

export interface InviteMemberAsk {
  readonly email: string;
  readonly roles: readonly OrganisationRole[];
}

export interface InvitingOrganisation {
  readonly inviter: Membership | undefined;
  /** Whether a member already uses this address. */
  readonly alreadyMember: boolean;
  readonly openInvitations: number;
}

export type InviteMemberRefusalReason =
  | { readonly code: 'NOT_AN_ADMIN' }
  | { readonly code: 'EMAIL_MALFORMED' }
  | { readonly code: 'ALREADY_A_MEMBER' }
  | { readonly code: 'TOO_MANY_INVITATIONS'; readonly most: number };

export interface NewInvitation {
  readonly email: string;
  readonly roles: readonly OrganisationRole[];
  /** Asked for, and decided by a second person once the invitation is accepted. */
  readonly approverAskedFor: boolean;
}

/**
 * Decides whether somebody may be invited. An invitation never makes an approver by itself: the role is
 * asked for, and a second person confirms it when the person has joined.
 */
export function inviteMember(
  ask: InviteMemberAsk,
  organisation: InvitingOrganisation,
): Decision<NewInvitation, InviteMemberRefusalReason> {
  const reasons: InviteMemberRefusalReason[] = [];
  const email = cleanEmail(ask.email);
  if (!holds(organisation.inviter, 'ADMIN')) reasons.push({ code: 'NOT_AN_ADMIN' });
  if (email === null) reasons.push({ code: 'EMAIL_MALFORMED' });
  if (organisation.alreadyMember) reasons.push({ code: 'ALREADY_A_MEMBER' });
  if (organisation.openInvitations >= OPEN_INVITATIONS_MOST) {
    reasons.push({ code: 'TOO_MANY_INVITATIONS', most: OPEN_INVITATIONS_MOST });
  }
  if (reasons.length > 0 || email === null) return refuse(reasons);

  return accept({
    email,
    roles: withoutApprover(normaliseRoles(ask.roles)),
    approverAskedFor: ask.roles.includes('APPROVER'),
  });
}

/** An address as it is compared: trimmed and lower case. Whether it exists is what the mail finds out. */
export function cleanEmail(raw: string): string | null {
  const email = raw.trim().normalize('NFC').toLowerCase();
  const plausible = /^[^\s@"<>(),;:\\\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u.test(email);
  return plausible && email.length <= 254 && !email.includes('..') ? email : null;
}

export interface Invitation {
  readonly status: 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
  readonly expired: boolean;
  /** The address it was sent to, and the verified address of the person who accepts. */
  readonly email: string;
}

export interface Accepting {
  readonly verifiedEmail: string | null;
  readonly alreadyMember: boolean;
}

export type AcceptInvitationRefusalReason =
  | { readonly code: 'INVITATION_NOT_OPEN'; readonly status: string }
  | { readonly code: 'INVITATION_EXPIRED' }
  | { readonly code: 'INVITATION_FOR_ANOTHER_ADDRESS' }
  | { readonly code: 'ALREADY_A_MEMBER' };

/**
 * Decides whether a person may accept an invitation. Holding the link is not enough: a forwarded mail must not
 * let a stranger speak for an organisation, so the link works only for the address it was sent to.
 */
export function acceptInvitation(
  invitation: Invitation,
  person: Accepting,
): Decision<Invitation, AcceptInvitationRefusalReason> {
  const reasons: AcceptInvitationRefusalReason[] = [];
  if (invitation.status !== 'OPEN') reasons.push({ code: 'INVITATION_NOT_OPEN', status: invitation.status });
  else if (invitation.expired) reasons.push({ code: 'INVITATION_EXPIRED' });
  if (person.verifiedEmail?.toLowerCase() !== invitation.email.toLowerCase()) {
    reasons.push({ code: 'INVITATION_FOR_ANOTHER_ADDRESS' });
  }
  if (person.alreadyMember) reasons.push({ code: 'ALREADY_A_MEMBER' });
  return reasons.length > 0 ? refuse(reasons) : accept({ ...invitation, status: 'ACCEPTED' });
}
