import { accept, requestReturnChanges, type Decision, type RequestChangesRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ObligationStore } from '../persistence/obligation-store.js';
import { ReturnStore } from '../persistence/return-store.js';
import { lookAtReturn } from './look-at-return.js';
import type { DecideReturnCommand } from './verify-return.js';

/** Asks for changes to what was submitted. The date moves by the days it waited. */
@Injectable()
export class RequestReturnChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationStore,
    private readonly returns: ReturnStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { returnId, reason }: DecideReturnCommand,
  ): Promise<Decision<{ readonly returnId: string; readonly obligationId: string }, RequestChangesRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { obligation, facts, at } = await lookAtReturn(tx, this.obligations, this.returns, viewer, returnId);
      const decision = requestReturnChanges(reason, { ...facts, dueOn: obligation.dueOn });
      if (!decision.ok) return decision;

      const { dueOn } = decision.value;
      const by = { personId: viewer.person.id, at, reason: decision.value.reason };
      await this.returns.decide(tx, returnId, 'CHANGES_REQUESTED', by);
      await this.obligations.record(tx, obligation.id, 'CHANGES_REQUESTED', { at, dueOn });
      await this.activity.append(tx, {
        kind: 'return.changes_requested',
        subject: { type: 'Return', id: returnId },
        ideaId: obligation.ideaId,
        ventureId: obligation.ventureId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { obligationId: obligation.id, reason: decision.value.reason, dueOn },
      });
      return accept({ returnId, obligationId: obligation.id });
    });
  }
}
