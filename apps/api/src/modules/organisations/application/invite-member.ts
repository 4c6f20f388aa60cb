import { createHash, randomBytes } from 'node:crypto';

import {
  accept,
  cleanEmail,
  type Decision,
  INVITATION_DAYS,
  inviteMember,
  type InviteMemberRefusalReason,
  type OrganisationRole,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { type SignedInViewer, SignInSettings } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { MailOutbox } from '../../../platform/mail/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';

export interface InviteMemberCommand {
  readonly organisationId: string | undefined;
  readonly email: string;
  readonly roles: readonly OrganisationRole[];
}

/** The stored form of an invitation's link. */
export function invitationHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Invites somebody by mail. A second invitation to the same address replaces the first. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly outbox: MailOutbox,
    private readonly activity: ActivityLog,
    private readonly settings: SignInSettings,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: InviteMemberCommand,
  ): Promise<Decision<{ readonly invitationId: string; readonly organisationId: string }, InviteMemberRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const organisation =
        command.organisationId === undefined ? undefined : await this.organisations.lock(tx, command.organisationId);
      if (organisation === undefined) throw new NotFoundError('This organisation');
      const members = await this.organisations.members(tx, organisation.id);
      const email = cleanEmail(command.email);
      const facts = await tx.one<{ already: boolean; open: number }>(sql`
        select exists (select from memberships m join auth_users u on u.id = m.person_id
            where m.organisation_id = ${organisation.id} and m.left_at is null and u.email = ${email ?? ''}) as already,
          (select count(*)::int from invitations where organisation_id = ${organisation.id} and status = 'OPEN'
            and expires_at > app_now() and email <> ${email ?? ''}) as open`);
      const inviter = members.find(({ personId }) => personId === viewer.person.id);
      const isAdmin = inviter?.roles.includes('ADMIN') ?? false;
      const decision = inviteMember(command, {
        inviter,
        // Only who may invite learns whether an address belongs to a member.
        alreadyMember: isAdmin && (facts?.already ?? false),
        openInvitations: facts?.open ?? 0,
      });
      if (!decision.ok) return decision;

      await tx.query(sql`
        update invitations set status = 'WITHDRAWN' where organisation_id = ${organisation.id} and email = ${decision.value.email} and status = 'OPEN'`);
      const id = newId();
      const token = randomBytes(24).toString('base64url');
      await tx.query(sql`
        insert into invitations (id, organisation_id, email, roles, approver_asked_for, token_hash, invited_by_id, expires_at)
        values (${id}, ${organisation.id}, ${decision.value.email}, ${[...decision.value.roles]}, ${decision.value.approverAskedFor},
          ${invitationHash(token)}, ${viewer.person.id}, app_now() + make_interval(days => ${INVITATION_DAYS}))`);
      await this.outbox.post(tx, {
        personId: null,
        to: decision.value.email,
        event: `invitation:${id}`,
        says: (words) =>
          words.invitation({
            inviter: viewer.person.name,
            organisation: organisation.name,
            url: `${this.settings.baseUrl}/invitations/${token}`,
            days: INVITATION_DAYS,
          }),
      });
      await this.activity.append(tx, {
        kind: 'organisation.member_invited',
        subject: { type: 'Organisation', id: organisation.id },
        organisationId: organisation.id,
        actorId: viewer.person.id,
        visibility: 'ORGANISATION',
      });
      return accept({ invitationId: id, organisationId: organisation.id });
    });
  }
}
