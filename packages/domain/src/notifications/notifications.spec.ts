import { describe, expect, it } from '@jest/globals';

import { audienceOf } from './news.js';
import { nextDigest } from './settings.js';

describe('news', () => {
  it('of every stage to the very end goes to everybody who voted', () => {
    const stages = ['supported', 'shaped', 'funding', 'delivery', 'commons', 'stopped', 'declined', 'withdrawn'];
    for (const stage of stages) expect(audienceOf(`idea.${stage}`)).toContain('VOTED');
    expect(audienceOf('entry.in_use')).toContain('VOTED');
    expect(audienceOf('users_said.recorded')).toContain('VOTED');
  });

  it('of the talk in between goes to authors and those who asked, not to everybody who voted', () => {
    expect(audienceOf('comment.added')).toEqual(['AUTHOR', 'CHOSEN']);
  });

  it('is nothing that only the log needs', () => {
    expect(audienceOf('vote.cast')).toEqual([]);
    expect(audienceOf('person.left')).toEqual([]);
  });
});

describe('a mail that gathers news', () => {
  it.each([
    ['DAILY', '2026-03-03T06:59:00Z', '2026-03-03T07:00:00.000Z'],
    ['DAILY', '2026-03-03T07:00:00Z', '2026-03-04T07:00:00.000Z'],
    ['WEEKLY', '2026-03-03T08:00:00Z', '2026-03-09T07:00:00.000Z'],
    ['WEEKLY', '2026-03-09T06:00:00Z', '2026-03-09T07:00:00.000Z'],
    ['WEEKLY', '2026-03-09T07:00:00Z', '2026-03-16T07:00:00.000Z'],
  ] as const)('%s, asked at %s, leaves at %s', (email, now, leaves) => {
    expect(nextDigest(email, new Date(now))?.toISOString()).toBe(leaves);
  });

  it('does not leave for those who want each by itself, or none', () => {
    expect(nextDigest('IMMEDIATE', new Date())).toBeNull();
    expect(nextDigest('NONE', new Date())).toBeNull();
  });
});
