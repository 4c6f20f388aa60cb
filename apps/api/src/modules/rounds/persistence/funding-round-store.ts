import type { ClosedBy, Money, Round, RoundExtension, TrancheShare } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf } from '../../mandates/index.js';
import { FundingRoundRow } from './funding-round.row.js';
import { RoundTrancheRow } from './round-tranche.row.js';

/** A round with what no rule about pledges asks for. */
export interface StoredRound extends Round {
  readonly agreementId: string;
  readonly ventureId: string | null;
  readonly committedAtClose: Money | null;
  readonly openedAt: Date;
  /** Set once the deadline was moved. */
  readonly extension: RoundExtension | null;
}

/** How a round ended. */
export interface RoundEnd {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly committed: Money;
  readonly by: ClosedBy;
  readonly note: string;
  readonly at: Date;
  /** What conditions asked about the round at this moment, as JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

@Injectable()
export class FundingRoundStore {
  async add(tx: Tx, round: FundingRoundRow, tranches: readonly TrancheShare[]): Promise<void> {
    await tx.manager.insert(FundingRoundRow, round);
    await tx.manager.insert(
      RoundTrancheRow,
      tranches.map((tranche) => ({ roundId: round.id, ...tranche })),
    );
    await this.showOnIdea(tx, round.id);
  }

  async find(tx: Tx, id: string): Promise<StoredRound | null> {
    const row = await tx.manager.findOneBy(FundingRoundRow, { id });
    return row && roundOf(row);
  }

  /** The round, locked until the transaction ends: after its idea, before mandates and accounts. */
  async lock(tx: Tx, id: string): Promise<StoredRound | null> {
    await tx.query(sql`select from funding_rounds where id = ${id} for no key update`);
    return this.find(tx, id);
  }

  async tranches(tx: Tx, roundId: string): Promise<readonly TrancheShare[]> {
    const rows = await tx.manager.find(RoundTrancheRow, { where: { roundId }, order: { position: 'ASC' } });
    return rows.map(({ position, title, basisPoints }) => ({ position, title, basisPoints }));
  }

  async hasOpenRound(tx: Tx, ideaId: string): Promise<boolean> {
    const row = await tx.one(
      sql`select from funding_rounds where idea_id = ${ideaId} and status in ('OPEN', 'CLOSING')`,
    );
    return row !== undefined;
  }

  async hasVenture(tx: Tx, ideaId: string): Promise<boolean> {
    const row = await tx.one(
      sql`select from funding_rounds where idea_id = ${ideaId} and venture_id is not null limit 1`,
    );
    return row !== undefined;
  }

  /** Adds to what is pledged, or takes away when negative. The check constraint is the second wall behind the rule. */
  async addPledged(tx: Tx, roundId: string, amount: Money): Promise<void> {
    await tx.query(
      sql`update funding_rounds set pledged_minor = pledged_minor + ${amount.minorUnits.toString()}::bigint where id = ${roundId}`,
    );
    await this.showOnIdea(tx, roundId);
  }

  async addCommitted(tx: Tx, roundId: string, amount: Money): Promise<void> {
    await tx.query(
      sql`update funding_rounds set committed_minor = committed_minor + ${amount.minorUnits.toString()}::bigint where id = ${roundId}`,
    );
    await this.showOnIdea(tx, roundId);
  }

  /** Moves the deadline; the one before it is kept. */
  async extend(tx: Tx, roundId: string, extension: RoundExtension & { readonly deadline: Date }): Promise<void> {
    await tx.manager.update(
      FundingRoundRow,
      { id: roundId },
      {
        deadline: extension.deadline,
        extendedFrom: extension.from,
        extendedAt: extension.at,
        extensionReason: extension.reason,
      },
    );
  }

  /** Open rounds past the deadline that some of their pledges were made for. */
  async pastFirstDeadline(tx: Tx): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select round.id from funding_rounds round where round.status = 'OPEN' and round.extended_from <= app_now()
        and exists (select from pledges pledge where pledge.round_id = round.id and pledge.status = 'PLEDGED'
          and pledge.in_force_at < round.extended_at and pledge.reconfirmed_at is null)
      order by round.extended_from limit 500`);
    return rows.map((row) => row.id);
  }

  async startClosing(tx: Tx, roundId: string): Promise<void> {
    await tx.manager.update(FundingRoundRow, { id: roundId }, { status: 'CLOSING' });
  }

  async close(tx: Tx, roundId: string, end: RoundEnd): Promise<void> {
    await tx.manager.update(
      FundingRoundRow,
      { id: roundId },
      {
        status: end.status,
        pledgedMinor: 0n,
        committedMinor: end.committed.minorUnits,
        committedAtCloseMinor: end.committed.minorUnits,
        closedAt: end.at,
        closedBy: end.by,
        closingNote: end.note,
      },
    );
    await tx.query(
      sql`update funding_rounds set closing_facts = ${JSON.stringify(end.facts)}::jsonb where id = ${roundId}`,
    );
    await this.showOnIdea(tx, roundId);
  }

  /** Rounds whose deadline has passed and that are not closed: also those that passed it while nothing ran. */
  async due(tx: Tx): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select id from funding_rounds where status in ('OPEN', 'CLOSING') and deadline <= app_now() order by deadline limit 500`);
    return rows.map((row) => row.id);
  }

  /** Lists of ideas show and sort by the money of the newest round; it is stored there by whoever writes money. */
  private async showOnIdea(tx: Tx, roundId: string): Promise<void> {
    await tx.query(sql`
      update ideas set pledged_minor = round.pledged_minor + round.committed_minor, target_minor = round.target_minor, currency = round.currency
      from funding_rounds round where round.id = ${roundId} and ideas.id = round.idea_id
        and not exists (select from funding_rounds later where later.idea_id = round.idea_id and later.opened_at > round.opened_at)`);
  }
}

function roundOf(row: FundingRoundRow): StoredRound {
  const money = (minorUnits: bigint) => moneyOf(minorUnits, row.currency);
  return {
    id: row.id,
    ideaId: row.ideaId,
    purpose: row.purpose,
    status: row.status,
    minimum: money(row.minimumMinor),
    target: money(row.targetMinor),
    pledged: money(row.pledgedMinor),
    deadline: row.deadline,
    leadOrganisationId: row.leadOrganisationId,
    moneyHolderOrganisationId: row.moneyHolderOrganisationId,
    agreementId: row.agreementId,
    ventureId: row.ventureId,
    openedAt: row.openedAt,
    extension:
      row.extendedFrom === null || row.extendedAt === null
        ? null
        : { from: row.extendedFrom, at: row.extendedAt, reason: row.extensionReason ?? '' },
    committedAtClose: row.committedAtCloseMinor === null ? null : money(row.committedAtCloseMinor),
  };
}
