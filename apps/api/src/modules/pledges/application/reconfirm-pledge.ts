import { accept, reconfirmPledge, type Decision, type ReconfirmReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgePolicy } from './pledge-policy.js';
import { PledgeRecorder } from './pledge-recorder.js';

export interface ReconfirmPledgeCommand {
  readonly pledgeId: string;
  readonly idempotencyKey: string;
}

/** A funder says that its pledge stands for the later deadline of a round that was extended. */
@Injectable()
export class ReconfirmPledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: PledgePolicy,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly recorder: PledgeRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { pledgeId, idempotencyKey: key }: ReconfirmPledgeCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, ReconfirmReason | ActingReason>> {
    const actorId = viewer.person.id;
    return this.unitOfWork.run((tx) =>
      once(tx, { actorId, operation: 'reconfirmPledge', key, request: { pledgeId } }, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.policy.visible(tx, acting, pledgeId);
        const allowed = mayActFor(acting, seen.funderId);
        if (!allowed.ok) return allowed;
        const round = await this.locks.round(tx, seen.roundId);
        const pledge = await this.policy.visible(tx, acting, pledgeId);

        const now = await tx.now();
        const decision = reconfirmPledge(pledge, round, round.extension, now);
        if (!decision.ok) return decision;

        await this.pledges.reconfirm(tx, pledgeId, now);
        const { version } = pledge;
        const kind = 'pledge.reconfirmed';
        await this.recorder.record(tx, { kind, round, pledge, version, ledger: null, before: pledge, actorId });
        return accept({ pledgeId });
      }),
    );
  }
}
