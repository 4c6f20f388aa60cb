import {
  isPromiseSettled,
  type CheckReminder,
  type ObligationRecord,
  type OutputKind,
  type PromiseReminder,
  type ReopenedBecause,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { ObligationRow } from './obligation.row.js';

/** A promise with what was agreed about it. */
export interface StoredObligation {
  readonly id: string;
  readonly ventureId: string;
  readonly ideaId: string;
  readonly roundId: string;
  readonly record: ObligationRecord;
  readonly dueOn: string;
  readonly kind: OutputKind;
  readonly title: string;
  readonly licenceCondition: string;
}

export interface NewObligation {
  readonly id: string;
  readonly ventureId: string;
  readonly ideaId: string;
  readonly roundId: string;
  readonly agreementOutputId: string;
  readonly dueOn: string;
  readonly tranchePosition: number | null;
  readonly at: Date;
}

@Injectable()
export class ObligationStore {
  async add(tx: Tx, { at, ...obligation }: NewObligation): Promise<void> {
    await tx.manager.insert(ObligationRow, { ...obligation, state: 'PROMISED', promisedAt: at });
  }

  /**
   * The promise, locked until the transaction ends. The idea is locked first, because a promise that is kept may move
   * it on, and everything that moves an idea takes its lock before any other.
   */
  async lock(tx: Tx, id: string): Promise<StoredObligation | undefined> {
    await tx.query(sql`
      select from ideas where id = (select idea_id from obligations where id = ${id}) for no key update`);
    await tx.query(sql`select from obligations where id = ${id} for update`);
    return tx.one<StoredObligation>(sql`
      select o.id, o.venture_id as "ventureId", o.idea_id as "ideaId", o.round_id as "roundId", o.state as record,
        to_char(o.due_on, 'YYYY-MM-DD') as "dueOn", a.kind, a.title, a.licence_condition as "licenceCondition"
      from obligations o join agreement_outputs a on a.id = o.agreement_output_id where o.id = ${id}`);
  }

  /** The promises of a venture that can still become something else, locked. */
  async lockOpen(tx: Tx, ventureId: string): Promise<readonly { readonly id: string; readonly ideaId: string }[]> {
    return tx.query(sql`
      select id, idea_id as "ideaId" from obligations where venture_id = ${ventureId}
        and state in ('PROMISED', 'SUBMITTED', 'CHANGES_REQUESTED', 'REOPENED') order by id for update`);
  }

  /** Notes that a reminder was sent; false when it was before. */
  async reminded(tx: Tx, id: string, kind: PromiseReminder | CheckReminder, aboutOn: string): Promise<boolean> {
    const noted = await tx.query(sql`
      insert into obligation_reminders (obligation_id, kind, about_on, sent_at)
      values (${id}, ${kind}, ${aboutOn}::date, app_now()) on conflict do nothing returning kind`);
    return noted.length > 0;
  }

  /** A kept promise is open again, with a date that gives those who do the work time. */
  async reopen(
    tx: Tx,
    id: string,
    { because, dueOn, at }: { readonly because: ReopenedBecause; readonly dueOn: string; readonly at: Date },
  ): Promise<void> {
    await tx.manager.update(
      ObligationRow,
      { id },
      { state: 'REOPENED', settledAt: null, reopenedBecause: because, reopenedAt: at, dueOn },
    );
  }

  async record(
    tx: Tx,
    id: string,
    state: ObligationRecord,
    { at, dueOn }: { readonly at: Date; readonly dueOn?: string },
  ): Promise<void> {
    const settledAt = isPromiseSettled(state) ? at : null;
    await tx.manager.update(ObligationRow, { id }, { state, settledAt, ...(dueOn === undefined ? {} : { dueOn }) });
  }
}
