import {
  accept,
  publishMandate,
  slugFor,
  type Decision,
  type MandateDraft,
  type MandateReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { MandateStore } from '../persistence/mandate-store.js';
import { mayActFor, type ActingReason } from './acting.js';

export interface PublishMandateCommand {
  readonly organisationId: string;
  readonly draft: MandateDraft;
}

/** Publishes a funder's open offer. The ledger sets its budget in the same transaction. */
@Injectable()
export class PublishMandate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { organisationId, draft }: PublishMandateCommand,
  ): Promise<Decision<{ readonly mandateId: string }, MandateReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
      if (!allowed.ok) return allowed;

      const at = await tx.now();
      const decision = publishMandate(draft, at.toISOString().slice(0, 10));
      if (!decision.ok) return decision;

      const id = newId();
      const slug = `${slugFor(decision.value.title)}-${id.slice(-6)}`;
      const mandate = { id, slug, organisationId, status: 'PUBLISHED', version: 1, terms: decision.value } as const;
      await this.mandates.add(tx, mandate, { personId: viewer.person.id, at });
      await this.activity.append(tx, {
        kind: 'mandate.published',
        subject: { type: 'Mandate', id },
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { version: 1 },
      });
      return accept({ mandateId: id });
    });
  }
}
