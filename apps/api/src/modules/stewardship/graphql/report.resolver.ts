import { Args, Mutation, Resolver } from '@nestjs/graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { globalId, rowId } from '../../../platform/database/index.js';
import { RefusalObject, SignedIn } from '../../../platform/graphql/index.js';
import { DecideReport } from '../application/decide-report.js';
import { ReportContent } from '../application/report-content.js';
import { DecideReportInput, DecideReportResult, ReportContentInput, ReportContentResult } from './report.object.js';
import { wordDecideReport, wordReport } from './wording.js';

@Resolver()
export class ReportResolver {
  constructor(
    private readonly reportUseCase: ReportContent,
    private readonly decideUseCase: DecideReport,
  ) {}

  @Mutation(() => ReportContentResult, {
    description:
      'Tells the site team of something that should not be there. “Someone may be at risk” hides it at once.',
  })
  async reportContent(@Args('input') input: ReportContentInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.reportUseCase.execute(viewer, { ...input, note: input.note ?? null });
    if (!decision.ok) return RefusalObject.from(decision, wordReport);
    const { reportId, hidden } = decision.value;
    return { __typename: 'ReportContentPayload', reportId: globalId('report', reportId), hidden };
  }

  @Mutation(() => DecideReportResult, {
    description: 'For the site team: closes a report. What is removed can be appealed for thirty days.',
  })
  async decideReport(@Args('input') input: DecideReportInput, @SignedIn() viewer: SignedInViewer) {
    const decision = await this.decideUseCase.execute(viewer, {
      reportId: rowId('report', input.reportId),
      remove: input.remove,
      note: input.note ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordDecideReport);
    return {
      __typename: 'DecideReportPayload',
      reportId: input.reportId,
      removed: decision.value.status === 'REMOVED',
    };
  }
}
