import { accept, refuse, type Decision } from '../shared/decision.js';
import type { OrganisationRole } from '../shared/vocabulary.js';

import { holds, normaliseRoles, withoutApprover, type Membership } from './membership.js';

export interface ChangeRoleAsk {
  readonly actorId: string;
  readonly personId: string;
  /** None: the person leaves, or is removed. */
  readonly roles: readonly OrganisationRole[];
}

export type ChangeRoleRefusalReason =
  | { readonly code: 'NOT_AN_ADMIN' }
  | { readonly code: 'NOT_A_MEMBER' }
  | { readonly code: 'LAST_ADMIN' }
  | { readonly code: 'NOTHING_CHANGES' };

export type RoleChange =
  | { readonly kind: 'LEFT'; readonly personId: string }
  | {
      readonly kind: 'CHANGED';
      readonly personId: string;
      readonly roles: readonly OrganisationRole[];
      /** The approver's role is asked for and waits for a second person; the rest is in force at once. */
      readonly approverAskedFor: boolean;
    };

/**
 * Decides a change of roles in an organisation, leaving included.
 *
 * Giving up a role or leaving is everybody's own decision; anything else is an admin's. The last admin stays
 * while there are others, who would be locked out. The approver's role takes two people (see `confirmApprover`):
 * whoever could make approvers alone could approve their own pledges through a second account.
 *
 * The caller must hold a lock on the organisation: two admins leaving at once would each see the other.
 */
export function changeRole(
  ask: ChangeRoleAsk,
  members: readonly Membership[],
): Decision<RoleChange, ChangeRoleRefusalReason> {
  const actor = members.find((member) => member.personId === ask.actorId);
  const target = members.find((member) => member.personId === ask.personId);
  if (target === undefined) return refuse([{ code: holds(actor, 'ADMIN') ? 'NOT_A_MEMBER' : 'NOT_AN_ADMIN' }]);

  const leaves = ask.roles.length === 0;
  const roles = leaves ? [] : normaliseRoles(ask.roles);
  const asksForMore = roles.some((role) => !target.roles.includes(role));
  const isOwnStepDown = ask.actorId === ask.personId && !asksForMore;

  const reasons: ChangeRoleRefusalReason[] = [];
  if (!holds(actor, 'ADMIN') && !isOwnStepDown) reasons.push({ code: 'NOT_AN_ADMIN' });

  const others = members.filter((member) => member.personId !== ask.personId);
  const losesAdmin = holds(target, 'ADMIN') && !roles.includes('ADMIN');
  const aloneThere = leaves && others.length === 0;
  if (losesAdmin && !aloneThere && !others.some((member) => holds(member, 'ADMIN')))
    reasons.push({ code: 'LAST_ADMIN' });

  const same = !leaves && roles.length === target.roles.length && !asksForMore;
  if (same) reasons.push({ code: 'NOTHING_CHANGES' });
  if (reasons.length > 0) return refuse(reasons);
  if (leaves) return accept({ kind: 'LEFT', personId: ask.personId });

  const approverAskedFor = roles.includes('APPROVER') && !holds(target, 'APPROVER');
  return accept({
    kind: 'CHANGED',
    personId: ask.personId,
    roles: approverAskedFor ? withoutApprover(roles) : roles,
    approverAskedFor,
  });
}

export type SecondPersonRefusalReason =
  | { readonly code: 'SECOND_PERSON_IS_THE_FIRST' }
  | { readonly code: 'SECOND_PERSON_IS_THE_CANDIDATE' }
  | { readonly code: 'NEEDS_AN_APPROVER_OR_STEWARD' };

export interface ConfirmApproverAsk {
  readonly confirmerId: string;
  readonly confirmerIsSteward: boolean;
  readonly proposedById: string;
  readonly candidateId: string;
}

export type ConfirmApproverRefusalReason = SecondPersonRefusalReason | { readonly code: 'CANDIDATE_NOT_A_MEMBER' };

/** An act of an organisation that one person proposed. `candidateId`: whom it is about, when it is about a person. */
export interface SecondPersonAsk extends Omit<ConfirmApproverAsk, 'candidateId'> {
  readonly candidateId: string | null;
}

/**
 * Everything against a person being the second one for an act of an organisation.
 *
 * The second person is an approver of the organisation other than the proposer and whom it is about. Where there is
 * none, it is a steward who is not in the organisation: an admin would not do, because an admin can be made by one
 * person alone.
 */
export function againstSecondPerson(
  ask: SecondPersonAsk,
  members: readonly Membership[],
): readonly SecondPersonRefusalReason[] {
  const confirmer = members.find((member) => member.personId === ask.confirmerId);
  const approvers = members.filter(
    (member) =>
      holds(member, 'APPROVER') && member.personId !== ask.proposedById && member.personId !== ask.candidateId,
  );
  const reasons: SecondPersonRefusalReason[] = [];
  if (ask.confirmerId === ask.proposedById) reasons.push({ code: 'SECOND_PERSON_IS_THE_FIRST' });
  if (ask.confirmerId === ask.candidateId) reasons.push({ code: 'SECOND_PERSON_IS_THE_CANDIDATE' });
  const stewardMay = approvers.length === 0 && ask.confirmerIsSteward && confirmer === undefined;
  if (!holds(confirmer, 'APPROVER') && !stewardMay) reasons.push({ code: 'NEEDS_AN_APPROVER_OR_STEWARD' });
  return reasons;
}

/** Decides whether somebody may confirm a new approver: the second person, for somebody who is still a member. */
export function confirmApprover(
  ask: ConfirmApproverAsk,
  members: readonly Membership[],
): Decision<Membership, ConfirmApproverRefusalReason> {
  const candidate = members.find((member) => member.personId === ask.candidateId);
  const reasons: ConfirmApproverRefusalReason[] = [...againstSecondPerson(ask, members)];
  if (candidate === undefined) reasons.push({ code: 'CANDIDATE_NOT_A_MEMBER' });
  if (reasons.length > 0 || candidate === undefined) return refuse(reasons);
  return accept({ personId: candidate.personId, roles: normaliseRoles([...candidate.roles, 'APPROVER']) });
}
