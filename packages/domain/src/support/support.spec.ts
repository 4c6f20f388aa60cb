import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PERSPECTIVES, type Perspective } from '../shared/vocabulary.js';
import { declareAdoptionInterest } from './adoption-interest.js';
import { answerHarm } from './answer-harm.js';
import { castVote, changeVote, type VoteAsk, type VoteFacts } from './cast-vote.js';
import { publicByPerspective } from './small-numbers.js';
import { tally, type VoteEvent } from './tally.js';

const idea = { id: 'i', stage: 'LOGGED', authorId: 'author', coAuthorIds: ['co'] } as const;
const anAsk = (ask: Partial<VoteAsk> = {}): VoteAsk => ({
  perspective: 'PRACTITIONER',
  answer: 'SUPPORT',
  why: null,
  shownAs: null,
  organisationId: null,
  ...ask,
});
const facts = (some: Partial<VoteFacts> = {}): VoteFacts => ({
  idea,
  personId: 'p',
  emailVerified: true,
  hasVote: false,
  organisationsHeld: ['o'],
  source: 'PERSON',
  ...some,
});
const refusals = (ask: VoteAsk, some: Partial<VoteFacts> = {}) => {
  const decision = castVote(ask, facts(some));
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('a vote', () => {
  it('is shown under a pseudonym for lived experience unless the person chooses otherwise', () => {
    const shown = (ask: Partial<VoteAsk>) => {
      const decision = castVote(anAsk(ask), facts());
      return decision.ok && decision.value.shownAs;
    };
    expect([
      shown({ perspective: 'LIVED_EXPERIENCE' }),
      shown({ perspective: 'LIVED_EXPERIENCE', shownAs: 'NAME' }),
      shown({}),
      shown({ shownAs: 'PSEUDONYM' }),
    ]).toEqual(['PSEUDONYM', 'NAME', 'NAME', 'PSEUDONYM']);
  });

  it('may say that it would not help, or could harm, and why, from lived experience only', () => {
    expect(
      refusals(anAsk({ perspective: 'LIVED_EXPERIENCE', answer: 'COULD_HARM', why: 'It tells my landlord.' })),
    ).toEqual([]);
    expect(refusals(anAsk({ answer: 'WOULD_NOT_HELP' }))).toEqual(['ANSWER_NEEDS_LIVED_EXPERIENCE']);
  });

  it('is not for the author, nor for a co-author', () => {
    expect([refusals(anAsk(), { personId: 'author' }), refusals(anAsk(), { personId: 'co' })]).toEqual([
      ['OWN_IDEA'],
      ['OWN_IDEA'],
    ]);
  });

  it('says everything that is in the way at once', () => {
    expect(
      refusals(anAsk({ perspective: null, organisationId: 'left', why: 'because' }), {
        hasVote: true,
        emailVerified: false,
        idea: { ...idea, stage: 'DELIVERY' },
      }),
    ).toEqual([
      'ALREADY_VOTED',
      'VOTES_CLOSED',
      'EMAIL_NOT_VERIFIED',
      'PERSPECTIVE_MISSING',
      'WHY_NOT_ASKED',
      'NOT_YOUR_ORGANISATION',
    ]);
  });

  it.each(['DELIVERY', 'COMMONS', 'WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED'] as const)(
    'can no longer change in %s',
    (stage) => {
      expect(changeVote(true, stage)).toEqual({ ok: false, reasons: [{ code: 'VOTES_CLOSED', stage }] });
    },
  );
});

describe('the tally', () => {
  const people = ['a', 'b', 'c', 'd'];
  const event: fc.Arbitrary<VoteEvent> = fc.oneof(
    fc.record({
      kind: fc.constant('CAST' as const),
      personId: fc.constantFrom(...people),
      perspective: fc.constantFrom(...PERSPECTIVES),
      answer: fc.constantFrom('SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM'),
      organisationId: fc.constantFrom(null, 'o', 'q'),
      source: fc.constantFrom('PERSON', 'IMPORT'),
    }),
    fc.record({
      kind: fc.constantFrom('WITHDRAWN', 'SET_ASIDE', 'RESTORED', 'CONFIRMED'),
      personId: fc.constantFrom(...people),
    }),
  );

  it('counts a person once under any history', () => {
    fc.assert(
      fc.property(fc.array(event), (history) => {
        const counted = tally(history);
        expect(counted.votes + counted.wouldNotHelp + counted.couldHarm + counted.imported).toBeLessThanOrEqual(
          people.length,
        );
        expect(PERSPECTIVES.reduce((sum, hat) => sum + counted.byPerspective[hat], 0)).toBe(counted.votes);
      }),
    );
  });

  it('does not depend on how the histories of different people are interleaved', () => {
    fc.assert(
      fc.property(fc.array(event), (history) => {
        const grouped = people.flatMap((person) => history.filter(({ personId }) => personId === person));
        expect(tally(grouped)).toEqual(tally(history));
      }),
    );
  });

  it('forgets nobody who voted again after taking a vote back, and never a second cast', () => {
    const cast = (personId: string, perspective: Perspective): VoteEvent => ({
      kind: 'CAST',
      personId,
      perspective,
      answer: 'SUPPORT',
      organisationId: null,
      source: 'PERSON',
    });
    const counted = tally([
      cast('a', 'PUBLIC'),
      cast('a', 'FUNDER'),
      cast('b', 'PUBLIC'),
      { kind: 'WITHDRAWN', personId: 'b' },
      cast('b', 'PRACTITIONER'),
    ]);
    expect([counted.votes, counted.byPerspective.PUBLIC, counted.byPerspective.PRACTITIONER]).toEqual([2, 1, 1]);
  });
});

describe('small numbers', () => {
  const counts = (...five: number[]) =>
    Object.fromEntries(PERSPECTIVES.map((hat, position) => [hat, five[position] ?? 0])) as Record<Perspective, number>;
  const words = (...five: number[]) =>
    publicByPerspective(counts(...five)).map(
      ({ count, fewerThan }) => count ?? (fewerThan === null ? 'withheld' : `<${fewerThan}`),
    );

  it('read "fewer than 3"', () => {
    expect(words(1, 7, 0, 0, 1)).toEqual(['<3', 7, '<3', '<3', '<3']);
  });

  it('hide a partner where the total less the rest would tell', () => {
    expect(words(2, 7, 3, 4, 5)).toEqual(['<3', 7, 3, 4, 'withheld']);
    expect(words(2, 7, 2, 4, 9)).toEqual(['<3', 7, '<3', 4, 'withheld']);
    expect(words(2, 2, 2, 2, 2)).toEqual(['withheld', 'withheld', 'withheld', 'withheld', 'withheld']);
  });

  it('cannot be worked out from anything that is published, by somebody who knows this rule', () => {
    const most = 16;
    const consistent = new Map<string, readonly Set<number>[]>();
    const vectors: number[][] = [];
    const grow = (vector: number[], left: number): void => {
      if (vector.length === PERSPECTIVES.length) vectors.push(vector);
      else for (let next = 0; next <= left; next += 1) grow([...vector, next], left - next);
    };
    grow([], most);
    for (const vector of vectors) {
      const published = `${vector.reduce((sum, count) => sum + count, 0)}: ${words(...vector).join(' ')}`;
      const possible = consistent.get(published) ?? vector.map(() => new Set<number>());
      vector.forEach((count, position) => possible[position]?.add(count));
      consistent.set(published, possible);
    }
    const givenAway = [...consistent].filter(([, possible]) =>
      possible.some((values) => values.size === 1 && (values.has(1) || values.has(2))),
    );
    expect(givenAway).toEqual([]);
  });
});

describe('adoption interest', () => {
  it('is the word of an organisation the person speaks for, about a number of people', () => {
    const ask = {
      organisationId: 'o',
      level: 'WOULD_PILOT',
      peopleServed: 120,
      note: ' We run two shelters. ',
    } as const;
    expect(declareAdoptionInterest(ask, { stage: 'LOGGED', organisationsHeld: ['o'] })).toEqual({
      ok: true,
      value: { ...ask, note: 'We run two shelters.' },
    });
    const decision = declareAdoptionInterest(
      { ...ask, peopleServed: 0.5 },
      { stage: 'COMMONS', organisationsHeld: [] },
    );
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'NOT_YOUR_ORGANISATION',
      'ADOPTION_INTEREST_CLOSED',
      'PEOPLE_SERVED_OUT_OF_RANGE',
    ]);
  });
});

it('takes an answer to a concern from the authors only, and only words', () => {
  expect(answerHarm('We will not store addresses.', { idea, personId: 'co', concernStands: true }).ok).toBe(true);
  const decision = answerHarm(' ', { idea, personId: 'p', concernStands: false });
  expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
    'TEXT_MISSING',
    'NOT_AN_AUTHOR',
    'NO_SUCH_CONCERN',
  ]);
});
