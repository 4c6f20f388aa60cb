import type {
  AnnouncedRelease,
  CallPart,
  Commitment,
  Money,
  OverduePromise,
  PaymentStatus,
  TrancheShare,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf } from '../../mandates/index.js';

/** A part of a payment request: what one funder was asked for and what is outstanding of it. */
export interface StoredPart {
  readonly id: string;
  readonly pledgeId: string;
  readonly roundId: string;
  readonly outstanding: Money;
  readonly dueOn: string;
}

export interface StoredPayment {
  readonly id: string;
  readonly partId: string;
  readonly pledgeId: string;
  readonly roundId: string;
  readonly payerId: string;
  readonly amount: Money;
  readonly status: PaymentStatus;
  readonly ledgerTransactionId: string;
}

/** Calls, their parts, payments and releases. Everything is changed under the round's lock. */
@Injectable()
export class TrancheStore {
  async calledPositions(tx: Tx, roundId: string): Promise<readonly number[]> {
    const rows = await tx.query<{ position: number }>(
      sql`select position from tranche_calls where round_id = ${roundId}`,
    );
    return rows.map((row) => row.position);
  }

  /** What each funder agreed to at the close, and how much of it was not asked for: from the ledger, not from a copy. */
  async commitments(tx: Tx, roundId: string): Promise<readonly Commitment[]> {
    const rows = await tx.query<{ id: string; agreed: string; uncalled: string; currency: string }>(sql`
      select pledge.id, pledge.amount_minor as agreed, pledge.currency, coalesce(account.balance, 0) as uncalled
      from pledges pledge left join ledger_accounts account on account.owner_id = pledge.id and account.kind = 'COMMITTED'
      where pledge.round_id = ${roundId} and pledge.status in ('COMMITTED', 'SETTLED') order by pledge.id`);
    return rows.map((row) => ({
      pledgeId: row.id,
      agreed: moneyOf(BigInt(row.agreed), row.currency),
      uncalled: moneyOf(BigInt(row.uncalled), row.currency),
    }));
  }

  /** Promises of the round that are overdue today: not submitted, not verified, not waived. */
  async overduePromises(tx: Tx, roundId: string): Promise<readonly OverduePromise[]> {
    return tx.query<OverduePromise>(sql`
      select output.title, to_char(promise.due_on, 'YYYY-MM-DD') as "dueOn", coalesce(promise.tranche_position, 1) as "tranchePosition"
      from obligations promise join agreement_outputs output on output.id = promise.agreement_output_id
      where promise.round_id = ${roundId} and promise.tranche_position is not null
        and obligation_state(promise.state, promise.due_on, (app_now() at time zone 'UTC')::date) = 'OVERDUE'`);
  }

  async ventureStopped(tx: Tx, ventureId: string | null): Promise<boolean> {
    const row = await tx.one(sql`select from ventures where id = ${ventureId}::uuid and status = 'STOPPED'`);
    return row !== undefined;
  }

  async addCall(
    tx: Tx,
    call: {
      readonly id: string;
      readonly roundId: string;
      readonly tranche: TrancheShare['position'];
      readonly amount: Money;
      readonly parts: readonly CallPart[];
      readonly dueOn: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into tranche_calls (id, round_id, position, currency, amount_minor, due_on, called_by_id, called_at)
      values (${call.id}, ${call.roundId}, ${call.tranche}, ${call.amount.currency}, ${call.amount.minorUnits.toString()},
              ${call.dueOn}, ${call.personId}, ${call.at})`);
    await tx.query(sql`
      insert into call_parts (id, call_id, pledge_id, amount_minor)
      select part.id, ${call.id}, part.pledge_id, part.amount
      from unnest(${call.parts.map(() => newId())}::uuid[], ${call.parts.map((part) => part.pledgeId)}::uuid[],
                  ${call.parts.map((part) => part.amount.minorUnits.toString())}::bigint[]) as part (id, pledge_id, amount)`);
  }

  async part(tx: Tx, id: string): Promise<StoredPart | null> {
    const row = await tx.one<{
      pledgeId: string;
      roundId: string;
      outstanding: string;
      currency: string;
      dueOn: string;
    }>(sql`
      select part.pledge_id as "pledgeId", call.round_id as "roundId", part.amount_minor - part.paid_minor - part.released_minor as outstanding,
        call.currency, to_char(call.due_on, 'YYYY-MM-DD') as "dueOn"
      from call_parts part join tranche_calls call on call.id = part.call_id where part.id = ${id}`);
    if (!row) return null;
    return {
      id,
      pledgeId: row.pledgeId,
      roundId: row.roundId,
      outstanding: moneyOf(BigInt(row.outstanding), row.currency),
      dueOn: row.dueOn,
    };
  }

  /** How often what was outstanding of a part was let go: again only after a payment came back. */
  async timesReleased(tx: Tx, partId: string): Promise<number> {
    const row = await tx.one<{ times: number }>(
      sql`select count(*)::int as times from ledger_transactions where cause_id = ${partId} and kind = 'CALL_RELEASED'`,
    );
    return row?.times ?? 0;
  }

  /** Lets go of what is outstanding of a part. */
  async releasePart(
    tx: Tx,
    partId: string,
    by: { readonly amount: Money; readonly personId: string; readonly reason: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(sql`
      update call_parts set released_minor = released_minor + ${by.amount.minorUnits.toString()}::bigint, released_by_id = ${by.personId},
        release_reason = ${by.reason}, released_at = ${by.at} where id = ${partId}`);
  }

  async referenceUsed(tx: Tx, organisationId: string, reference: string): Promise<boolean> {
    const row = await tx.one(
      sql`select from payments where organisation_id = ${organisationId} and reference = ${reference}`,
    );
    return row !== undefined;
  }

  async addPayment(
    tx: Tx,
    payment: {
      readonly id: string;
      readonly partId: string;
      readonly payerId: string;
      readonly amount: Money;
      readonly reference: string;
      readonly paidOn: string;
      readonly ledgerTransactionId: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into payments (id, call_part_id, organisation_id, currency, amount_minor, reference, paid_on, status, ledger_transaction_id, recorded_by_id, recorded_at)
      values (${payment.id}, ${payment.partId}, ${payment.payerId}, ${payment.amount.currency}, ${payment.amount.minorUnits.toString()},
              ${payment.reference}, ${payment.paidOn}, 'RECORDED', ${payment.ledgerTransactionId}, ${payment.personId}, ${payment.at})`);
    await this.addPaid(tx, payment.partId, payment.amount);
  }

