import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { publishSupport, SUPPORT_GROUPS, type PublicationFacts, type SupportGroup } from './publish-support.js';
import { recount, tallyFaults, type PublishedLine } from './recount.js';

const groups = (some: Partial<PublicationFacts['groups']> = {}) =>
  ({
    ...Object.fromEntries(SUPPORT_GROUPS.map((group) => [group, { told: 0, now: 0 }])),
    ...some,
  }) as PublicationFacts['groups'];
const facts = (some: Partial<PublicationFacts> = {}): PublicationFacts => ({
  people: 1,
  waiting: 1,
  sinceEarlierDay: false,
  groups: groups(),
  ...some,
});

describe('votes that nobody is named for', () => {
  it('wait for four others, or for the end of their day', () => {
    expect(publishSupport(facts({ people: 4 })).release).toBe(false);
    expect(publishSupport(facts({ people: 5 })).release).toBe(true);
    expect(publishSupport(facts({ people: 1, sinceEarlierDay: true }))).toEqual({ release: true, tell: null });
  });

  it('change what is told by perspective where it changes by five, or where the small-number rule hides a side', () => {
    const told = (before: number, now: number) =>
      publishSupport(facts({ people: 5, groups: groups({ LIVED_EXPERIENCE: { told: before, now } }) })).tell;
    expect([told(0, 2), told(2, 3), told(4, 2), told(3, 8), told(8, 3)]).toEqual(
      Array.from({ length: 5 }, () => ['LIVED_EXPERIENCE']),
    );
    expect([told(3, 7), told(7, 3), told(9, 9)]).toEqual([[], [], []]);
  });

  it('never change a number that is shown by fewer than five, in any history', () => {
    const step = fc.record({
      group: fc.constantFrom(...SUPPORT_GROUPS),
      by: fc.constantFrom(1, 1, 1, -1),
      dayEnds: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const now = Object.fromEntries(SUPPORT_GROUPS.map((group) => [group, 0])) as Record<SupportGroup, number>;
        const told = { ...now };
        let people = 0;
        for (const { group, by, dayEnds } of steps) {
          if (now[group] + by < 0) continue;
          now[group] += by;
          people += 1;
          const before = { ...told };
          const known = groups(
            Object.fromEntries(SUPPORT_GROUPS.map((each) => [each, { told: told[each], now: now[each] }])),
          );
          const { tell } = publishSupport({ people, waiting: 1, sinceEarlierDay: dayEnds, groups: known });
          if (tell === null) continue;
          expect(people).toBeGreaterThanOrEqual(5);
          people = 0;
          for (const each of tell) told[each] = now[each];
          for (const each of SUPPORT_GROUPS) {
            const shown = before[each] >= 3 && told[each] >= 3;
            if (shown && before[each] !== told[each])
              expect(Math.abs(before[each] - told[each])).toBeGreaterThanOrEqual(5);
          }
        }
      }),
    );
  });
});

describe('the public log of votes', () => {
  const vote = (token: string, event: 'CAST' | 'WITHDRAWN' | 'SET_ASIDE' | 'RESTORED'): PublishedLine => ({
    kind: 'vote',
    idea: 'i',
    token,
    event,
    on: '2026-11-22',
  });

  it('counts each vote by its last word, and each once however often it is listed', () => {
    const lines = [
      vote('a', 'CAST'),
      vote('a', 'CAST'),
      vote('b', 'CAST'),
      vote('b', 'WITHDRAWN'),
      vote('c', 'CAST'),
      vote('c', 'SET_ASIDE'),
      vote('c', 'RESTORED'),
    ];
    expect(recount(lines).get('i')).toEqual({ votes: 2, organisations: 0, groups: {} });
  });

  it('shows what was said and does not come to it', () => {
    const said: PublishedLine = { kind: 'tally', idea: 'i', votes: 2, organisations: 1, groups: { PUBLIC: 3 } };
    expect(tallyFaults([vote('a', 'CAST'), said])).toEqual([
      { idea: 'i', what: 'votes', said: 2, counted: 1 },
      { idea: 'i', what: 'organisations', said: 1, counted: 0 },
      { idea: 'i', what: 'PUBLIC', said: 3, counted: 0 },
    ]);
  });
});
