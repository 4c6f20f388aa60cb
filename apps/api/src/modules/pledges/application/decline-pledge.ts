import { accept, declinePledge, type ApprovePledgeReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgePolicy } from './pledge-policy.js';
import { PledgeRecorder } from './pledge-recorder.js';

export interface DeclinePledgeCommand {
  readonly pledgeId: string;
  readonly contentHash: string;
  readonly reason: string;
}

/** A second person declines a pledge. Nothing was held, so nothing moves; only the organisation hears of it. */
@Injectable()
export class DeclinePledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: PledgePolicy,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly recorder: PledgeRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { pledgeId, contentHash, reason }: DeclinePledgeCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, ApprovePledgeReason>> {
    const personId = viewer.person.id;
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const seen = await this.policy.visible(tx, acting, pledgeId);
      const round = await this.locks.round(tx, seen.roundId);
      const pledge = await this.policy.visible(tx, acting, pledgeId);

      const approval = { personId, isApprover: belongsTo(acting, pledge.funderId, 'APPROVER'), contentHash };
      const decision = declinePledge(pledge, approval, pledge.contentHash);
      if (!decision.ok) return decision;

      const at = await tx.now();
      await this.pledges.addDecision(tx, pledge, {
        kind: 'DECLINED',
        approverId: personId,
        reason: reason.trim().slice(0, 1_000),
        at,
      });
      await this.pledges.move(tx, decision.value, at);
      await this.recorder.record(tx, {
        kind: 'pledge.declined',
        round,
        pledge: decision.value,
        version: pledge.version,
        ledger: null,
        before: pledge,
        actorId: personId,
      });
      return accept({ pledgeId });
    });
  }
}
