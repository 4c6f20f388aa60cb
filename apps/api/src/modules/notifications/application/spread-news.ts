import { audienceOf, nextDigest, waitsForYou } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { MailOutbox } from '../../../platform/mail/index.js';
import { Tail } from '../../../platform/tail/index.js';
import { type Hearer, NotificationStore, type Spreading } from '../persistence/notification-store.js';

/** The channel on which each batch of new notifications is announced: activity, first and last person. */
export const NOTIFIED_CHANNEL = 'openimpact_notified';

const BATCH = 1_000;
const BEFORE_ANYBODY = '00000000-0000-0000-0000-000000000000';
/** What is appended by the thousand and never told to anybody by name. */
const NEVER_NEWS = new Set(['vote.cast', 'vote.imported', 'vote.confirmed', 'vote.withdrawn']);

/**
 * Tells those who follow something, or were told by name, what happened. The tail only asks for the work, in the
 * transaction that seals the entry; it is done in batches with a transaction each, so that an idea with 100,000
 * followers keeps nobody waiting. Done twice after a crash, each person still hears once.
 */
@Injectable()
export class SpreadNews {
  constructor(
    tail: Tail,
    jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationStore,
    private readonly outbox: MailOutbox,
  ) {
    tail.fold(async (client, batch) => {
      const candidates = batch.filter(({ kind }) => !NEVER_NEWS.has(kind));
      if (candidates.length === 0) return;
      const news = candidates.filter(({ kind }) => audienceOf(kind).length > 0);
      // A comment without a name is told at the next full hour: the minute would say who was at a screen.
      await client.query({
        name: 'fold_news',
        text: `
          select graphile_worker.add_job('news.spread', json_build_object('activityId', a.id), job_key => 'news:' || a.id,
            run_at => case when a.kind like 'comment.%' and a.actor_id is null then date_trunc('hour', clock_timestamp()) + interval '1 hour' end)
          from (select id, kind, actor_id from activities where id = any($1::uuid[]) order by id) a
          union all
          select graphile_worker.add_job('news.spread', json_build_object('activityId', told.activity_id), job_key => 'news:' || told.activity_id)
          from (select distinct activity_id from activity_addressees where activity_id = any($2::uuid[]) and not activity_id = any($1::uuid[])) told`,
        values: [news.map(({ id }) => id), candidates.map(({ id }) => id)],
      });
    });
    jobs.task('news.spread', ({ activityId }) => this.execute(String(activityId)));
  }

  async execute(activityId: string): Promise<void> {
    let after: string | null = BEFORE_ANYBODY;
    while (after !== null) {
      const from: string = after;
      after = await this.unitOfWork.run((tx) => this.batch(tx, activityId, from));
    }
  }

  /** Tells the next batch; answers the last person looked at, or null when that was everybody. */
  private async batch(tx: Tx, activityId: string, after: string): Promise<string | null> {
    const activity = await this.notifications.spreading(tx, activityId);
    if (activity === undefined) return null;
    const page = await this.notifications.hearers(tx, activity, audienceFor(activity), after, BATCH);
    const heard = page.filter((hearer) => hears(hearer, activity));
    const atOnce = heard.filter((hearer) => isMailedAtOnce(hearer, activity));
    const gathered = heard.filter(
      (hearer) => hearer.canBeMailed && !atOnce.includes(hearer) && nextDigest(hearer.email, new Date()) !== null,
    );
    const waits = new Set(gathered);
    await this.notifications.add(
      tx,
      activityId,
      heard.map((hearer) => ({ ...hearer, gathered: waits.has(hearer) })),
    );
    const now = await tx.now();
    for (const email of ['DAILY', 'WEEKLY'] as const) {
      const people = gathered.filter((hearer) => hearer.email === email).map(({ personId }) => personId);
      await this.notifications.gather(tx, people, nextDigest(email, now));
    }
    const mailed = atOnce.map(({ personId }) => personId);
    await this.outbox.postWorded(tx, 'NEWS', `news:${activityId}`, mailed);
    const [first, last] = [heard[0]?.personId, heard.at(-1)?.personId];
    if (first !== undefined) {
      await tx.query(sql`select pg_notify(${NOTIFIED_CHANNEL}, ${`${activityId} ${first} ${String(last)}`})`);
    }
    return page.length < BATCH ? null : (page.at(-1)?.personId ?? null);
  }
}

/** What is not public reaches those told by name only; that somebody commented without a name is public on the page. */
function audienceFor({ kind, visibility }: Spreading) {
  return visibility === 'PUBLIC' || kind === 'comment.added' ? audienceOf(kind) : [];
}

function hears({ personId, reason, news, here }: Hearer, { doneBy, kind }: Spreading): boolean {
  if (!here) return false;
  // Told to a whole organisation, it is news for those who want news.
  if (kind === 'idea.fits') return news;
  return reason === 'TOLD' || (news && personId !== doneBy);
}

function isMailedAtOnce({ reason, email, canBeMailed }: Hearer, { kind }: Spreading): boolean {
  if (!canBeMailed || email === 'NONE') return false;
  return email === 'IMMEDIATE' || (reason === 'TOLD' && waitsForYou(kind));
}
