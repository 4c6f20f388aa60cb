import { Injectable } from '@nestjs/common';

import { limit, sql, type Sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { type AskedMail, MailOutbox, type WordedMail } from '../../../platform/mail/index.js';
import type { Language } from '../../../platform/words/index.js';
import { activityAddress, activitySubjectName } from '../../activity/index.js';
import { MailLinks } from './mail-links.js';
import { type NewsReader, type Told, wordGatheredNews, wordOneNews } from './news-wording.js';

/** A mail longer than this is not read to its end; the rest is on the page. */
const MOST_IN_ONE_MAIL = 20;
const PEOPLE_AT_ONCE = 500;
const MINUTES_BETWEEN_LOOKS = 15;

/**
 * News by mail: what happened and where, never what people wrote. A redaction reaches every page and feed, and cannot
 * reach a mailbox.
 */
@Injectable()
export class NewsMails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: MailOutbox,
    private readonly links: MailLinks,
    jobs: Jobs,
  ) {
    outbox.wordedBy('NEWS', (tx, mail) => this.one(tx, mail));
    outbox.wordedBy('GATHERED_NEWS', (tx, mail) => this.gathered(tx, mail));
    jobs.every('news.digests', MINUTES_BETWEEN_LOOKS, () => this.sendDue());
  }

  /** Puts the mails that gather news into the outbox for everybody to whom one is due. */
  async sendDue(): Promise<void> {
    let found = PEOPLE_AT_ONCE;
    while (found === PEOPLE_AT_ONCE) {
      found = await this.unitOfWork.run(async (tx) => {
        const due = await tx.query<{ personId: string; day: string }>(sql`
          with due as (
            select person_id from digests_due where due_at <= app_now() order by due_at ${limit(PEOPLE_AT_ONCE)} for update skip locked
          )
          delete from digests_due d using due where d.person_id = due.person_id
          returning d.person_id as "personId", to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD') as day`);
        for (const day of new Set(due.map((each) => each.day))) {
          const people = due.filter((each) => each.day === day).map(({ personId }) => personId);
          await this.outbox.postWorded(tx, 'GATHERED_NEWS', `gathered-news:${day}`, people);
        }
        return due.length;
      });
    }
  }

  private async one(tx: Tx, { personId, event, language }: AskedMail): Promise<WordedMail | null> {
    const to = await this.addressOf(tx, personId);
    if (to === null) return null;
    const [news] = await tx.query<Told>(sql`
      ${told(sql`n.activity_id = ${event.slice('news:'.length)} and n.person_id = ${personId}`)} limit 1`);
    if (news === undefined) return null;
    const reader = this.readerOf(personId, language);
    return { to, unsubscribeUrl: reader.unsubscribeUrl, ...wordOneNews(news, reader) };
  }

  private async gathered(tx: Tx, { personId, language }: AskedMail): Promise<WordedMail | null> {
    const to = await this.addressOf(tx, personId);
    if (to === null) return null;
    const waiting = await tx.query<Told & { number: string }>(sql`
      ${told(sql`n.person_id = ${personId} and n.gathered`, sql`, n.number::text as number`)} order by n.number desc limit 200`);
    if (waiting.length === 0) return null;
    const news = waiting.slice(0, MOST_IN_ONE_MAIL);
    const reader = this.readerOf(personId, language);
    const newest = waiting[0]?.number;
    return {
      to,
      unsubscribeUrl: reader.unsubscribeUrl,
      ...wordGatheredNews({ news, more: waiting.length - news.length }, reader),
      sent: async (left) => {
        await left.query(sql`
          update notifications set gathered = false where person_id = ${personId} and gathered and number <= ${newest}::bigint`);
      },
    };
  }

  /** Where mail reaches somebody who still wants it: they may have stopped it, or left, since it was put in the outbox. */
  private async addressOf(tx: Tx, personId: string): Promise<string | null> {
    const row = await tx.one<{ email: string }>(sql`
      select u.email::text from auth_users u join people p on p.id = u.id
      where u.id = ${personId} and u.email_verified and p.deleted_at is null
        and not exists (select from notification_settings s where s.person_id = u.id and s.email = 'NONE')`);
    return row?.email ?? null;
  }

  private readerOf(personId: string, language: Language): NewsReader {
    return { language, unsubscribeUrl: this.links.unsubscribe(personId), link: (path) => this.links.page(path) };
  }
}

/** Names and addresses as they are when the mail leaves. */
function told(which: Sql, also: Sql = sql``): Sql {
  const activity = sql`a`;
  return sql`select a.kind, ${activitySubjectName(activity)} as about, ${activityAddress(activity)} as address${also}
    from notifications n join activities a on a.id = n.activity_id where ${which}`;
}
