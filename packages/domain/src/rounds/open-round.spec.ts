import { describe, expect, it } from '@jest/globals';

import { openFundingRound, type RoundDraft, type RoundFacts } from './open-round.js';

const now = new Date('2026-03-01T12:00:00Z');
const DRAFT: RoundDraft = {
  purpose: 'BUILD',
  currency: 'GBP',
  minimum: 3_000_000n,
  target: 5_000_000n,
  deadline: new Date('2026-04-01T12:00:00Z'),
  tranches: [
    { title: 'Start', basisPoints: 4000 },
    { title: 'Service', basisPoints: 6000 },
  ],
};
const FACTS: RoundFacts = {
  now,
  stage: 'SHAPED',
  hasVenture: false,
  hasOpenRound: false,
  leadChosen: true,
  leadVerified: true,
  moneyHolderVerified: true,
  agreementSignedByLead: true,
};
const codes = (draft: Partial<RoundDraft>, facts: Partial<RoundFacts> = {}) => {
  const decision = openFundingRound({ ...DRAFT, ...draft }, { ...FACTS, ...facts });
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
};

describe('openFundingRound', () => {
  it('numbers its instalments in the order given', () => {
    expect(openFundingRound(DRAFT, FACTS)).toMatchObject({
      ok: true,
      value: {
        tranches: [
          { position: 1, title: 'Start' },
          { position: 2, title: 'Service' },
        ],
      },
    });
  });

  it('pays in one instalment when none are named', () => {
    expect(openFundingRound({ ...DRAFT, tranches: [] }, FACTS)).toMatchObject({
      value: { tranches: [{ position: 1, basisPoints: 10_000 }] },
    });
  });

  it('says everything that is in the way at once', () => {
    expect(
      codes(
        { minimum: 0n, target: -1n, deadline: now, tranches: [{ title: '', basisPoints: 9999 }] },
        { stage: 'LOGGED', leadVerified: false, agreementSignedByLead: false },
      ),
    ).toEqual([
      'IDEA_NOT_READY',
      'LEAD_NOT_VERIFIED',
      'AGREEMENT_NOT_SIGNED',
      'DEADLINE_NOT_AHEAD',
      'TRANCHE_SHARES_DO_NOT_ADD_UP',
      'MINIMUM_NOT_POSITIVE',
      'TARGET_BELOW_MINIMUM',
    ]);
  });

  it('opens for discovery from SUPPORTED, and for building only when the idea has its shape', () => {
    expect(codes({ purpose: 'DISCOVERY' }, { stage: 'SUPPORTED' })).toEqual([]);
    expect(codes({ purpose: 'BUILD' }, { stage: 'SUPPORTED' })).toEqual(['IDEA_NOT_READY']);
  });

  it('opens again once a venture delivers', () => {
    expect(codes({ purpose: 'RUN' }, { stage: 'DELIVERY', hasVenture: true })).toEqual([]);
    expect(codes({ purpose: 'RUN' }, { stage: 'DELIVERY' })).toEqual(['IDEA_NOT_READY']);
  });

  it.each([
    [{ currency: 'ABC' }, {}, 'CURRENCY_UNKNOWN'],
    [{ deadline: new Date('2028-01-01') }, {}, 'DEADLINE_TOO_FAR'],
    [{ deadline: new Date(Number.NaN) }, {}, 'DEADLINE_NOT_AHEAD'],
    [{ target: 2n ** 63n }, {}, 'TARGET_TOO_LARGE'],
    [
      {
        tranches: [
          { title: '', basisPoints: 0 },
          { title: '', basisPoints: 10_000 },
        ],
      },
      {},
      'TRANCHE_SHARE_NOT_POSITIVE',
    ],
    [{ tranches: Array.from({ length: 13 }, () => ({ title: '', basisPoints: 1 })) }, {}, 'TOO_MANY_TRANCHES'],
    [{}, { hasOpenRound: true, stage: 'FUNDING' }, 'ROUND_ALREADY_OPEN'],
    [{}, { leadChosen: false }, 'LEAD_NOT_CHOSEN'],
    [{}, { moneyHolderVerified: false }, 'MONEY_HOLDER_NOT_VERIFIED'],
  ] satisfies [Partial<RoundDraft>, Partial<RoundFacts>, string][])('refuses %j %j with %s', (draft, facts, code) => {
    expect(codes(draft, facts)).toContain(code);
  });
});
