import type { PlannedHeldPost, PlannedReport } from '@openimpact/builders';

import { AddComment } from '../modules/discussion/index.js';
import { Appeals } from '../modules/ideas/index.js';
import { DecideReport, HeldPostStore, ReportContent } from '../modules/stewardship/index.js';
import { globalId, UnitOfWork } from '../platform/database/index.js';
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
  if (decision === undefined) return;
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
  const answered = appeal.decision;
  if (answered === undefined) return;
  history.plan(writtenDaysAgo - 5, `${answered.by} decides the appeal`, async () => {
    const answer = { appealId, overturn: answered.overturn, reason: answered.because };
    await agreed(world.use(Appeals).decide(await world.as(answered.by), answer));
  });
}

/**
 * A first word waits for a look. Invented people are trusted, so that a demonstration can be tried without waiting: this
 * one is kept as that of a newcomer would be.
 */
export function planHeldPost(world: World, { idea, by, perspective, text, daysAgo }: PlannedHeldPost): void {
  world.history.plan(daysAgo, `${by} writes for the first time`, async () => {
    const input = { subjectId: globalId('idea', known(world.ideas, idea)), body: text, perspective };
    const { person } = await world.as(by);
    await world.use(UnitOfWork).run((tx) => world.use(HeldPostStore).hold(tx, person.id, 'addComment', input));
  });
}
