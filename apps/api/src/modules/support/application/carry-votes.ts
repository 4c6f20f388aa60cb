import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { raw, sql, type Tx } from '../../../platform/database/index.js';
import { Gates } from '../../ideas/index.js';
import { VoteStore } from '../persistence/vote-store.js';
import { PublishSupport } from './publish-support.js';

/**
 * What becomes of votes when ideas change hands, in the transaction that does it and under the locks it holds: a merge
 * carries the votes of one idea to the other, each person once; undoing it takes them out again; and whoever begins to
 * write an idea keeps no vote on it.
 */
@Injectable()
export class CarryVotes {
  constructor(
    activity: ActivityLog,
    private readonly votes: VoteStore,
    private readonly publish: PublishSupport,
    private readonly gates: Gates,
  ) {
    activity.whenever('merge.made', async (tx, { content }) => {
      const { from, into } = content as { from: string; into: string };
      await this.votes.carry(tx, from, into);
      tx.afterCommit(() => this.publish.try(into));
    });
    activity.whenever('merge.undone', async (tx, { content }) => {
      const { from, into } = content as { from: string; into: string };
      await this.votes.carryBack(tx, from, into);
      tx.afterCommit(() => this.publish.try(into));
    });
    activity.whenever('idea.co_author_joined', async (tx, { ideaId, actorId }) => {
      if (ideaId === undefined || actorId === undefined) return;
      await this.withdrawOf(tx, ideaId, actorId);
      tx.afterCommit(() => this.gates.try(ideaId));
    });
  }

  private async withdrawOf(tx: Tx, ideaId: string, personId: string): Promise<void> {
    const vote = await this.votes.lock(tx, ideaId, personId);
    if (vote === null) {
      // One that was set aside is not theirs to have either.
      await tx.query(sql`
        update votes set withdrawn_at = app_now() where idea_id = ${ideaId} and person_id = ${personId} and ${raw('withdrawn_at is null')}`);
      return;
    }
    await this.votes.withdraw(tx, vote);
  }
}
