import { Injectable } from '@nestjs/common';

import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { QuestionStore } from '../persistence/question-store.js';

/** What this module holds about a person, and how long what passes is kept. */
@Injectable()
export class StewardshipData {
  constructor(
    personalData: PersonalData,
    jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: QuestionStore,
  ) {
    personalData.register({
      name: 'stewardship',
      export: async (tx, personId) => ({
        reports: await tx.query(sql`
          select reason, note, created_at as "reportedAt", status, decided_at as "decidedAt" from reports where reporter_id = ${personId} order by created_at`),
        askedAboutPersonalData: await tx.query(sql`
          select operation, field, kind, asked_at as "askedAt", kept_at as "keptAt" from personal_data_questions where person_id = ${personId} order by asked_at`),
        heldPosts: await tx.query(sql`
          select operation, input, created_at as "writtenAt", status, reason from held_posts where person_id = ${personId} order by created_at`),
        votesSetAside: await tx.query(sql`
          select i.slug as idea, a.reason, a.decided_at as "decidedAt", a.restored_at as "restoredAt"
          from vote_set_asides a join votes v on v.id = a.vote_id join ideas i on i.id = a.idea_id where v.person_id = ${personId}`),
        looksAtWhoYouAre: await tx.query(sql`
          select subject_type as "about", reason, looked_at as "lookedAt" from identity_looks where person_id = ${personId} order by looked_at`),
      }),
      erase: async (tx, personId) => {
        await tx.query(sql`update reports set reporter_id = null, note = '' where reporter_id = ${personId}`);
        await tx.query(sql`delete from personal_data_questions where person_id = ${personId}`);
        await tx.query(sql`delete from held_posts where person_id = ${personId}`);
        await tx.query(sql`update identity_looks set person_id = null where person_id = ${personId}`);
        // What they wrote and somebody reported goes as the rest of what they wrote does.
        await tx.query(sql`
          delete from withheld_texts w using comments c where c.id = w.subject_id and c.person_id = ${personId}`);
      },
    });
    jobs.every('forget_questions', 60, () => this.forget());
  }

  /** A day after a question, nothing is left that was made from the text. */
  forget(): Promise<void> {
    return this.unitOfWork.run((tx) => this.questions.forgetKeys(tx));
  }
}
