import {
  createOrganisation,
  type CreateOrganisationRefusalReason,
  type Decision,
  accept,
  type OrganisationKind,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, UnitOfWork } from '../../../platform/database/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';

export interface CreateOrganisationCommand {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly about?: string | undefined;
  readonly website?: string | null | undefined;
}

const ATTEMPTS = 5;

@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: CreateOrganisationCommand,
  ): Promise<Decision<{ readonly organisationId: string }, CreateOrganisationRefusalReason>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.create(viewer, command);
      } catch (error) {
        // Somebody took the address between the look and the insert.
        if (constraintName(error) !== 'organisations_slug_key' || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private create(
    viewer: SignedInViewer,
    command: CreateOrganisationCommand,
  ): Promise<Decision<{ readonly organisationId: string }, CreateOrganisationRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      const decision = createOrganisation({
        organisationId: id,
        creatorId: viewer.person.id,
        name: command.name,
        kind: command.kind,
        about: command.about ?? '',
        website: command.website ?? null,
        createdTodayByCreator: await this.organisations.createdTodayBy(tx, viewer.person.id),
      });
      if (!decision.ok) return decision;
      await this.organisations.add(tx, decision.value, await this.organisations.freeSlug(tx, decision.value.slug));
      await this.activity.append(tx, {
        kind: 'organisation.created',
        subject: { type: 'Organisation', id },
        organisationId: id,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
      });
      return accept({ organisationId: id });
    });
  }
}
