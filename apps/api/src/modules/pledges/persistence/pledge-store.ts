import { createHash } from 'node:crypto';

import { contentOfPledge, heldBy, type Money, type Pledge, type PledgeWord } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf, readCondition, storeCondition } from '../../mandates/index.js';
import { PledgeRow } from './pledge.row.js';

/** A pledge with the number of its content, which ledger and approvals point at. */
export interface StoredPledge extends Pledge, PledgeWord {
  readonly version: number;
  readonly contentHash: string;
}

/** Somebody's word about the content of a pledge. */
export interface Writing {
  readonly authorId: string;
  readonly at: Date;
  /** The threshold that decided when this content was made; null: there was none. */
  readonly threshold: Money | null;
  /** The rule that authorised it beforehand, where one did. */
  readonly automaticRuleId?: string;
}

@Injectable()
export class PledgeStore {
  async add(tx: Tx, pledge: Pledge, writing: Writing): Promise<void> {
    await tx.manager.insert(PledgeRow, {
      id: pledge.id,
      roundId: pledge.roundId,
      mandateId: pledge.mandateId,
      organisationId: pledge.funderId,
      kind: 'GRANT',
      automaticRuleId: writing.automaticRuleId ?? null,
      reconfirmedAt: null,
      madeById: writing.authorId,
      placedAt: pledge.placedAt,
      version: 1,
      ...contentColumns(pledge, writing),
    });
    await this.addVersion(tx, pledge, 1, writing);
  }

  /** Another content: approvals of the one before are void, because they are of another hash. */
  async rewrite(tx: Tx, pledge: Pledge, version: number, writing: Writing): Promise<void> {
    await tx.manager.update(PledgeRow, { id: pledge.id }, { version, ...contentColumns(pledge, writing) });
    await this.addVersion(tx, pledge, version, writing);
  }

  /** The same content in another state. A match may be worth another amount at its end. */
  async move(tx: Tx, pledge: Pledge, at: Date): Promise<void> {
    await tx.query(sql`
      update pledges set status = ${pledge.status}, amount_minor = ${pledge.amount.minorUnits.toString()}, updated_at = ${at},
        in_force_at = case when ${pledge.status} = 'PLEDGED' then ${at}::timestamptz else in_force_at end
      where id = ${pledge.id}`);
  }

  /** What matches are worth now. Nothing moves: each holds the most it may come to. */
  async setWorth(tx: Tx, amounts: ReadonlyMap<string, Money>): Promise<void> {
    await tx.query(sql`
      update pledges set amount_minor = worth.amount
      from unnest(${[...amounts.keys()]}::uuid[], ${[...amounts.values()].map((money) => money.minorUnits.toString())}::bigint[]) as worth (id, amount)
      where pledges.id = worth.id and pledges.amount_minor <> worth.amount`);
  }

  /** Somebody said that it stands for the later deadline. */
  async reconfirm(tx: Tx, pledgeId: string, at: Date): Promise<void> {
    await tx.query(sql`update pledges set reconfirmed_at = ${at}, updated_at = ${at} where id = ${pledgeId}`);
  }

  /** The funder's live pledge in a round. */
  async live(tx: Tx, roundId: string, organisationId: string): Promise<StoredPledge | null> {
    const found = await tx.one<{ id: string }>(sql`
      select id from pledges where round_id = ${roundId} and organisation_id = ${organisationId}
        and status in ('AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED')`);
    return found ? this.find(tx, found.id) : null;
  }

  /** A pledge without a lock: to know which round and mandate to lock. */
  async find(tx: Tx, id: string): Promise<StoredPledge | null> {
    const row = await tx.manager.findOneBy(PledgeRow, { id });
    return row && this.read(tx, row);
  }

  /** In the order in which they were made. Pledges are changed only under their round's lock: reading after it is enough. */
  async ofRound(tx: Tx, roundId: string): Promise<readonly StoredPledge[]> {
    const rows = await tx.manager.find(PledgeRow, { where: { roundId }, order: { placedAt: 'ASC', id: 'ASC' } });
    const pledges: StoredPledge[] = [];
    for (const row of rows) pledges.push(await this.read(tx, row));
    return pledges;
  }

