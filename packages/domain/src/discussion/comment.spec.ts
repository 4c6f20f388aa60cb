import { describe, expect, it } from '@jest/globals';

import { addComment, editComment, mentionedHandles, removeComment } from './comment.js';

const words = { body: 'Who looks after it later?', stance: 'QUESTION', perspective: 'PUBLIC', shownAs: null } as const;

describe('a comment', () => {
  it('is under the name, for lived experience under a pseudonym, or with the name withheld when asked', () => {
    const shown = (ask: Parameters<typeof addComment>[0]) => {
      const decision = addComment(ask, { stage: 'LOGGED', answers: 'NOTHING', mentioned: [] });
      return decision.ok && decision.value.shownAs;
    };
    expect([
      shown(words),
      shown({ ...words, perspective: 'LIVED_EXPERIENCE' }),
      shown({ ...words, shownAs: 'NAME_WITHHELD' }),
    ]).toEqual(['NAME', 'PSEUDONYM', 'NAME_WITHHELD']);
  });

  it('mentions whom its text names, each once, and nobody in an address', () => {
    expect(
      mentionedHandles('Thank you @Neve, and @neve. Write to help@marigold.example or @al (too short) @ada-b!'),
    ).toEqual(['neve', 'ada-b']);
  });

  it('is refused, with their handles, when it mentions people whom its writer may not, or too many', () => {
    const mentioned = [
      { handle: 'young', allowed: false },
      ...Array.from({ length: 10 }, (_, n) => ({ handle: `p-${n}`, allowed: true })),
    ];
    const decision = addComment(words, { stage: 'LOGGED', answers: 'NOTHING', mentioned });
    expect(decision.ok ? [] : decision.reasons).toMatchObject([
      { code: 'MENTION_NOT_POSSIBLE', handles: ['young'] },
      { code: 'TOO_MANY_MENTIONS', mentions: 11 },
    ]);
  });

  it('says everything that is in the way at once', () => {
    const ask = { body: '\u202e', stance: null, perspective: null, shownAs: null };
    const decision = addComment(ask, { stage: 'MERGED', answers: 'ANSWER', mentioned: [] });
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'TEXT_MISSING',
      'DISCUSSION_CLOSED',
      'PERSPECTIVE_MISSING',
      'NOTHING_TO_ANSWER',
    ]);
  });

  it('is changed and removed by its writer only', () => {
    expect(
      editComment('Better.', { isWriter: true, removed: false, hidden: false, before: 'Good.', mentioned: [] }).ok,
    ).toBe(true);
    const edited = editComment('Good.', {
      isWriter: false,
      removed: true,
      hidden: false,
      before: 'Good.',
      mentioned: [],
    });
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
