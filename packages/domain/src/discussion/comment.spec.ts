import { describe, expect, it } from '@jest/globals';

import { addComment, editComment, removeComment } from './comment.js';

const words = { body: 'Who looks after it later?', stance: 'QUESTION', perspective: 'PUBLIC', shownAs: null } as const;

describe('a comment', () => {
  it('is under the name, for lived experience under a pseudonym, or with the name withheld when asked', () => {
    const shown = (ask: Parameters<typeof addComment>[0]) => {
      const decision = addComment(ask, { stage: 'LOGGED', answers: 'NOTHING' });
      return decision.ok && decision.value.shownAs;
    };
    expect([
      shown(words),
      shown({ ...words, perspective: 'LIVED_EXPERIENCE' }),
      shown({ ...words, shownAs: 'NAME_WITHHELD' }),
    ]).toEqual(['NAME', 'PSEUDONYM', 'NAME_WITHHELD']);
  });

  it('says everything that is in the way at once', () => {
    const ask = { body: '\u202e', stance: null, perspective: null, shownAs: null };
    const decision = addComment(ask, { stage: 'MERGED', answers: 'ANSWER' });
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'TEXT_MISSING',
      'DISCUSSION_CLOSED',
      'PERSPECTIVE_MISSING',
      'NOTHING_TO_ANSWER',
    ]);
  });

  it('is changed and removed by its writer only', () => {
    expect(editComment('Better.', { isWriter: true, removed: false, before: 'Good.' }).ok).toBe(true);
    const edited = editComment('Good.', { isWriter: false, removed: true, before: 'Good.' });
    const removed = removeComment({ isWriter: false, removed: true });
    expect([
      edited.ok ? [] : edited.reasons.map(({ code }) => code),
      removed.ok ? [] : removed.reasons.map(({ code }) => code),
    ]).toEqual([
      ['NOT_YOUR_COMMENT', 'COMMENT_REMOVED', 'NOTHING_CHANGED'],
      ['NOT_YOUR_COMMENT', 'COMMENT_REMOVED'],
    ]);
  });
});
