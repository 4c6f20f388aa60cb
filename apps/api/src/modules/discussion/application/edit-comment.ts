import { accept, type ChangeCommentRefusal, type Decision, editComment } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { isHidden } from '../../ideas/index.js';
import { CommentStore } from '../persistence/comment-store.js';

/** The writer changes the words of a comment; earlier ones stay readable. */
@Injectable()
export class EditComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly commentId: string; readonly body: string },
  ): Promise<Decision<{ readonly commentId: string; readonly ideaId: string }, ChangeCommentRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const comment = await this.comments.lock(tx, command.commentId);
      if (comment === undefined) throw new NotFoundError('That comment');
      const isWriter = comment.personId === viewer.person.id;
      const mentioned = await this.comments.mentioned(tx, viewer.person.id, command.body);
      const decision = editComment(command.body, {
        isWriter,
        removed: comment.body === null,
        hidden: await isHidden(tx, comment.id),
        before: comment.body ?? '',
        mentioned,
      });
      if (!decision.ok) return decision;

      await this.comments.edit(tx, comment, decision.value.body);
      // Whom the words before mentioned already was told then.
      const news = await this.comments.mention(tx, comment.id, mentioned);
      const named = comment.shownAs === 'NAME';
      await this.activity.append(tx, {
        kind: 'comment.edited',
        subject: { type: 'Comment', id: comment.id },
        ideaId: comment.ideaId,
        ...(named ? { actorId: viewer.person.id } : {}),
        visibility: named ? 'PUBLIC' : 'PRIVATE',
        tell: news.filter((id) => id !== viewer.person.id),
      });
      return accept({ commentId: comment.id, ideaId: comment.ideaId });
    });
  }
}
