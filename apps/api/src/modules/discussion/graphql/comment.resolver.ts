import { Args, Info, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { accept, addComment, type ChangeCommentRefusal, refuse, editComment, removeComment } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  NodeKinds,
  NotFoundError,
  PageArguments,
  PermissionObject,
  RefusalObject,
  SignedIn,
  storedUnder,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { ideaIdOf, IdeaObject, IdeaViewerCanObject, permitted, type Standing } from '../../ideas/index.js';
import { AddComment } from '../application/add-comment.js';
import { commentView } from '../application/comment-view.js';
import { EditComment } from '../application/edit-comment.js';
import { RemoveComment } from '../application/remove-comment.js';
import {
  AddCommentInput,
  AddCommentResult,
  CommentConnection,
  CommentObject,
  CommentRevisionConnection,
  CommentViewerCanObject,
  EditCommentInput,
  EditCommentResult,
  RemoveCommentInput,
  RemoveCommentResult,
} from './comment.object.js';
import { wordAddComment, wordChangeComment } from './wording.js';

function commentIdOf(opaque: string): string {
  const id = rowId('comment', opaque);
  if (id === undefined) throw new NotFoundError('That comment');
  return id;
}

@Resolver(() => IdeaObject)
export class IdeaCommentsResolver {
  @ResolveField(() => CommentConnection, { description: 'The discussion, oldest first, funders after others.' })
  comments(@Parent() idea: Viewed, @Args() page: PageArguments) {
    return idea[storedUnder('comments', { ...page })];
  }

  @ResolveField(() => Int, { description: 'How many comments there are. Follows within a second.' })
  commentCount(@Parent() idea: Viewed) {
    return idea['commentCount'];
  }
}

@Resolver(() => IdeaViewerCanObject)
export class CommentPermissionResolver {
  @ResolveField(() => PermissionObject, { description: 'Join the discussion.' })
  comment(@Parent() can: Viewed) {
    const facts = can['comment'] as Standing;
    const ask = { body: 'x', stance: null, perspective: 'PUBLIC', shownAs: null } as const;
    return permitted(
      facts,
      () => addComment(ask, { stage: facts.stage, answers: 'NOTHING', mentioned: [] }),
      wordAddComment,
    );
  }
}

@Resolver(() => CommentViewerCanObject)
export class CommentViewerCanResolver {
  @ResolveField(() => PermissionObject)
  edit(@Parent() can: Viewed) {
    const { isWriter, removed, hidden } = can['edit'] as { isWriter: boolean; removed: boolean; hidden: boolean };
    const decision = editComment('other words', { isWriter, removed, hidden, before: '', mentioned: [] });
    return PermissionObject.from<ChangeCommentRefusal>(
      decision.ok ? accept(true) : refuse(decision.reasons),
      wordChangeComment,
    );
  }

  @ResolveField(() => PermissionObject)
  remove(@Parent() can: Viewed) {
    return mayChange(can['remove']);
  }
}

function mayChange(facts: unknown): PermissionObject {
  const { isWriter, removed } = facts as { isWriter: boolean; removed: boolean };
  const decision = removeComment({ isWriter, removed });
  return PermissionObject.from<ChangeCommentRefusal>(
    decision.ok ? accept(true) : refuse(decision.reasons),
    wordChangeComment,
  );
}

@Resolver(() => CommentObject)
export class CommentResolver {
  constructor(
    private readonly views: Views,
    private readonly addCommentUseCase: AddComment,
    private readonly editCommentUseCase: EditComment,
    private readonly removeCommentUseCase: RemoveComment,
    nodes: NodeKinds,
  ) {
    nodes.register('comment', {
      view: commentView,
      from: (comment, id) => sql`comments ${comment} where ${comment}.id = ${id}`,
    });
  }

  @ResolveField(() => CommentConnection, { description: 'Answers to it, oldest first.' })
  answers(@Parent() comment: Viewed, @Args() page: PageArguments) {
    return comment[storedUnder('answers', { ...page })];
  }

  @ResolveField(() => CommentRevisionConnection, { description: 'Every wording it had, newest first.' })
  versions(@Parent() comment: Viewed, @Args() page: PageArguments) {
    return comment[storedUnder('versions', { ...page })];
  }

  @Mutation(() => AddCommentResult, { description: 'Says something about an idea, or answers somebody who did.' })
  async addComment(
    @Args('input') input: AddCommentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.addCommentUseCase.execute(viewer, {
      ideaId: ideaIdOf(input.subjectId),
      answersId: input.answersId ? commentIdOf(input.answersId) : null,
      body: input.body,
      stance: input.stance ?? null,
      perspective: input.perspective ?? null,
      shownAs: input.shownAs ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAddComment);
    const { commentId, ideaId } = decision.value;
    const idea = await this.views.payload(info, viewer, 'AddCommentPayload', 'idea', ideaId);
    return { ...idea, ...(await this.views.payload(info, viewer, 'AddCommentPayload', 'comment', commentId)) };
  }

  @Mutation(() => EditCommentResult, {
    description: 'Changes the words of a comment of yours. Earlier ones stay readable.',
  })
  async editComment(
    @Args('input') input: EditCommentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.editCommentUseCase.execute(viewer, {
      commentId: commentIdOf(input.commentId),
      body: input.body,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordChangeComment);
    return this.views.payload(info, viewer, 'EditCommentPayload', 'comment', decision.value.commentId);
  }

  @Mutation(() => RemoveCommentResult, {
    description: 'Takes a comment of yours out. A mark stays; the words go from every version.',
  })
  async removeComment(
    @Args('input') input: RemoveCommentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.removeCommentUseCase.execute(viewer, commentIdOf(input.commentId));
    if (!decision.ok) return RefusalObject.from(decision, wordChangeComment);
    return this.views.payload(info, viewer, 'RemoveCommentPayload', 'comment', decision.value.commentId);
  }
}
