import type { AddCommentRefusal, ChangeCommentRefusal, MentionRefusal, TextFault } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { HIDDEN_WHILE_LOOKED_AT, stageInWords, wordTextFault } from '../../ideas/index.js';

export function wordAddComment(reason: AddCommentRefusal): Worded {
  switch (reason.code) {
    case 'DISCUSSION_CLOSED':
      return {
        message: 'This idea was merged into another one. Talk about it there.',
        current: stageInWords(reason.stage),
      };
    case 'PERSPECTIVE_MISSING':
      return { message: 'Say as whom you are speaking.', path: reason.path };
    case 'NOTHING_TO_ANSWER':
      return {
        message: 'This is not a comment that can be answered. Answer the one it belongs to.',
        path: reason.path,
      };
    default:
      return wordWords(reason);
  }
}

export function wordChangeComment(reason: ChangeCommentRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_COMMENT':
      return { message: 'Only the person who wrote it can change it.' };
    case 'COMMENT_REMOVED':
      return { message: 'It was removed already.' };
    case 'HIDDEN_WHILE_LOOKED_AT':
      return HIDDEN_WHILE_LOOKED_AT;
    case 'NOTHING_CHANGED':
      return { message: 'Nothing is different from what is there already.' };
    default:
      return wordWords(reason);
  }
}

function wordWords(reason: TextFault | MentionRefusal): Worded {
  switch (reason.code) {
    case 'MENTION_NOT_POSSIBLE':
      return {
        message: 'These people can only be mentioned by somebody who works on a project with them. Take the @ away.',
        current: reason.handles.map((handle) => `@${handle}`).join(', '),
        path: reason.path,
      };
    case 'TOO_MANY_MENTIONS':
      return {
        message: 'Mention fewer people.',
        current: `${reason.mentions} people`,
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    default:
      return wordTextFault(reason);
  }
}
