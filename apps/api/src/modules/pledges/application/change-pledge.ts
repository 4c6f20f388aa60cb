import {
  accept,
  changePledge,
  decidingThreshold,
  thresholdsOf,
  type ChangePledgeReason,
  type Currency,
  type Decision,
  type PledgeCondition,
  type Signing,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, moneyOf, storeCondition, type ActingReason } from '../../mandates/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgePolicy } from './pledge-policy.js';
import { PledgeRecorder } from './pledge-recorder.js';
import { Surroundings } from './surroundings.js';

export interface ChangePledgeCommand {
  readonly pledgeId: string;
  readonly amount: bigint;
  readonly conditions: readonly PledgeCondition[];
  readonly note: string;
  readonly signing?: Signing | null;
  readonly idempotencyKey: string;
}

/** Changes a pledge while its round is open. The history stays; an approval given before is void. */
@Injectable()
export class ChangePledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: PledgePolicy,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
    private readonly recorder: PledgeRecorder,
  ) {}

  /** The currency a change is in: that of the pledge, which never changes. */
  currencyOf(viewer: SignedInViewer, pledgeId: string): Promise<Currency> {
    return this.unitOfWork.run(async (tx) => (await this.policy.visible(tx, viewer, pledgeId)).amount.currency);
  }

  execute(
    viewer: SignedInViewer,
    command: ChangePledgeCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, ChangePledgeReason | ActingReason>> {
    const personId = viewer.person.id;
    const { pledgeId, note } = command;
    const request = {
      pledgeId,
      amount: command.amount.toString(),
      conditions: command.conditions.map(storeCondition),
      note,
      ...(command.signing ? { signing: { ...command.signing } } : {}),
    };
    const ask = { actorId: personId, operation: 'changePledge', key: command.idempotencyKey, request };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.policy.visible(tx, acting, pledgeId);
        const allowed = mayActFor(acting, seen.funderId);
        if (!allowed.ok) return allowed;
        const round = await this.locks.round(tx, seen.roundId);
        const mandate = await this.locks.mandate(tx, seen.mandateId);
        const pledge = await this.policy.visible(tx, acting, pledgeId);

        const facts = {
          ...(await this.surroundings.factsOf(tx, round)),
          organisationThreshold: await this.locks.thresholdOf(tx, pledge.funderId),
          hasLivePledge: true,
        };
        const amount = moneyOf(command.amount, pledge.amount.currency);
        const change = {
          amount,
          conditions: command.conditions,
          note,
          signing: command.signing ?? null,
          editorId: personId,
        };
        const decision = changePledge(pledge, change, round, mandate, facts);
        if (!decision.ok) return decision;

        const version = pledge.version + 1;
        const threshold = decidingThreshold(amount, thresholdsOf(mandate, facts));
        await this.pledges.rewrite(tx, decision.value.pledge, version, {
          authorId: personId,
          at: facts.now,
          threshold,
        });
        await this.recorder.record(tx, {
          kind: decision.value.pledge.status === 'AWAITING_APPROVAL' ? 'pledge.approval_requested' : 'pledge.changed',
          round,
          ...decision.value,
          version,
          before: pledge,
          actorId: personId,
        });
        return accept({ pledgeId });
      }),
    );
  }
}