  async hasLive(tx: Tx, roundId: string, organisationId: string): Promise<boolean> {
    const row = await tx.one(sql`
      select from pledges where round_id = ${roundId} and organisation_id = ${organisationId}
        and status in ('AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED')`);
    return row !== undefined;
  }

  async addDecision(
    tx: Tx,
    pledge: StoredPledge,
    decision: {
      readonly kind: 'APPROVED' | 'DECLINED';
      readonly approverId: string;
      readonly reason: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into pledge_approvals (id, pledge_id, version, content_hash, decision, reason, approver_id, decided_at)
      values (${newId()}, ${pledge.id}, ${pledge.version}, ${Buffer.from(pledge.contentHash, 'hex')}, ${decision.kind},
              ${decision.reason}, ${decision.approverId}, ${decision.at})`);
  }

  private async addVersion(tx: Tx, pledge: Pledge, version: number, { authorId, at, threshold }: Writing) {
    await tx.query(sql`
      insert into pledge_versions (pledge_id, version, mandate_version, amount_minor, match_percent, conditions, note, content_hash, threshold_minor, author_id, written_at)
      values (${pledge.id}, ${version}, ${pledge.mandateVersion}, ${heldBy(pledge).minorUnits.toString()}, ${pledge.matching?.percent ?? null},
              ${JSON.stringify(pledge.conditions.map(storeCondition))}::jsonb, ${pledge.note}, ${hashOf(pledge)},
              ${threshold?.minorUnits.toString() ?? null}, ${authorId}, ${at})`);
  }

  private async read(tx: Tx, row: PledgeRow): Promise<StoredPledge> {
    const authors = await tx.query<{ author_id: string }>(
      sql`select distinct author_id from pledge_versions where pledge_id = ${row.id}`,
    );
    return {
      id: row.id,
      roundId: row.roundId,
      mandateId: row.mandateId,
      mandateVersion: row.mandateVersion,
      funderId: row.organisationId,
      status: row.status,
      amount: moneyOf(row.amountMinor, row.currency),
      matching:
        row.matchPercent === null || row.matchMostMinor === null
          ? null
          : { percent: row.matchPercent, most: moneyOf(row.matchMostMinor, row.currency) },
      conditions: row.conditions.map(readCondition),
      note: row.note,
      signing:
        row.signerName === null
          ? null
          : { name: row.signerName, role: row.signerRole ?? '', agreementUrl: row.grantAgreementUrl ?? '' },
      placedAt: row.placedAt,
      inForceAt: row.inForceAt,
      reconfirmedAt: row.reconfirmedAt,
      authors: authors.map((author) => author.author_id),
      version: row.version,
      contentHash: row.contentHash.toString('hex'),
    };
  }

  /** People who can be the second person of a pledge now: approvers of its funder who wrote nothing of it. */
  async approversOf(tx: Tx, pledge: Pick<Pledge, 'funderId' | 'authors'>): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select person_id as id from memberships where organisation_id = ${pledge.funderId} and left_at is null and 'APPROVER' = any (roles)
        and person_id <> all(${[...pledge.authors]}::uuid[]) order by person_id`);
    return rows.map(({ id }) => id);
  }
}

function contentColumns(pledge: Pledge, { at, threshold }: Writing) {
  return {
    status: pledge.status,
    mandateVersion: pledge.mandateVersion,
    currency: pledge.amount.currency,
    amountMinor: pledge.amount.minorUnits,
    matchPercent: pledge.matching?.percent ?? null,
    matchMostMinor: pledge.matching?.most.minorUnits ?? null,
    signerName: pledge.signing?.name ?? null,
    signerRole: pledge.signing?.role || null,
    grantAgreementUrl: pledge.signing?.agreementUrl || null,
    conditions: pledge.conditions.map(storeCondition),
    note: pledge.note,
    thresholdMinor: threshold?.minorUnits ?? null,
    contentHash: hashOf(pledge),
    // What awaits approval was never promised to anyone, or is no longer.
    inForceAt: pledge.status === 'PLEDGED' ? at : null,
    updatedAt: at,
  };
}

/** SHA-256 of the content, which an approval is of. */
function hashOf(pledge: Pledge): Buffer {
  return createHash('sha256').update(contentOfPledge(pledge)).digest();
}
