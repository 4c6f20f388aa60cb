import { accept, reviseMandate, type Decision, type MandateDraft, type MandateReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { MandateStore } from '../persistence/mandate-store.js';
import { mayActFor, type ActingReason } from './acting.js';

/** Publishes another version of an open offer: whole, not a patch, so that what is in force was read as one thing. */
@Injectable()
export class ReviseMandate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly mandateId: string; readonly draft: MandateDraft },
  ): Promise<Decision<{ readonly mandateId: string }, MandateReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const mandate = await this.mandates.lock(tx, command.mandateId);
      if (!mandate) throw new NotFoundError('That open offer');
      const allowed = mayActFor(await asOfNow(tx, viewer), mandate.organisationId);
      if (!allowed.ok) return allowed;

      const at = await tx.now();
      const decision = reviseMandate(mandate, command.draft, at.toISOString().slice(0, 10));
      if (!decision.ok) return decision;

      const version = mandate.version + 1;
      await this.mandates.revise(tx, mandate.id, version, decision.value, { personId: viewer.person.id, at });
      await this.activity.append(tx, {
        kind: 'mandate.revised',
        subject: { type: 'Mandate', id: mandate.id },
        organisationId: mandate.organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { version },
      });
      return accept({ mandateId: mandate.id });
    });
  }
}
