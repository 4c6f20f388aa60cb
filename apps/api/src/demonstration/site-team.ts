import type { PlannedReport } from '@openimpact/builders';

import { AddComment } from '../modules/discussion/index.js';
import { Appeals } from '../modules/ideas/index.js';
import { DecideReport, ReportContent } from '../modules/stewardship/index.js';
import { globalId } from '../platform/database/index.js';
import { agreed, known, type World } from './world.js';

/** Somebody writes, somebody else tells the site team of it, which decides; the writer may ask the other steward. */
export function planReport(world: World, report: PlannedReport): void {
  const { history } = world;
  const { idea, writtenBy, reportedBy, decision, appeal, writtenDaysAgo } = report;
  let commentId = '';
  let reportId = '';
  history.plan(writtenDaysAgo, `${writtenBy} comments on ${idea}`, async () => {
    const said = { answersId: null, body: report.text, stance: null, perspective: report.perspective, shownAs: null };
    const ideaId = known(world.ideas, idea);
    ({ commentId } = await agreed(world.use(AddComment).execute(await world.as(writtenBy), { ideaId, ...said })));
  });
  history.plan(writtenDaysAgo - 0.3, `${reportedBy} reports it`, async () => {
    const told = { subjectId: globalId('comment', commentId), reason: report.reason, note: report.note };
    ({ reportId } = await agreed(world.use(ReportContent).execute(await world.as(reportedBy), told)));
  });
  history.plan(writtenDaysAgo - 0.4, `${decision.by} decides`, async () => {
    const { remove, note } = decision;
    await agreed(world.use(DecideReport).execute(await world.as(decision.by), { reportId, remove, note }));
  });
  if (appeal === undefined) return;
  let appealId = '';
  history.plan(writtenDaysAgo - 2, `${writtenBy} appeals`, async () => {
    const ask = { decision: globalId('removal', reportId), reason: appeal.reason };
    ({ appealId } = await agreed(world.use(Appeals).appeal(await world.as(writtenBy), ask)));
  });
  history.plan(writtenDaysAgo - 5, `${appeal.decidedBy} decides the appeal`, async () => {
    const answer = { appealId, overturn: appeal.overturn, reason: appeal.because };
    await agreed(world.use(Appeals).decide(await world.as(appeal.decidedBy), answer));
  });
}
