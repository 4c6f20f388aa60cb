import {
  needsSecondPerson,
  placePledge,
  resolveConditions,
  thresholdsOf,
  type ConditionVerdict,
  matchedAmounts,
  type Money,
  sumOf,
  type PledgeRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { MandateStore, mayActFor, moneyOf, type ActingReason } from '../../mandates/index.js';
import { FundingRoundStore } from '../../rounds/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { Surroundings } from './surroundings.js';

/** What would happen if this pledge were placed now. */
export interface PledgePreview {
  readonly reasons: readonly (PledgeRefusalReason | ActingReason)[];
  readonly needsSecondPerson: boolean;
  readonly counts: boolean;
  readonly conditions: readonly ConditionVerdict[];
  /** What those who match pledges would add to the round because of it. */
  readonly matched: Money;
}

/** Answers before anything is promised, with the rule that will decide. Nothing is locked and nothing is written. */
@Injectable()
export class PreviewPledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: FundingRoundStore,
    private readonly mandates: MandateStore,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
  ) {}

  of(
    viewer: SignedInViewer,
    ask: { readonly roundId: string; readonly mandateId: string; readonly amount: bigint },
  ): Promise<PledgePreview> {
    return this.unitOfWork.run(async (tx) => {
      const round = await this.rounds.find(tx, ask.roundId);
      if (!round) throw new NotFoundError('That funding round');
      const mandate = await this.mandates.find(tx, ask.mandateId);
      if (!mandate) throw new NotFoundError('That open offer');
      const allowed = mayActFor(viewer, mandate.organisationId);
      const { currency } = round.target;
      const none = { counts: false, conditions: [], matched: moneyOf(0n, currency) };
      if (!allowed.ok) return { ...none, reasons: allowed.reasons, needsSecondPerson: false };

      const facts = {
        ...(await this.surroundings.factsOf(tx, round)),
        organisationThreshold: await this.locks.thresholdOf(tx, mandate.organisationId),
        hasLivePledge: await this.pledges.hasLive(tx, round.id, mandate.organisationId),
      };
      const amount = moneyOf(ask.amount, round.target.currency);
      const pledgeId = newId();
      const makerId = viewer.person.id;
      const decision = placePledge(
        { pledgeId, amount, makerId, conditions: [], note: '', signing: null },
        round,
        mandate,
        facts,
      );
      const asks = needsSecondPerson(amount, thresholdsOf(mandate, facts));
      if (!decision.ok) return { ...none, reasons: decision.reasons, needsSecondPerson: asks };

      const others = (await this.pledges.ofRound(tx, round.id)).filter((pledge) => pledge.status === 'PLEDGED');
      const around = await this.surroundings.of(tx, round);
      const all = [...others, decision.value.pledge];
      const resolution = resolveConditions(all, around);
      const matches = (among: typeof all) => sumOf([...matchedAmounts(among, round.target).values()], currency);
      return {
        reasons: [],
        needsSecondPerson: asks,
        counts: resolution.counting.includes(pledgeId),
        conditions: resolution.verdicts.get(pledgeId) ?? [],
        matched: matches(all).minus(matches(others)),
      };
    });
  }
}