  async payment(tx: Tx, id: string): Promise<StoredPayment | null> {
    const row = await tx.one<Omit<StoredPayment, 'amount'> & { amount: string; currency: string }>(sql`
      select payment.id, payment.call_part_id as "partId", part.pledge_id as "pledgeId", call.round_id as "roundId",
        payment.organisation_id as "payerId", payment.amount_minor as amount, payment.currency, payment.status,
        payment.ledger_transaction_id as "ledgerTransactionId"
      from payments payment join call_parts part on part.id = payment.call_part_id join tranche_calls call on call.id = part.call_id
      where payment.id = ${id}`);
    return row ? { ...row, amount: moneyOf(BigInt(row.amount), row.currency) } : null;
  }

  async receive(tx: Tx, paymentId: string, personId: string, at: Date): Promise<void> {
    await tx.query(sql`
      update payments set status = 'RECEIVED', received_by_id = ${personId}, received_at = ${at} where id = ${paymentId}`);
  }

  async reverse(
    tx: Tx,
    payment: StoredPayment,
    by: { readonly personId: string; readonly at: Date; readonly reason: string },
  ) {
    await tx.query(sql`
      update payments set status = 'REVERSED', reversed_by_id = ${by.personId}, reversed_at = ${by.at}, reversal_reason = ${by.reason}
      where id = ${payment.id}`);
    await this.addPaid(tx, payment.partId, payment.amount.negated());
  }

  async announced(tx: Tx, pledgeId: string): Promise<AnnouncedRelease | null> {
    const row = await tx.one<{ id: string; amount: string; currency: string; by: string; at: Date }>(sql`
      select id, amount_minor as amount, currency, announced_by_id as by, announced_at as at
      from remainder_releases where pledge_id = ${pledgeId} and released_at is null`);
    if (!row) return null;
    return { id: row.id, amount: moneyOf(BigInt(row.amount), row.currency), announcedBy: row.by, announcedAt: row.at };
  }

  async announce(
    tx: Tx,
    release: {
      readonly id: string;
      readonly pledgeId: string;
      readonly amount: Money;
      readonly reason: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into remainder_releases (id, pledge_id, currency, amount_minor, reason, announced_by_id, announced_at)
      values (${release.id}, ${release.pledgeId}, ${release.amount.currency}, ${release.amount.minorUnits.toString()},
              ${release.reason}, ${release.personId}, ${release.at})`);
  }

  async carryOut(
    tx: Tx,
    releaseId: string,
    by: { readonly personId: string; readonly side: string; readonly at: Date },
  ) {
    await tx.query(sql`
      update remainder_releases set released_by_id = ${by.personId}, released_side = ${by.side}, released_at = ${by.at}
      where id = ${releaseId}`);
  }

  private async addPaid(tx: Tx, partId: string, amount: Money): Promise<void> {
    await tx.query(
      sql`update call_parts set paid_minor = paid_minor + ${amount.minorUnits.toString()}::bigint where id = ${partId}`,
    );
  }
}
