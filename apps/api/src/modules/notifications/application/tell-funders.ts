import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { FittingMandates } from '../../mandates/index.js';

/** An idea is worth a funder's look from when it has backing; each later step may fit offers that the one before did not. */
const STEPS = ['idea.supported', 'idea.shaped', 'idea.funding'];
const OFFERS_AT_ONCE = 60;

/**
 * Tells the people of a funder that an idea fits their open offer in everything, once an idea and offer. It comes like
 * other news: on the page, and in the mail of the week unless they chose otherwise.
 */
@Injectable()
export class TellFunders {
  constructor(
    private readonly activity: ActivityLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly fitting: FittingMandates,
    jobs: Jobs,
  ) {
    for (const kind of STEPS) {
      activity.whenever(kind, async (tx, { ideaId }) => {
        if (ideaId !== undefined) await jobs.add(tx, 'news.fits', { ideaId }, { key: `fits:${ideaId}` });
      });
    }
    jobs.task('news.fits', ({ ideaId }) => this.execute(String(ideaId)));
  }

  async execute(ideaId: string): Promise<void> {
    const offers = (await this.fitting.find(ideaId, OFFERS_AT_ONCE)) ?? [];
    for (const { mandateId, criteria } of offers) {
      if (criteria.every(({ met }) => met)) await this.tell(ideaId, mandateId);
    }
  }

  private async tell(ideaId: string, mandateId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // The lock keeps the same job, run twice at once, from telling twice.
      const mandate = await tx.one<{ organisationId: string }>(sql`
        select organisation_id as "organisationId" from mandates where id = ${mandateId} for no key update`);
      const [told] = await tx.query(sql`
        select 1 from activities where subject_id = ${mandateId} and kind = 'idea.fits' and idea_id = ${ideaId} limit 1`);
      if (mandate === undefined || told !== undefined) return;
      const people = await tx.query<{ id: string }>(sql`
        select person_id as id from memberships where organisation_id = ${mandate.organisationId} and left_at is null order by person_id`);
      await this.activity.append(tx, {
        kind: 'idea.fits',
        subject: { type: 'Mandate', id: mandateId },
        ideaId,
        organisationId: mandate.organisationId,
        visibility: 'ORGANISATION',
        tell: people.map(({ id }) => id),
      });
    });
  }
}
