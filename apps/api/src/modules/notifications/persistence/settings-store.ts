import { nextDigest, type NotificationSettings, USUAL_SETTINGS } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

@Injectable()
export class SettingsStore {
  /** What somebody chose, or what holds for those who never did. */
  async of(tx: Tx, personId: string): Promise<NotificationSettings> {
    const row = await tx.one<NotificationSettings>(sql`
      select email, news, follow_automatically as "followAutomatically" from notification_settings where person_id = ${personId} for update`);
    return row ?? USUAL_SETTINGS;
  }

  /** Keeps a choice, and moves the next mail that gathers news to where it now belongs. */
  async keep(tx: Tx, personId: string, settings: NotificationSettings): Promise<void> {
    await tx.query(sql`
      insert into notification_settings (person_id, email, news, follow_automatically)
      values (${personId}, ${settings.email}, ${settings.news}, ${settings.followAutomatically})
      on conflict on constraint notification_settings_pk do update
      set email = excluded.email, news = excluded.news, follow_automatically = excluded.follow_automatically`);
    const due = nextDigest(settings.email, await tx.now());
    if (due === null) {
      await tx.query(sql`delete from digests_due where person_id = ${personId}`);
      await tx.query(sql`update notifications set gathered = false where person_id = ${personId} and gathered`);
    } else {
      await tx.query(sql`update digests_due set due_at = ${due} where person_id = ${personId}`);
    }
  }
}
