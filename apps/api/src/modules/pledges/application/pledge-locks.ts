import { isCurrency, Money, type Mandate } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { MandateStore } from '../../mandates/index.js';
import { FundingRoundStore, type StoredRound } from '../../rounds/index.js';

/**
 * Takes the locks of money in the one order that everything takes them: idea, round, mandates by id, accounts by id.
 * Two transactions that both follow it can wait for each other but never in a circle.
 */
@Injectable()
export class PledgeLocks {
  constructor(
    private readonly rounds: FundingRoundStore,
    private readonly mandates: MandateStore,
  ) {}

  async round(tx: Tx, roundId: string): Promise<StoredRound> {
    const found = await this.rounds.find(tx, roundId);
    if (!found) throw new NotFoundError('That funding round');
    // Not FOR UPDATE: whoever votes holds FOR KEY SHARE on the idea and must not wait for money.
    await tx.query(sql`select from ideas where id = ${found.ideaId} for no key update`);
    const round = await this.rounds.lock(tx, roundId);
    if (!round) throw new NotFoundError('That funding round');
    return round;
  }

  async mandate(tx: Tx, mandateId: string, version?: number): Promise<Mandate> {
    const mandate = await this.mandates.lock(tx, mandateId, version);
    if (!mandate) throw new NotFoundError('That open offer');
    return mandate;
  }

  async thresholdOf(tx: Tx, organisationId: string): Promise<Money | null> {
    const row = await tx.one<{ minor: string | null; currency: string }>(
      sql`select approval_threshold_minor as minor, approval_currency as currency from organisations where id = ${organisationId}`,
    );
    if (!row || row.minor === null) return null;
    if (!isCurrency(row.currency)) throw new Error(`The threshold of ${organisationId} has no known currency.`);
    return Money.of(BigInt(row.minor), row.currency);
  }
}
