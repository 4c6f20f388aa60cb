import type { ReportReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import type { Reportable } from './reportable.js';

/** Whose something is and where it belongs. */
export interface ReportedFacts {
  readonly writerId: string | null;
  readonly ideaId: string | null;
  readonly organisationId: string | null;
}

export interface StoredReport {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly ideaId: string | null;
  readonly organisationId: string | null;
  readonly reason: ReportReason;
  readonly reporterId: string | null;
  readonly status: 'OPEN' | 'KEPT' | 'REMOVED';
}

@Injectable()
export class ReportStore {
  async factsOf(tx: Tx, kind: Reportable, id: string): Promise<ReportedFacts | undefined> {
    return tx.one(kind.facts(id));
  }

  async hasOpen(tx: Tx, subjectId: string, reporterId: string, reason: ReportReason): Promise<boolean> {
    const row = await tx.one(sql`
      select from reports where subject_id = ${subjectId} and reporter_id = ${reporterId} and reason = ${reason} and status = 'OPEN'`);
    return row !== undefined;
  }

  async add(
    tx: Tx,
    report: {
      readonly subject: { readonly type: string; readonly id: string };
      readonly facts: ReportedFacts;
      readonly reason: ReportReason;
      readonly note: string;
      readonly reporterId: string;
      readonly hours: number;
    },
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into reports (id, subject_type, subject_id, idea_id, organisation_id, reason, note, reporter_id, created_at, due_at)
      values (${id}, ${report.subject.type}, ${report.subject.id}, ${report.facts.ideaId}::uuid, ${report.facts.organisationId}::uuid,
        ${report.reason}, ${report.note}, ${report.reporterId}, app_now(), app_now() + make_interval(hours => ${report.hours}))`);
    return id;
  }

  async lock(tx: Tx, id: string): Promise<StoredReport | undefined> {
    return tx.one(sql`
      select id, subject_type as "subjectType", subject_id as "subjectId", idea_id as "ideaId", organisation_id as "organisationId",
        reason, reporter_id as "reporterId", status
      from reports where id = ${id} for update`);
  }

  /** Closes a report and every other open one about the same thing: one look answers them all. Answers who reported. */
  async decide(
    tx: Tx,
    report: StoredReport,
    status: 'KEPT' | 'REMOVED',
    note: string,
    stewardId: string,
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ reporterId: string | null }>(sql`
      update reports set status = ${status}, decided_by_id = ${stewardId}, decided_at = app_now(), decision_note = ${note}
      where status = 'OPEN' and subject_id = ${report.subjectId} and (reason = 'SOMEONE_AT_RISK') = (${report.reason} = 'SOMEONE_AT_RISK')
      returning reporter_id as "reporterId"`);
    return [...new Set(rows.flatMap(({ reporterId }) => (reporterId === null ? [] : [reporterId])))];
  }

  /** Whether somebody still waits for a look at something that was hidden because somebody may be at risk. */
  async isAtRisk(tx: Tx, subjectId: string): Promise<boolean> {
    const row = await tx.one(sql`
      select from reports where subject_id = ${subjectId} and status = 'OPEN' and reason = 'SOMEONE_AT_RISK' limit 1`);
    return row !== undefined;
  }

  /** Those named for safeguarding, who are told of a risk at once. */
  async safeguarding(tx: Tx): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select id from people where steward and safeguarding and deleted_at is null`);
    return rows.map(({ id }) => id);
  }
}
