import { accept, APPEAL_DAYS, type Decision, decideReport, type DecideReportRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { reportableType } from '../persistence/reportable.js';
import { ReportStore } from '../persistence/report-store.js';
import { isAuthorOf, isClose, isSafeguarding, organisationsOfIdea } from '../persistence/steward-facts.js';
import { WithheldStore } from '../persistence/withheld-store.js';

export interface DecideReportCommand {
  readonly reportId: string | undefined;
  readonly remove: boolean;
  readonly note: string | null;
}

/** A steward closes a report: what was reported stays, or is removed with a reason that its writer is told. */
@Injectable()
export class DecideReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly withheld: WithheldStore,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.every('destroy_removed_texts', 60, () => this.destroyDue());
  }

  /** What was removed and can no longer be appealed. */
  destroyDue(): Promise<void> {
    return this.unitOfWork.run((tx) => this.withheld.destroyDue(tx));
  }

  execute(
    viewer: SignedInViewer,
    { reportId, remove, note }: DecideReportCommand,
  ): Promise<Decision<{ readonly reportId: string; readonly status: string }, DecideReportRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { person } = await asOfNow(tx, viewer);
      const report = reportId === undefined ? undefined : await this.reports.lock(tx, reportId);
      const kind = report && reportableType(report.subjectType);
      // A report is there for the site team, and a risk only for those named for it.
      const mayKnow = person.steward && (report?.reason !== 'SOMEONE_AT_RISK' || (await isSafeguarding(tx, person.id)));
      if (report === undefined || kind === undefined || !mayKnow) throw new NotFoundError('This report');
      const facts = await this.reports.factsOf(tx, kind, report.subjectId);
      const organisations = [report.organisationId, ...(await organisationsOfIdea(tx, report.ideaId))];
      const decision = decideReport(
        { remove, note },
        {
          isSteward: person.steward,
          isSafeguarding: mayKnow,
          isInvolved:
            facts?.writerId === person.id ||
            report.reporterId === person.id ||
            (await isAuthorOf(tx, person.id, report.ideaId)) ||
            (await isClose(tx, person.id, organisations)),
        },
        { isOpen: report.status === 'OPEN' },
      );
      if (!decision.ok) return decision;

      const { status } = decision.value;
      const reporters = await this.reports.decide(tx, report, status, decision.value.note, person.id);
      if (status === 'REMOVED') await this.withheld.remove(tx, kind, report.subjectId, APPEAL_DAYS);
      // Another report of a risk about the same keeps it hidden until somebody looked at that one too.
      else if (!(await this.reports.isAtRisk(tx, report.subjectId)))
        await this.withheld.restore(tx, kind, report.subjectId);
      await this.activity.append(tx, {
        kind: status === 'REMOVED' ? 'report.removed' : 'report.kept',
        subject: { type: kind.type, id: report.subjectId },
        ...(report.ideaId === null ? {} : { ideaId: report.ideaId }),
        visibility: 'PRIVATE',
        content: { reason: report.reason, ...(remove ? { note: decision.value.note } : {}) },
        tell: [...reporters, ...(status === 'REMOVED' && facts?.writerId ? [facts.writerId] : [])],
      });
      return accept({ reportId: report.id, status });
    });
  }
}
