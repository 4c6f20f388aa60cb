import { accept, type Decision, removeComment, type RemoveCommentRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { CommentStore } from '../persistence/comment-store.js';

/** The writer takes a comment out: a mark stays where it stood, its words go. */
@Injectable()
export class RemoveComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    commentId: string,
  ): Promise<Decision<{ readonly commentId: string; readonly ideaId: string }, RemoveCommentRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const comment = await this.comments.lock(tx, commentId);
      if (comment === undefined) throw new NotFoundError('That comment');
      const decision = removeComment({
        isWriter: comment.personId === viewer.person.id,
        removed: comment.body === null,
      });
      if (!decision.ok) return decision;

      await this.comments.remove(tx, comment.id);
      await this.activity.append(tx, {
        kind: 'comment.removed',
        subject: { type: 'Comment', id: comment.id },
        ideaId: comment.ideaId,
        visibility: comment.shownAs === 'NAME' ? 'PUBLIC' : 'PRIVATE',
      });
      return accept({ commentId: comment.id, ideaId: comment.ideaId });
    });
  }
}
