import { Module } from '@nestjs/common';

import { SupportModule } from '../support/index.js';
import { AddComment } from './application/add-comment.js';
import { CommentCounters } from './application/comment-counters.js';
import { EditComment } from './application/edit-comment.js';
import { RemoveComment } from './application/remove-comment.js';
import {
  CommentPermissionResolver,
  CommentResolver,
  CommentViewerCanResolver,
  IdeaCommentsResolver,
} from './graphql/comment.resolver.js';
import { CommentStore } from './persistence/comment-store.js';

@Module({
  imports: [SupportModule],
  providers: [
    CommentStore,
    CommentCounters,
    AddComment,
    EditComment,
    RemoveComment,
    CommentResolver,
    IdeaCommentsResolver,
    CommentPermissionResolver,
    CommentViewerCanResolver,
  ],
  exports: [AddComment],
})
export class DiscussionModule {}
