import {
  accept,
  type Decision,
  type Money,
  refuse,
  updateOrganisation,
  type UpdateOrganisationRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { THRESHOLD_RAISED, thresholdContent } from './threshold-act.js';

export interface UpdateOrganisationCommand {
  readonly organisationId: string | undefined;
  readonly about?: string | undefined;
  readonly website?: string | null | undefined;
  readonly approvalThreshold?: Money | null | undefined;
  readonly grantsPrefix?: string | null | undefined;
}

type Answer = Decision<
  { readonly organisationId: string; readonly actId: string | null },
  UpdateOrganisationRefusalReason
>;

@Injectable()
export class UpdateOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly acts: SecondPersonStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(viewer: SignedInViewer, command: UpdateOrganisationCommand): Promise<Answer> {
    try {
      return await this.update(viewer, command);
    } catch (error) {
      // Two organisations hold no lock in common; the database keeps their prefixes apart.
      if (constraintName(error) !== 'organisations_grants_prefix_key') throw error;
      return refuse([{ code: 'GRANTS_PREFIX_TAKEN' }]);
    }
  }

  private update(viewer: SignedInViewer, command: UpdateOrganisationCommand): Promise<Answer> {
    return this.unitOfWork.run(async (tx) => {
      const organisation =
        command.organisationId === undefined ? undefined : await this.organisations.lock(tx, command.organisationId);
      if (organisation === undefined) throw new NotFoundError('This organisation');
      const { id } = organisation;
      const members = await this.organisations.members(tx, id);
      const decision = updateOrganisation(
        command,
        await this.organisations.approvalThreshold(tx, id),
        members.find(({ personId }) => personId === viewer.person.id),
      );
      if (!decision.ok) return decision;

      const { about, website, grantsPrefix, approvalThreshold, proposedThreshold } = decision.value;
      await this.organisations.describe(tx, id, { about, website, grantsPrefix });
      if (approvalThreshold !== undefined) await this.organisations.setApprovalThreshold(tx, id, approvalThreshold);
      let actId: string | null = null;
      if (proposedThreshold !== undefined) {
        await this.acts.withdrawPending(tx, THRESHOLD_RAISED, id, viewer.person.id);
        actId = await this.acts.propose(tx, {
          kind: THRESHOLD_RAISED,
          subjectId: id,
          content: thresholdContent(proposedThreshold),
          proposedById: viewer.person.id,
        });
      }
      await this.activity.append(tx, {
        kind: 'organisation.updated',
        subject: { type: 'Organisation', id },
        organisationId: id,
        actorId: viewer.person.id,
        visibility: 'ORGANISATION',
        content: {
          thresholdChanged: approvalThreshold !== undefined,
          thresholdProposed: proposedThreshold !== undefined,
        },
      });
      return accept({ organisationId: id, actId });
    });
  }
}
