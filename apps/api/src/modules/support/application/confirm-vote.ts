import { accept, changeVote, type ChangeVoteRefusal, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { VoteStore } from '../persistence/vote-store.js';

/** The viewer stands by their vote after the text changed. The vote stood meanwhile. */
@Injectable()
export class ConfirmVote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly votes: VoteStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(viewer: SignedInViewer, ideaId: string): Promise<Decision<{ readonly ideaId: string }, ChangeVoteRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const idea = await this.ideas.share(tx, ideaId);
      if (idea === null) throw new NotFoundError('That idea');
      const vote = await this.votes.lock(tx, ideaId, viewer.person.id);
      const decision = changeVote(vote, idea.stage);
      if (!decision.ok) return decision;

      await this.votes.confirm(tx, decision.value);
      await this.activity.append(tx, {
        kind: 'vote.confirmed',
        subject: { type: 'Idea', id: ideaId },
        ideaId,
        visibility: 'PRIVATE',
      });
      return accept({ ideaId });
    });
  }
}
