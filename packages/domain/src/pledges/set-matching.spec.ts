import { describe, expect, it } from '@jest/globals';

import { releaseUnpaidCall } from '../tranches/index.js';
import { extendFundingRound, type Round } from '../rounds/index.js';
import { Money } from '../shared/index.js';

import { resolveConditions, type ConditionalPledge, type RoundSurroundings } from './conditions.js';
import { contentOfPledge, type Pledge } from './pledge.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const AROUND: RoundSurroundings = {
  target: gbp(100n),
  votes: 10,
  livedExperienceHeard: true,
  leadVerified: true,
  outputs: [],
};

describe('conditions of a round with matches', () => {
  const first: ConditionalPledge = {
    id: 'first',
    funderId: 'A',
    amount: gbp(30n),
    conditions: [{ code: 'MIN_ROUND_TOTAL', total: gbp(60n) }],
  };
  const match: ConditionalPledge = {
    id: 'match',
    funderId: 'B',
    amount: gbp(0n),
    matching: { percent: 100, most: gbp(40n) },
    conditions: [{ code: 'NOT_FIRST' }],
  };

  it('let a match carry the pledge that it depends on', () => {
    const { counting, total, amounts } = resolveConditions([first, match], AROUND);
    expect([counting, total.minorUnits, amounts.get('match')?.minorUnits]).toEqual([['first', 'match'], 60n, 30n]);
  });

  it('drop both when the match is not enough', () => {
    const less = { ...match, matching: { percent: 100, most: gbp(29n) } };
    expect(resolveConditions([first, less], AROUND).counting).toEqual([]);
  });

  it('never let a match count itself as the company it asks for', () => {
    expect(resolveConditions([match], AROUND).counting).toEqual([]);
  });
});

describe('what an approval binds to', () => {
  const pledge: Pledge = {
    id: 'P',
    roundId: 'R',
    mandateId: 'M',
    mandateVersion: 1,
    funderId: 'F',
    status: 'PLEDGED',
    amount: gbp(10n),
    matching: null,
    conditions: [],
    note: '',
    signing: null,
    placedAt: new Date('2026-01-01T00:00:00Z'),
    authors: ['maker'],
  };

  it('is what it was before matches and signatures existed, where a pledge has neither', () => {
    expect(contentOfPledge(pledge)).toBe('["pledge","P","R","M",1,"F","10","GBP",[],""]');
  });

  it('is the most of a match and not what it is worth today, and who signs', () => {
    const match = { ...pledge, matching: { percent: 50, most: gbp(90n) } };
    expect(contentOfPledge({ ...match, amount: gbp(1n) })).toBe(contentOfPledge({ ...match, amount: gbp(2n) }));
    expect(contentOfPledge({ ...match, matching: { percent: 51, most: gbp(90n) } })).not.toBe(contentOfPledge(match));
    const signing = { name: 'Rowan Ashby', role: '', agreementUrl: '' };
    expect(contentOfPledge({ ...pledge, signing })).not.toBe(contentOfPledge(pledge));
  });
});

describe('a deadline', () => {
  const round: Round & { openedAt: Date; extension: null } = {
    id: 'R',
    ideaId: 'I',
    purpose: 'BUILD',
    status: 'OPEN',
    minimum: gbp(1n),
    target: gbp(10n),
    pledged: gbp(0n),
    deadline: new Date('2026-03-31T00:00:00Z'),
    leadOrganisationId: 'L',
    moneyHolderOrganisationId: 'L',
    openedAt: new Date('2026-01-01T00:00:00Z'),
    extension: null,
  };
  const ask = { deadline: new Date('2026-05-01T00:00:00Z'), reason: 'Boards meet in April.' };

  it('can be moved up to the last moment that leaves funders three days', () => {
    expect(extendFundingRound(round, ask, new Date('2026-03-28T00:00:00Z')).ok).toBe(true);
    expect(extendFundingRound(round, ask, new Date('2026-03-28T00:00:00.001Z')).ok).toBe(false);
  });

  it('is told all that is wrong with it at once', () => {
    const decision = extendFundingRound(
      round,
      { deadline: round.deadline, reason: '' },
      new Date('2026-03-30T00:00:00Z'),
    );
    const codes = decision.ok ? [] : decision.reasons.map(({ code }) => code);
    expect(codes).toEqual(['TOO_LATE_TO_EXTEND', 'DEADLINE_NOT_LATER', 'TEXT_MISSING']);
  });
});

describe('a payment that does not come', () => {
  const part = { id: 'C', outstanding: gbp(5n), dueOn: '2026-01-31' };
  const pledge = { id: 'P', mandateId: 'M', roundId: 'R' };

  it('can be let go on the thirtieth day after it was due, not before', () => {
    const on = (today: string) => releaseUnpaidCall(part, pledge, { reason: 'Wound up.', today }).ok;
    expect([on('2026-03-01'), on('2026-03-02')]).toEqual([false, true]);
  });
});
