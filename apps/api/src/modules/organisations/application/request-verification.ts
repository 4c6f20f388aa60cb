import {
  accept,
  type Decision,
  requestVerification,
  type RequestVerificationAsk,
  type RequestVerificationRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { OrganisationStore } from '../persistence/organisation-store.js';

@Injectable()
export class RequestVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    organisationId: string | undefined,
    ask: RequestVerificationAsk,
  ): Promise<Decision<{ readonly organisationId: string }, RequestVerificationRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const organisation = organisationId === undefined ? undefined : await this.organisations.lock(tx, organisationId);
      if (organisation === undefined) throw new NotFoundError('This organisation');
      const members = await this.organisations.members(tx, organisation.id);
      const decision = requestVerification(
        ask,
        organisation.verification,
        members.find(({ personId }) => personId === viewer.person.id),
      );
      if (!decision.ok) return decision;

      const { registration, note, state } = decision.value;
      await tx.query(sql`
        update organisations set verification = ${state}, register = ${registration?.register ?? null}, registration_number = ${registration?.number ?? null},
          verification_note = ${note}, verification_requested_by_id = ${viewer.person.id}, verification_requested_at = app_now(),
          verification_declined = null, verification_act_id = null
        where id = ${organisation.id}`);
      await this.activity.append(tx, {
        kind: 'organisation.verification_requested',
        subject: { type: 'Organisation', id: organisation.id },
        organisationId: organisation.id,
        actorId: viewer.person.id,
        visibility: 'ORGANISATION',
      });
      return accept({ organisationId: organisation.id });
    });
  }
}
