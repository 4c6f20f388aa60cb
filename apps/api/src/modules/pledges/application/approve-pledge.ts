import { accept, approvePledge, type ApprovePledgeReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork } from '../../../platform/database/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgePolicy } from './pledge-policy.js';
import { PledgeRecorder } from './pledge-recorder.js';
import { Surroundings } from './surroundings.js';

export interface ApprovePledgeCommand {
  readonly pledgeId: string;
  /** The hash of the content as the approver read it. */
  readonly contentHash: string;
  readonly idempotencyKey: string;
}

/** A second person approves a pledge: exactly the content they read, which then takes its room and its budget. */
@Injectable()
export class ApprovePledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: PledgePolicy,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
    private readonly recorder: PledgeRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { pledgeId, contentHash, idempotencyKey }: ApprovePledgeCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, ApprovePledgeReason>> {
    const personId = viewer.person.id;
    const ask = {
      actorId: personId,
      operation: 'approvePledge',
      key: idempotencyKey,
      request: { pledgeId, contentHash },
    };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.policy.visible(tx, acting, pledgeId);
        const round = await this.locks.round(tx, seen.roundId);
        const pledge = await this.policy.visible(tx, acting, pledgeId);
        const mandate = await this.locks.mandate(tx, pledge.mandateId, pledge.mandateVersion);

        const approval = { personId, isApprover: belongsTo(acting, pledge.funderId, 'APPROVER'), contentHash };
        const facts = await this.surroundings.factsOf(tx, round);
        const decision = approvePledge(pledge, approval, pledge.contentHash, round, mandate, facts);
        if (!decision.ok) return decision;

        await this.pledges.addDecision(tx, pledge, {
          kind: 'APPROVED',
          approverId: personId,
          reason: '',
          at: facts.now,
        });
        await this.pledges.move(tx, decision.value.pledge, facts.now);
        await this.recorder.record(tx, {
          kind: 'pledge.approved',
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
