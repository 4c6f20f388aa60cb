import { accept, withdrawPledge, type Decision, type WithdrawPledgeReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgePolicy } from './pledge-policy.js';
import { PledgeRecorder } from './pledge-recorder.js';

export interface WithdrawPledgeCommand {
  readonly pledgeId: string;
  readonly idempotencyKey: string;
}

/** Takes a pledge back while its round is open. */
@Injectable()
export class WithdrawPledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: PledgePolicy,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly recorder: PledgeRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { pledgeId, idempotencyKey }: WithdrawPledgeCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, WithdrawPledgeReason | ActingReason>> {
    const personId = viewer.person.id;
    const ask = { actorId: personId, operation: 'withdrawPledge', key: idempotencyKey, request: { pledgeId } };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.policy.visible(tx, acting, pledgeId);
        const allowed = mayActFor(acting, seen.funderId);
        if (!allowed.ok) return allowed;
        const round = await this.locks.round(tx, seen.roundId);
        await this.locks.mandate(tx, seen.mandateId);
        const pledge = await this.policy.visible(tx, acting, pledgeId);

        const now = await tx.now();
        const decision = withdrawPledge(pledge, round, now);
        if (!decision.ok) return decision;

        await this.pledges.move(tx, decision.value.pledge, now);
        await this.recorder.record(tx, {
          kind: 'pledge.withdrawn',
          round,
          ...decision.value,
          version: pledge.version,
          before: pledge,
          actorId: personId,
        });
        return accept({ pledgeId });
      }),
    );
  }
}
