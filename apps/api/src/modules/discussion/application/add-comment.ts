import { accept, addComment, type AddCommentRefusal, type CommentAsk, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { VoteStore } from '../../support/index.js';
import { CommentStore } from '../persistence/comment-store.js';

export interface AddCommentCommand extends CommentAsk {
  readonly ideaId: string;
  /** The comment it answers. */
  readonly answersId: string | null;
}

/** Adds to the discussion of an idea. */
@Injectable()
export class AddComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentStore,
    private readonly votes: VoteStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AddCommentCommand,
  ): Promise<Decision<{ readonly commentId: string; readonly ideaId: string }, AddCommentRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { ideaId, answersId } = command;
      const idea = await this.comments.about(tx, ideaId);
      if (idea === undefined) throw new NotFoundError('That idea');
      const answers = await this.comments.answered(tx, ideaId, answersId);
      const personId = viewer.person.id;
      const mentioned = await this.comments.mentioned(tx, personId, command.body);
      const decision = addComment(command, { stage: idea.stage, answers, mentioned });
      if (!decision.ok) return decision;

      const comment = decision.value;
      // The same name as for a vote on this idea: one person is one voice in one discussion.
      if (comment.shownAs === 'PSEUDONYM') await this.votes.pseudonym(tx, ideaId, personId);
      const commentId = await this.comments.add(tx, {
        ...comment,
        ideaId,
        answersId,
        personId,
        language: idea.language,
      });
      await this.comments.mention(tx, commentId, mentioned);
      const answered = await this.comments.writerOf(tx, answersId);
      const named = comment.shownAs === 'NAME';
      await this.activity.append(tx, {
        kind: 'comment.added',
        subject: { type: 'Comment', id: commentId },
        ideaId,
        ...(named ? { actorId: personId } : {}),
        by: personId,
        // An entry of the log has its moment: of what nobody is named for, the discussion tells the day and no more.
        visibility: named ? 'PUBLIC' : 'PRIVATE',
        tell: [answered, ...mentioned.map(({ id }) => id)].filter((id) => id !== null && id !== personId) as string[],
        content: comment.stance === null ? {} : { stance: comment.stance },
      });
      return accept({ commentId, ideaId });
    });
  }
}
