import {
  accept,
  decidingThreshold,
  placePledge,
  thresholdsOf,
  type Decision,
  type PledgeCondition,
  type PledgeRefusalReason,
  type Signing,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, once, UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, moneyOf, storeCondition, type ActingReason } from '../../mandates/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgeRecorder } from './pledge-recorder.js';
import { Surroundings } from './surroundings.js';

export interface PlacePledgeCommand {
  readonly roundId: string;
  readonly mandateId: string;
  /** Minor units of the round's currency. */
  readonly amount: bigint;
  readonly currency: string;
  readonly conditions: readonly PledgeCondition[];
  readonly note: string;
  /** Who binds the funder; null: whoever makes the pledge. */
  readonly signing?: Signing | null;
  readonly idempotencyKey: string;
}

/** Pledges to an open round under one of a funder's mandates. */
@Injectable()
export class PlacePledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
    private readonly recorder: PledgeRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: PlacePledgeCommand,
  ): Promise<Decision<{ readonly pledgeId: string }, PledgeRefusalReason | ActingReason>> {
    const personId = viewer.person.id;
    const ask = {
      actorId: personId,
      operation: 'placePledge',
      key: command.idempotencyKey,
      request: requestOf(command),
    };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const round = await this.locks.round(tx, command.roundId);
        const mandate = await this.locks.mandate(tx, command.mandateId);
        const allowed = mayActFor(acting, mandate.organisationId);
        if (!allowed.ok) return allowed;

        const facts = {
          ...(await this.surroundings.factsOf(tx, round)),
          organisationThreshold: await this.locks.thresholdOf(tx, mandate.organisationId),
          hasLivePledge: await this.pledges.hasLive(tx, round.id, mandate.organisationId),
        };
        const amount = moneyOf(command.amount, command.currency);
        const { conditions, note, signing = null } = command;
        const decision = placePledge(
          { pledgeId: newId(), amount, makerId: personId, conditions, note, signing },
          round,
          mandate,
          facts,
        );
        if (!decision.ok) return decision;

        const { pledge, ledger } = decision.value;
        const threshold = decidingThreshold(amount, thresholdsOf(mandate, facts));
        await this.pledges.add(tx, pledge, { authorId: personId, at: facts.now, threshold });
        const kind = pledge.status === 'PLEDGED' ? 'pledge.placed' : 'pledge.approval_requested';
        await this.recorder.record(tx, { kind, round, pledge, version: 1, ledger, before: null, actorId: personId });
        return accept({ pledgeId: pledge.id });
      }),
    );
  }
}

function requestOf(command: PlacePledgeCommand) {
  return {
    roundId: command.roundId,
    mandateId: command.mandateId,
    amount: command.amount.toString(),
    currency: command.currency,
    conditions: command.conditions.map(storeCondition),
    note: command.note,
    // Left out where nobody was named: a key used before anybody could be named is a key for the same request.
    ...(command.signing ? { signing: { ...command.signing } } : {}),
  };
}
