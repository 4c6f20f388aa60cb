import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** What this module holds about a person. */
@Injectable()
export class WebhookData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'webhooks',
      export: async (tx, personId) =>
        tx.query(sql`
          select address, kinds, created_at as "createdAt", stopped_at as "stoppedAt" from webhooks where person_id = ${personId} order by created_at`),
      erase: async (tx, personId) => {
        await tx.query(sql`delete from webhooks where person_id = ${personId}`);
      },
    });
  }
}
