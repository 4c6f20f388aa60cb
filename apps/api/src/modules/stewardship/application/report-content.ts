import { accept, type Decision, fileReport, type ReportReason, type ReportRefusal, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { reportableOf } from '../persistence/reportable.js';
import { ReportStore } from '../persistence/report-store.js';
import { WITHHELD, WithheldStore } from '../persistence/withheld-store.js';

export interface ReportContentCommand {
  readonly subjectId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
}

/** Tells the site team of something that should not be there. Where somebody may be at risk, it is hidden in the same moment. */
@Injectable()
export class ReportContent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly withheld: WithheldStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: ReportContentCommand,
  ): Promise<Decision<{ readonly reportId: string; readonly hidden: boolean }, ReportRefusal>> {
    try {
      return await this.file(viewer, command);
    } catch (error) {
      if (constraintName(error) === 'reports_one_open_key') return refuse([{ code: 'REPORTED_ALREADY' as const }]);
      throw error;
    }
  }

  private file(viewer: SignedInViewer, { subjectId, reason, note }: ReportContentCommand) {
    return this.unitOfWork.run<Decision<{ readonly reportId: string; readonly hidden: boolean }, ReportRefusal>>(
      async (tx) => {
        const { person } = await asOfNow(tx, viewer);
        const subject = reportableOf(subjectId);
        const facts = subject && (await this.reports.factsOf(tx, subject.kind, subject.id));
        if (subject === undefined || facts === undefined) throw new NotFoundError('What you want to report');
        const reportedAlready = await this.reports.hasOpen(tx, subject.id, person.id, reason);
        const decision = fileReport({ reason, note }, { hasWords: true, reportedAlready });
        if (!decision.ok) return decision;

        const { hides, hours } = decision.value;
        const reportId = await this.reports.add(tx, {
          subject: { type: subject.kind.type, id: subject.id },
          facts,
          reason,
          note: decision.value.note,
          reporterId: person.id,
          hours,
        });
        if (hides) await this.withheld.withhold(tx, subject.kind, subject.id, WITHHELD);
        // Who reported is told to nobody, so that nobody has to fear it.
        await this.activity.append(tx, {
          kind: hides ? 'report.risk_filed' : 'report.filed',
          subject: { type: 'Report', id: reportId },
          visibility: 'PRIVATE',
          content: { reason },
          tell: hides ? await this.reports.safeguarding(tx) : [],
        });
        return accept({ reportId, hidden: hides });
      },
    );
  }
}
