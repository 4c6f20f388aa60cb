import { accept, changeVote, type ChangeVoteRefusal, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { type StandingVote, VoteStore } from '../persistence/vote-store.js';
import { PublishSupport } from './publish-support.js';

/** Takes the viewer's vote back. The history keeps that there was one. */
@Injectable()
export class WithdrawVote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly votes: VoteStore,
    private readonly publish: PublishSupport,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    ideaId: string,
  ): Promise<Decision<{ readonly ideaId: string }, ChangeVoteRefusal>> {
    const decision = await this.withdraw(viewer, ideaId);
    if (!decision.ok) return decision;
    await this.publish.tryAfter(decision.value.activityId, ideaId);
    return accept({ ideaId });
  }

  private withdraw(
    viewer: SignedInViewer,
    ideaId: string,
  ): Promise<Decision<{ readonly activityId: string }, ChangeVoteRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const [idea, vote] = await Promise.all([
        this.ideas.share(tx, ideaId),
        this.votes.lock(tx, ideaId, viewer.person.id),
      ]);
      if (idea === null) throw new NotFoundError('That idea');
      const decision = changeVote(vote, idea.stage);
      if (!decision.ok) return decision;

      await this.withdrawWithOrigins(tx, decision.value, viewer.person.id);
      // Private whoever it was: that somebody changed their mind is nobody else's news.
      const { id: activityId } = await this.activity.append(tx, {
        kind: 'vote.withdrawn',
        subject: { type: 'Idea', id: ideaId },
        ideaId,
        by: viewer.person.id,
        visibility: 'PRIVATE',
      });
      return accept({ activityId });
    });
  }

  /** A vote that came with a merge is the one that was cast on the other idea: taken back here, it is taken back. */
  private async withdrawWithOrigins(tx: Tx, vote: StandingVote, personId: string): Promise<void> {
    for (let next: StandingVote | null = vote; next !== null;) {
      await this.votes.withdraw(tx, next);
      next = next.carriedFromId === null ? null : await this.votes.standing(tx, next.carriedFromId, personId);
    }
  }
}
