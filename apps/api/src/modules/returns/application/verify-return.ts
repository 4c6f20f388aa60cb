import { accept, verifyReturn, type Decision, type VerifyReturnRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ObligationStore } from '../persistence/obligation-store.js';
import { ReturnStore } from '../persistence/return-store.js';
import { componentsBuiltOn, judgeLicence } from './judge-licence.js';
import { lookAtReturn } from './look-at-return.js';

export interface DecideReturnCommand {
  readonly returnId: string;
  readonly reason: string | null;
}

/** Verifies that a promise was kept. What it gives to the commons appears there in the same transaction. */
@Injectable()
export class VerifyReturn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationStore,
    private readonly returns: ReturnStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { returnId, reason }: DecideReturnCommand,
  ): Promise<Decision<{ readonly returnId: string; readonly obligationId: string }, VerifyReturnRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { obligation, waiting, facts, at } = await lookAtReturn(
        tx,
        this.obligations,
        this.returns,
        viewer,
        returnId,
      );
      const work = {
        licence: waiting?.licence ?? '',
        condition: obligation.licenceCondition,
        kind: obligation.kind,
      };
      const licence = waiting ? judgeLicence(work, await componentsBuiltOn(tx, waiting.componentIds)) : null;
      const decision = verifyReturn(reason, { ...facts, licence });
      if (!decision.ok) return decision;

      const by = { personId: viewer.person.id, at, reason: decision.value.reason };
      await this.returns.decide(tx, returnId, 'VERIFIED', by, licence && 'verdict' in licence ? licence : undefined);
      await this.obligations.record(tx, obligation.id, 'VERIFIED', { at });
      await this.activity.append(tx, {
        kind: 'return.verified',
        subject: { type: 'Return', id: returnId },
        ideaId: obligation.ideaId,
        ventureId: obligation.ventureId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { obligationId: obligation.id, reason: decision.value.reason },
      });
      return accept({ returnId, obligationId: obligation.id });
    });
  }
}
