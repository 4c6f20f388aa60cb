import { Injectable } from '@nestjs/common';

import { limit, sql, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

const DAYS_KEPT = 365;
const ROWS_AT_ONCE = 5_000;

/** What this module holds about a person, and for how long. */
@Injectable()
export class NotificationData {
  constructor(
    personalData: PersonalData,
    jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
  ) {
    personalData.register({
      name: 'news',
      export: async (tx, personId) => {
        const [settings] = await tx.query(sql`
          select email, news, follow_automatically as "followAutomatically" from notification_settings where person_id = ${personId}`);
        const follows = await tx.query(sql`
          select subject_type as "type", coalesce(i.slug, v.slug, o.slug) as "what", f.reason, f.stopped, f.created_at as "since"
          from follows f left join ideas i on i.id = f.subject_id left join ventures v on v.id = f.subject_id
            left join organisations o on o.id = f.subject_id
          where f.person_id = ${personId} order by f.created_at, f.subject_id`);
        const notifications = await tx.query(sql`
          select a.kind, n.reason, n.created_at as "toldAt", n.read_at as "readAt"
          from notifications n join activities a on a.id = n.activity_id where n.person_id = ${personId} order by n.number`);
        return { settings: settings ?? null, follows, notifications };
      },
      erase: async (tx, personId) => {
        for (const table of [sql`notifications`, sql`digests_due`, sql`follows`, sql`notification_settings`]) {
          await tx.query(sql`delete from ${table} where person_id = ${personId}`);
        }
      },
    });
    jobs.every('news.tidy', 60, () => this.tidy());
  }

  /** Lets go of notifications older than a year. What happened stays in the log; who was told does not. */
  async tidy(): Promise<void> {
    let gone = ROWS_AT_ONCE;
    while (gone === ROWS_AT_ONCE) {
      gone = await this.unitOfWork.run(async (tx) => {
        const rows = await tx.query(sql`
          delete from notifications where number in (
            select number from notifications where created_at < app_now() - make_interval(days => ${DAYS_KEPT}) order by created_at ${limit(ROWS_AT_ONCE)})
          returning number`);
        return rows.length;
      });
    }
  }
}
