import {
  accept,
  decidingThreshold,
  setMatching,
  thresholdsOf,
  type Decision,
  type MatchingReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, once, UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, moneyOf, type ActingReason } from '../../mandates/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgeRecorder } from './pledge-recorder.js';
import { Surroundings } from './surroundings.js';

export interface SetMatchingCommand {
  readonly roundId: string;
  readonly mandateId: string;
  /** 100: a pound for a pound. */
  readonly percent: number;
  /** Minor units of the round's currency. */
  readonly most: bigint;
  readonly note: string;
  readonly idempotencyKey: string;
}

/** Promises to match what others pledge to a round, or changes that promise while the round is open. */
@Injectable()
export class SetMatching {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
    private readonly recorder: PledgeRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { idempotencyKey: key, ...command }: SetMatchingCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, MatchingReason | ActingReason>> {
    const actorId = viewer.person.id;
    const { percent, note } = command;
    const request = { ...command, most: command.most.toString() };
    return this.unitOfWork.run((tx) =>
      once(tx, { actorId, operation: 'setMatching', key, request }, async () => {
        const acting = await asOfNow(tx, viewer);
        const round = await this.locks.round(tx, command.roundId);
        const mandate = await this.locks.mandate(tx, command.mandateId);
        const allowed = mayActFor(acting, mandate.organisationId);
        if (!allowed.ok) return allowed;

        const before = await this.pledges.live(tx, round.id, mandate.organisationId);
        const facts = {
          ...(await this.surroundings.factsOf(tx, round)),
          organisationThreshold: await this.locks.thresholdOf(tx, mandate.organisationId),
          hasLivePledge: before !== null,
        };
        const most = moneyOf(command.most, round.target.currency);
        const ask = { pledgeId: newId(), matching: { percent, most }, makerId: actorId, note };
        const decision = setMatching(ask, before, round, mandate, facts);
        if (!decision.ok) return decision;

        const { pledge, ledger } = decision.value;
        const threshold = decidingThreshold(most, thresholdsOf(mandate, facts));
        const writing = { authorId: actorId, at: facts.now, threshold };
        const version = (before?.version ?? 0) + 1;
        if (before) await this.pledges.rewrite(tx, pledge, version, writing);
        else await this.pledges.add(tx, pledge, writing);
        const placed = pledge.status === 'PLEDGED' ? 'pledge.placed' : 'pledge.approval_requested';
        const kind = before && pledge.status === 'PLEDGED' ? 'pledge.changed' : placed;
        await this.recorder.record(tx, { kind, round, pledge, version, ledger, before, actorId });
        return accept({ pledgeId: pledge.id });
      }),
    );
  }
}
