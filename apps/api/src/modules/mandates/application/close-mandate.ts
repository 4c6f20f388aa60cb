import { accept, closeMandate, type Decision, type MandateReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { MandateStore } from '../persistence/mandate-store.js';
import { mayActFor, type ActingReason } from './acting.js';

/** Closes an open offer to new pledges. What was pledged under it stays. */
@Injectable()
export class CloseMandate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly mandateId: string },
  ): Promise<Decision<{ readonly mandateId: string }, MandateReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const mandate = await this.mandates.lock(tx, command.mandateId);
      if (!mandate) throw new NotFoundError('That open offer');
      const allowed = mayActFor(await asOfNow(tx, viewer), mandate.organisationId);
      if (!allowed.ok) return allowed;
      const decision = closeMandate(mandate);
      if (!decision.ok) return decision;

      await this.mandates.close(tx, mandate.id, await tx.now());
      await this.activity.append(tx, {
        kind: 'mandate.closed',
        subject: { type: 'Mandate', id: mandate.id },
        organisationId: mandate.organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
      });
      return accept({ mandateId: mandate.id });
    });
  }
}
