import { splitByLargestRemainder } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf } from '../../mandates/index.js';
import { FundingRoundStore } from '../../rounds/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface WaivedMoney {
  readonly roundId: string;
  /** How much of the agreed money was for what is let go, in minor units of the round's currency. */
  readonly total: bigint;
  /** Public: why it was let go. */
  readonly reason: string;
  /** Funders that agreed, and who spoke for each: nobody gives back money in another's name. */
  readonly agreed: readonly { readonly organisationId: string; readonly personId: string }[];
  readonly at: Date;
}

/**
 * Announces, for each funder that let a promise go, the release of its share of the money that was for it. The lead
 * organisation agrees to each, or its notice runs: letting go a promise takes no money from anybody by surprise.
 */
@Injectable()
export class AnnounceForWaiver {
  constructor(
    private readonly rounds: FundingRoundStore,
    private readonly tranches: TrancheStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  /** The caller holds the round's lock. Shares follow what of each commitment was not asked for yet. */
  async execute(tx: Tx, { roundId, total, reason, agreed, at }: WaivedMoney): Promise<void> {
    const round = await this.rounds.find(tx, roundId);
    if (!round) throw new Error(`The round ${roundId} was locked and is not there.`);
    const commitments = await this.tranches.commitments(tx, roundId);
    const weights = commitments.map(({ pledgeId, uncalled }) => ({
      id: pledgeId,
      weight: uncalled.minorUnits,
      cap: uncalled.minorUnits,
    }));
    const uncalled = weights.reduce((sum, { weight }) => sum + weight, 0n);
    if (uncalled === 0n) return;
    const shares = splitByLargestRemainder(total < uncalled ? total : uncalled, weights);
    const funders = await tx.query<{ id: string; organisationId: string }>(
      sql`select id, organisation_id as "organisationId" from pledges where round_id = ${roundId} and status = 'COMMITTED' order by id`,
    );
    for (const { id: pledgeId, organisationId } of funders) {
      const by = agreed.find((one) => one.organisationId === organisationId);
      const share = shares.get(pledgeId) ?? 0n;
      // Where another release stands announced already, that one comes first; the funder can announce this one after it.
      if (!by || share === 0n || (await this.tranches.announced(tx, pledgeId)) !== null) continue;
      const id = newId();
      const amount = moneyOf(share, round.target.currency);
      await this.tranches.announce(tx, {
        id,
        pledgeId,
        amount,
        reason: reason.slice(0, 1_000),
        personId: by.personId,
        at,
      });
      await this.recorder.append(tx, round, {
        kind: 'remainder.announced',
        subject: { type: 'Release', id },
        organisationId,
        actorId: by.personId,
        content: { pledgeId, amountMinor: share.toString() },
      });
    }
  }
}
