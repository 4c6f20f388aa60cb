import {
  accept,
  changeRole,
  type ChangeRoleRefusalReason,
  type Decision,
  type OrganisationRole,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { APPROVER_ADDED } from './approver-act.js';

export interface ChangeRoleCommand {
  readonly organisationId: string | undefined;
  readonly personId: string | undefined;
  /** None: the person leaves. */
  readonly roles: readonly OrganisationRole[];
}

export interface ChangedRole {
  readonly organisationId: string;
  /** The act that waits for a second person, where the approver's role was asked for. */
  readonly actId: string | null;
}

@Injectable()
export class ChangeRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly acts: SecondPersonStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(viewer: SignedInViewer, command: ChangeRoleCommand): Promise<Decision<ChangedRole, ChangeRoleRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const organisation =
        command.organisationId === undefined ? undefined : await this.organisations.lock(tx, command.organisationId);
      if (organisation === undefined) throw new NotFoundError('This organisation');
      const { id } = organisation;
      const decision = changeRole(
        { actorId: viewer.person.id, personId: command.personId ?? '', roles: command.roles },
        await this.organisations.members(tx, id),
      );
      if (!decision.ok) return decision;

      const change = decision.value;
      let actId: string | null = null;
      if (change.kind === 'LEFT') {
        await this.organisations.leave(tx, id, change.personId);
        await this.acts.withdrawAbout(tx, id, change.personId);
      } else {
        await this.organisations.changeRoles(tx, id, change.personId, change.roles);
        if (change.approverAskedFor) {
          const waiting = await this.acts.pending(tx, APPROVER_ADDED, id, change.personId);
          actId =
            waiting?.id ??
            (await this.acts.propose(tx, {
              kind: APPROVER_ADDED,
              subjectId: id,
              content: { personId: change.personId },
              proposedById: viewer.person.id,
            }));
        }
      }
      await this.activity.append(tx, {
        kind: change.kind === 'LEFT' ? 'organisation.member_left' : 'organisation.role_changed',
        subject: { type: 'Organisation', id },
        organisationId: id,
        actorId: viewer.person.id,
        visibility: 'ORGANISATION',
        content: {
          personId: change.personId,
          ...(change.kind === 'LEFT' ? {} : { roles: [...change.roles], approverAskedFor: change.approverAskedFor }),
        },
      });
      return accept({ organisationId: id, actId });
    });
  }
}
