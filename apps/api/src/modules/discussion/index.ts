export { AddComment, type AddCommentCommand } from './application/add-comment.js';
export { CommentConnection, CommentObject } from './graphql/comment.object.js';
export { DiscussionModule } from './discussion.module.js';
