import { checkReminder, promiseReminder, standingOf, waiverReminderIsDue, WAIVER_REMINDERS } from '@openimpact/domain';
import { Injectable, Logger } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { limit, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { PledgeLocks } from '../../pledges/index.js';
import { ObligationStore, type StoredObligation } from '../persistence/obligation-store.js';
import { ReturnStore } from '../persistence/return-store.js';
import { WaiverStore } from '../persistence/waiver-store.js';
import { fundersOf } from './facts.js';
import { SettleWaiver } from './settle-waiver.js';
import { stewards, whoAnswers, whoChecks, whoKeeps } from './who-is-concerned.js';

/** As many a kind are looked at in one go; the rest an hour later. */
const AT_ONCE = 500;

/**
 * What follows from time alone: reminders of promises, of what waits to be checked and of waivers without an answer, and
 * waivers that silence decides. Each is one short transaction and harmless when it runs again.
 */
@Injectable()
export class RunTimers {
  private readonly log = new Logger(RunTimers.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationStore,
    private readonly returns: ReturnStore,
    private readonly waivers: WaiverStore,
    private readonly settle: SettleWaiver,
    private readonly locks: PledgeLocks,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.every('returns.timers', 60, () => this.execute());
  }

  async execute(): Promise<void> {
    await this.each(
      'promises',
      sql`
      select o.id from obligations o
      where o.state in ('PROMISED', 'CHANGES_REQUESTED', 'REOPENED') and o.due_on <= (app_now() at time zone 'UTC')::date + 30
        and not exists (select from obligation_reminders r where r.obligation_id = o.id and r.about_on = o.due_on
          and r.kind = case when o.due_on < (app_now() at time zone 'UTC')::date then 'OVERDUE'
            when o.due_on <= (app_now() at time zone 'UTC')::date + 7 then 'DUE_IN_A_WEEK' else 'DUE_IN_A_MONTH' end)
      order by o.due_on ${limit(AT_ONCE)}`,
      (tx, id) => this.remindOfPromise(tx, id),
    );
    await this.each(
      'checks',
      sql`
      select o.id from obligations o join returns waiting on waiting.obligation_id = o.id and waiting.decision is null
      where o.state = 'SUBMITTED' and waiting.submitted_at < app_now() - interval '13 days'
        and not exists (select from obligation_reminders r where r.obligation_id = o.id and r.kind = 'STEWARDS'
          and r.about_on = (waiting.submitted_at at time zone 'UTC')::date)
      order by waiting.submitted_at ${limit(AT_ONCE)}`,
      (tx, id) => this.remindOfCheck(tx, id),
    );
    await this.each(
      'waivers',
      sql`
      select w.obligation_id as id from waivers w where w.status = 'OPEN' order by w.proposed_at ${limit(AT_ONCE)}`,
      (tx, id) => this.moveWaiver(tx, id),
    );
  }

  private async each(what: string, candidates: ReturnType<typeof sql>, work: (tx: Tx, id: string) => Promise<void>) {
    const found = await this.unitOfWork.run((tx) => tx.query<{ id: string }>(candidates));
    for (const { id } of found) {
      // One that fails must not keep the others from being reminded.
      await this.unitOfWork
        .run((tx) => work(tx, id))
        .catch((error: unknown) => {
          this.log.error({ message: `A timer of ${what} failed.`, id, fault: String(error) });
        });
    }
  }

  private async remindOfPromise(tx: Tx, id: string): Promise<void> {
    const obligation = await this.obligations.lock(tx, id);
    if (!obligation) return;
    const today = (await tx.now()).toISOString().slice(0, 10);
    const kind = promiseReminder(obligation.record, obligation.dueOn, today);
    if (kind === null || !(await this.obligations.reminded(tx, id, kind, obligation.dueOn))) return;
    await this.tell(tx, obligation, kind === 'OVERDUE' ? 'obligation.overdue' : 'obligation.due_soon', {
      tell: await whoKeeps(tx, id),
      content: { title: obligation.title, dueOn: obligation.dueOn },
    });
  }

  private async remindOfCheck(tx: Tx, id: string): Promise<void> {
    const obligation = await this.obligations.lock(tx, id);
    const waiting = obligation && (await this.returns.waiting(tx, id));
    if (!obligation || !waiting) return;
    const today = (await tx.now()).toISOString().slice(0, 10);
    const kind = checkReminder(waiting.submittedOn, today);
    if (kind === null || !(await this.obligations.reminded(tx, id, kind, waiting.submittedOn))) return;
    await this.tell(tx, obligation, kind === 'FUNDERS' ? 'return.waits' : 'return.waits_for_site_team', {
      tell: kind === 'FUNDERS' ? await whoChecks(tx, id) : [...(await stewards(tx)), ...(await whoChecks(tx, id))],
      content: { title: obligation.title, submittedOn: waiting.submittedOn },
    });
  }

  private async moveWaiver(tx: Tx, obligationId: string): Promise<void> {
    const round = await tx.one<{ id: string }>(sql`select round_id as id from obligations where id = ${obligationId}`);
    if (!round) return;
    await this.locks.round(tx, round.id);
    const obligation = await this.obligations.lock(tx, obligationId);
    const waiver = await this.waivers.open(tx, obligationId);
    if (!obligation || !waiver) return;
    const today = (await tx.now()).toISOString().slice(0, 10);
    if (waiverReminderIsDue(waiver, waiver.proposedOn, today)) {
      await this.waivers.reminded(tx, waiver.id, today);
      await this.tell(tx, obligation, 'waiver.reminded', {
        tell: await whoAnswers(tx, obligationId),
        content: { title: obligation.title, reminder: waiver.reminders + 1, of: WAIVER_REMINDERS },
      });
      return;
    }
    const funders = await tx.query<{ organisation_id: string }>(fundersOf(sql`${obligation.roundId}`));
    const standing = standingOf(
      waiver,
      funders.map((funder) => funder.organisation_id),
      today,
    );
    await this.settle.execute(tx, obligation, waiver, standing);
  }

  private async tell(
    tx: Tx,
    { id, ideaId, ventureId }: StoredObligation,
    kind: string,
    more: { readonly tell: readonly string[]; readonly content: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'Obligation', id };
    await this.activity.append(tx, { kind, subject, ideaId, ventureId, visibility: 'PRIVATE', ...more });
  }
}
