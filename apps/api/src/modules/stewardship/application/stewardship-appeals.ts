import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';
import { type AppealableDecision, Appeals } from '../../ideas/index.js';
import { VoteStore } from '../../support/index.js';
import { reportableType } from '../persistence/reportable.js';
import { ReportStore } from '../persistence/report-store.js';
import { SignalStore } from '../persistence/signal-store.js';
import { isAuthorOf, isClose, organisationsOfIdea } from '../persistence/steward-facts.js';
import { WithheldStore } from '../persistence/withheld-store.js';

/** What the site team decided here and a second steward may undo: something removed, votes set aside, somebody blocked. */
@Injectable()
export class StewardshipAppeals {
  constructor(
    appeals: Appeals,
    private readonly reports: ReportStore,
    private readonly withheld: WithheldStore,
    private readonly signals: SignalStore,
    private readonly votes: VoteStore,
    private readonly activity: ActivityLog,
  ) {
    appeals.register('CONTENT_REMOVED', {
      prefix: 'removal',
      find: (tx, id) => this.removal(tx, id),
      overturn: (tx, id) => this.bringBack(tx, id),
    });
    appeals.register('VOTES_SET_ASIDE', {
      prefix: 'setAside',
      find: (tx, id) => this.setAside(tx, id),
      overturn: (tx, id, viewer, reason) => this.restoreVotes(tx, id, viewer, reason),
    });
    appeals.register('PERSON_BLOCKED', {
      prefix: 'block',
      find: (tx, id) => this.block(tx, id),
      overturn: async (tx, id) => {
        await tx.query(sql`update people set blocked_at = null where id = ${id}`);
      },
    });
  }

  private async removal(tx: Tx, id: string): Promise<AppealableDecision | null> {
    const report = await this.reports.lock(tx, id);
    const kind = report && reportableType(report.subjectType);
    if (report === undefined || kind === undefined || report.status === 'OPEN') return null;
    const facts = await this.reports.factsOf(tx, kind, report.subjectId);
    const by = await tx.one<{ id: string | null }>(sql`select decided_by_id as id from reports where id = ${id}`);
    return {
      ideaId: report.ideaId,
      againstId: by?.id ?? null,
      // Once what was removed is destroyed, nothing can bring it back.
      stands: report.status === 'REMOVED' && (await this.withheld.isWithheld(tx, report.subjectId)),
      concerned: facts?.writerId ? [facts.writerId] : [],
      steward: (viewer) =>
        this.facts(tx, viewer, report.ideaId, [report.organisationId], [facts?.writerId ?? null, report.reporterId]),
    };
  }

  private async bringBack(tx: Tx, id: string): Promise<void> {
    const report = await this.reports.lock(tx, id);
    const kind = report && reportableType(report.subjectType);
    if (report === undefined || kind === undefined) return;
    await tx.query(sql`update withheld_texts set destroy_at = null where subject_id = ${report.subjectId}`);
    await this.withheld.restore(tx, kind, report.subjectId);
    await tx.query(
      sql`update reports set status = 'KEPT' where subject_id = ${report.subjectId} and status = 'REMOVED'`,
    );
  }

  private async setAside(tx: Tx, id: string): Promise<AppealableDecision | null> {
    const signal = await this.signals.lock(tx, id);
    if (signal === undefined || signal.status !== 'SET_ASIDE') return null;
    const by = await tx.one<{ id: string | null }>(sql`select decided_by_id as id from vote_signals where id = ${id}`);
    const votes = await this.signals.setAsideOf(tx, signal);
    const voters = votes.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    return {
      ideaId: signal.ideaId,
      againstId: by?.id ?? null,
      stands: votes.length > 0,
      concerned: voters,
      steward: (viewer) => this.facts(tx, viewer, signal.ideaId, [], voters),
    };
  }

  private async restoreVotes(tx: Tx, id: string, viewer: SignedInViewer, reason: string): Promise<void> {
    const signal = await this.signals.lock(tx, id);
    if (signal === undefined) return;
    for (const vote of await this.signals.setAsideOf(tx, signal)) {
      await this.votes.setAside(tx, vote.id, false);
      await tx.query(sql`
        update vote_set_asides set restored_at = app_now(), restored_by_id = ${viewer.person.id} where vote_id = ${vote.id}`);
    }
    await this.activity.append(tx, {
      kind: 'votes.restored',
      subject: { type: 'Idea', id: signal.ideaId },
      ideaId: signal.ideaId,
      actorId: viewer.person.id,
      visibility: 'PUBLIC',
      content: { reason },
    });
  }

  private async block(tx: Tx, personId: string): Promise<AppealableDecision | null> {
    const person = await tx.one<{ blocked: boolean; by: string | null }>(sql`
      select p.blocked_at is not null as blocked, (select a.proposed_by_id from second_person_acts a
        where a.kind = 'PERSON_BLOCKED' and a.subject_id = p.id and a.status = 'CONFIRMED' order by a.decided_at desc limit 1) as by
      from people p where p.id = ${personId} and p.deleted_at is null for update of p`);
    if (person === undefined || person.by === null) return null;
    return {
      ideaId: null,
      againstId: person.by,
      stands: person.blocked,
      concerned: [personId],
      steward: (viewer) => this.facts(tx, viewer, null, [], [personId]),
    };
  }

  /** Who has a part in a matter does not decide it: its people, its idea's authors, its organisations. */
  private async facts(
    tx: Tx,
    viewer: SignedInViewer,
    ideaId: string | null,
    organisationIds: readonly (string | null)[],
    people: readonly (string | null)[],
  ) {
    const { id, steward } = viewer.person;
    const close =
      people.includes(id) ||
      (await isAuthorOf(tx, id, ideaId)) ||
      (await isClose(tx, id, [...organisationIds, ...(await organisationsOfIdea(tx, ideaId))]));
    return { isSteward: steward, isInvolved: close };
  }
}
