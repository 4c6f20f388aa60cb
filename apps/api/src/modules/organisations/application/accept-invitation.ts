import {
  accept,
  acceptInvitation,
  type AcceptInvitationRefusalReason,
  type Decision,
  type OrganisationRole,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';
import { APPROVER_ADDED } from './approver-act.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { invitationHash } from './invite-member.js';

interface StoredInvitation {
  readonly id: string;
  readonly organisation_id: string;
  readonly email: string;
  readonly roles: OrganisationRole[];
  readonly approver_asked_for: boolean;
  readonly status: 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
  readonly expired: boolean;
  readonly invited_by_id: string;
}

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly acts: SecondPersonStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    token: string,
  ): Promise<Decision<{ readonly organisationId: string }, AcceptInvitationRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const hash = invitationHash(token);
      const found = await tx.one<{ organisation_id: string }>(
        sql`select organisation_id from invitations where token_hash = ${hash}`,
      );
      if (found === undefined) throw new NotFoundError('This invitation');
      await this.organisations.lock(tx, found.organisation_id);
      const invitation = await tx.one<StoredInvitation>(sql`
        select id, organisation_id, email::text, roles, approver_asked_for, status, expires_at <= app_now() as expired, invited_by_id
        from invitations where token_hash = ${hash} for update`);
      if (invitation === undefined) throw new NotFoundError('This invitation');

      const account = await tx.one<{ email: string }>(sql`
        select email::text from auth_users where id = ${viewer.person.id} and email_verified`);
      const members = await this.organisations.members(tx, invitation.organisation_id);
      const decision = acceptInvitation(invitation, {
        verifiedEmail: account?.email ?? null,
        alreadyMember: members.some(({ personId }) => personId === viewer.person.id),
      });
      if (!decision.ok) return decision;

      const id = invitation.organisation_id;
      await this.organisations.join(tx, id, viewer.person.id, invitation.roles);
      await tx.query(
        sql`update invitations set status = 'ACCEPTED', accepted_by_id = ${viewer.person.id} where id = ${invitation.id}`,
      );
      if (invitation.approver_asked_for) {
        await this.acts.propose(tx, {
          kind: APPROVER_ADDED,
          subjectId: id,
          content: { personId: viewer.person.id },
          proposedById: invitation.invited_by_id,
        });
      }
      await this.activity.append(tx, {
        kind: 'organisation.member_joined',
        subject: { type: 'Organisation', id },
        organisationId: id,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { roles: invitation.roles },
      });
      return accept({ organisationId: id });
    });
  }
}
