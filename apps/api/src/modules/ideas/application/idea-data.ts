import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/**
 * What this module holds about a person: the ideas they logged, and drafts. Ideas stay, because others stand behind them;
 * their author then reads as somebody who left. Drafts go.
 */
@Injectable()
export class IdeaData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'ideas',
      export: async (tx, personId) => ({
        logged: await tx.query(sql`
          select slug, title, stage, created_at as "loggedAt" from ideas where author_id = ${personId} order by created_at`),
        revisions: await tx.query(sql`
          select idea_id as "ideaId", number, content, created_at as "writtenAt" from idea_revisions where author_id = ${personId} order by created_at`),
        coAuthorOf: await tx.query(sql`
          select i.slug from idea_co_authors c join ideas i on i.id = c.idea_id where c.person_id = ${personId}`),
        drafts: await tx.query(sql`
          select content, saved_at as "savedAt" from idea_drafts where person_id = ${personId} order by saved_at`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`delete from idea_drafts where person_id = ${personId}`);
        await tx.query(sql`delete from idea_co_authors where person_id = ${personId}`);
      },
    });
  }
}
