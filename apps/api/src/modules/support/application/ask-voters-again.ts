import { accept, VOTES_THAT_ARE_ASKED_AGAIN } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { limit, sql, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { publicVotes } from './public-support.js';

const TASK = 'support.ask_voters_again';
/** How many are told in one transaction: the log's tail waits for none of them long. */
const AT_ONCE = 500;

/**
 * After a revision of what people voted for, each voter is told, once, and may confirm their vote or take it back. It stands
 * meanwhile. Who was told and has not answered is not told again, however often the text changes.
 */
@Injectable()
export class AskVotersAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.task(TASK, async (payload) => {
      const { ideaId, version } = payload as { ideaId: string; version: number };
      while (await this.ask(ideaId, version));
    });
    activity.whenever('idea.revised', async (tx, { ideaId, content }) => {
      if (ideaId === undefined || content?.['material'] !== true) return;
      const row = await tx.one<{ votes: number }>(sql`select ${publicVotes(sql`${ideaId}::uuid`)} as votes`);
      if ((row?.votes ?? 0) < VOTES_THAT_ARE_ASKED_AGAIN) return;
      await jobs.add(tx, TASK, { ideaId, version: Number(content['version']) }, { key: `${TASK}:${ideaId}` });
    });
  }

  /** Tells the next voters; false when everybody was told. */
  private async ask(ideaId: string, version: number): Promise<boolean> {
    const told = await this.unitOfWork.run(async (tx) => {
      const voters = await tx.query<{ personId: string }>(sql`
        update votes set asked_version = ${version} where id in (
          select v.id from votes v join idea_revisions r on r.idea_id = v.idea_id and r.number = ${version}
          where v.idea_id = ${ideaId} and v.source = 'PERSON' and v.person_id is not null and v.withdrawn_at is null and v.set_aside_at is null
            and v.asked_version is null and coalesce(v.confirmed_at, v.created_at) < r.created_at
          order by v.id ${limit(AT_ONCE)} for update of v skip locked)
        returning person_id as "personId"`);
      if (voters.length > 0) {
        await this.activity.append(tx, {
          kind: 'vote.asked_again',
          subject: { type: 'Idea', id: ideaId },
          ideaId,
          visibility: 'PRIVATE',
          content: { version },
          tell: voters.map(({ personId }) => personId),
        });
      }
      return accept(voters.length);
    });
    return told.ok && told.value > 0;
  }
}
