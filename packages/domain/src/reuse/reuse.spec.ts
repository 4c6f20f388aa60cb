import { describe, expect, it } from '@jest/globals';

import type { Idea } from '../ideas/idea.js';
import { acceptReuseOffer, declineReuseOffer, mayAnswerOffer, withdrawReuseOffer } from './answer-offer.js';
import { offerReuse, type OfferReuseAsk, type OfferReuseFacts } from './offer-reuse.js';
import { recordNothingFits, type NothingFitsFacts } from './record-nothing-fits.js';
import { REUSE_OFFER_STATUSES, REUSE_OFFER_TRANSITIONS, type ReuseOffer } from './reuse-offer.js';

const anIdea = (facts: Partial<Idea> = {}): Idea => ({
  id: 'i',
  stage: 'SUPPORTED',
  authorId: 'author',
  coAuthorIds: ['co'],
  ...facts,
});
const anOffer = (facts: Partial<ReuseOffer> = {}): ReuseOffer => ({
  id: 'o',
  status: 'PROPOSED',
  offeredById: 'developer',
  organisationId: null,
  ...facts,
});
const codes = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.reasons?.map(({ code }) => code) ?? [];

const ask: OfferReuseAsk = {
  part: null,
  covers: 'Booking a room',
  missing: 'Text messages',
  effort: null,
  saves: null,
  organisationId: null,
};
const offering = (facts: Partial<OfferReuseFacts> = {}): OfferReuseFacts => ({
  stage: 'LOGGED',
  personId: 'developer',
  organisationsHeld: [],
  standing: null,
  ...facts,
});

describe('offering something that exists', () => {
  it('needs two answers', () => {
    expect(offerReuse(ask, offering())).toMatchObject({ ok: true, value: { part: '', supersedesId: null } });
    expect(codes(offerReuse({ ...ask, covers: ' ', missing: '' }, offering()))).toEqual([
      'TEXT_MISSING',
      'TEXT_MISSING',
    ]);
  });

  it('again replaces what the same person said before', () => {
    expect(offerReuse(ask, offering({ standing: anOffer() }))).toMatchObject({
      ok: true,
      value: { supersedesId: 'o' },
    });
  });

  it('is not for somebody else’s part, nor for one that is settled', () => {
    const others = anOffer({ offeredById: 'another' });
    expect(codes(offerReuse(ask, offering({ standing: others })))).toEqual(['OFFERED_BY_SOMEBODY_ELSE']);
    expect(codes(offerReuse(ask, offering({ standing: anOffer({ status: 'ACCEPTED' }) })))).toEqual([
      'OFFER_ALREADY_ACCEPTED',
    ]);
  });

  it.each(['FUNDING', 'DELIVERY', 'COMMONS', 'WITHDRAWN', 'MERGED'] as const)('is over in %s', (stage) => {
    expect(codes(offerReuse(ask, offering({ stage })))).toEqual(['REUSE_CLOSED']);
  });

  it('is for an organisation one belongs to', () => {
    expect(codes(offerReuse({ ...ask, organisationId: 'theirs' }, offering()))).toEqual(['NOT_YOUR_ORGANISATION']);
  });
});

describe('accepting an offer', () => {
  const yes = { verdict: 'SATISFIES', reason: 'MIT is an open licence.' } as const;
  const seen = { verdictSeen: 'SATISFIES', reason: null } as const;

  it.each(['author', 'co'])('is for the authors: %s', (person) => {
    expect(acceptReuseOffer(seen, anOffer(), anIdea(), person, yes).ok).toBe(true);
  });

  it('is not for who offered it, nor for anybody else', () => {
    expect(codes(acceptReuseOffer(seen, anOffer(), anIdea(), 'developer', yes))).toEqual(['NOT_AN_AUTHOR']);
  });

  it('stops when the licence verdict is not the one that was seen', () => {
    const no = { verdict: 'DOES_NOT', reason: 'The agreement asks for MIT.' } as const;
    expect(codes(acceptReuseOffer(seen, anOffer(), anIdea(), 'author', no))).toEqual(['VERDICT_CHANGED']);
  });

  it.each(['DOES_NOT', 'ASK_A_PERSON'] as const)('needs a public reason when the verdict is %s', (verdict) => {
    const now = { verdict, reason: 'Because.' };
    const silent = acceptReuseOffer({ verdictSeen: verdict, reason: ' ' }, anOffer(), anIdea(), 'author', now);
    const spoken = acceptReuseOffer({ verdictSeen: verdict, reason: 'We asked.' }, anOffer(), anIdea(), 'author', now);
    expect([codes(silent), spoken.ok]).toEqual([['REASON_FOR_LICENCE_MISSING'], true]);
  });

  it.each(REUSE_OFFER_STATUSES.filter((status) => status !== 'PROPOSED'))('is impossible once it is %s', (status) => {
    expect(codes(mayAnswerOffer(anOffer({ status }), anIdea(), 'author'))).toEqual(['OFFER_NOT_OPEN']);
    expect(codes(declineReuseOffer('No.', anOffer({ status }), anIdea(), 'author'))).toEqual(['OFFER_NOT_OPEN']);
    expect(REUSE_OFFER_TRANSITIONS[status]).toEqual([]);
  });
});

describe('turning an offer down or taking it back', () => {
  it('has a reason when it is turned down', () => {
    expect(codes(declineReuseOffer('', anOffer(), anIdea(), 'author'))).toEqual(['TEXT_MISSING']);
    expect(declineReuseOffer(' Too heavy ', anOffer(), anIdea(), 'author')).toMatchObject({
      value: { reason: 'Too heavy' },
    });
  });

  it('is taken back by who made it, or by those it was made for', () => {
    expect(withdrawReuseOffer(anOffer(), 'developer', []).ok).toBe(true);
    expect(withdrawReuseOffer(anOffer({ organisationId: 'ours' }), 'colleague', ['ours']).ok).toBe(true);
    expect(codes(withdrawReuseOffer(anOffer(), 'author', ['ours']))).toEqual(['NOT_YOUR_OFFER']);
  });
});

describe('"nothing fits, because"', () => {
  const facts = (more: Partial<NothingFitsFacts> = {}): NothingFitsFacts => ({
    idea: anIdea(),
    personId: 'author',
    suggested: [
      { componentId: 'rota', name: 'Rota' },
      { componentId: 'desk', name: 'Desk' },
    ],
    offersWaiting: 0,
    ...more,
  });

  it('needs a reason for each component that was suggested', () => {
    const one = [{ componentId: 'rota', reason: 'No text messages' }];
    expect(recordNothingFits({ reasons: one, because: null }, facts())).toMatchObject({
      ok: false,
      reasons: [{ code: 'REASON_MISSING', component: 'Desk' }],
    });
    const both = [...one, { componentId: 'desk', reason: 'Not for phones' }];
    expect(recordNothingFits({ reasons: both, because: null }, facts()).ok).toBe(true);
  });

  it('needs a word in general when nothing was suggested', () => {
    expect(codes(recordNothingFits({ reasons: [], because: null }, facts({ suggested: [] })))).toEqual([
      'TEXT_MISSING',
    ]);
    expect(recordNothingFits({ reasons: [], because: 'Asked around' }, facts({ suggested: [] })).ok).toBe(true);
  });

  it('waits until every offer has an answer, and is for the authors', () => {
    const decision = recordNothingFits(
      { reasons: [], because: 'No' },
      facts({ suggested: [], offersWaiting: 1, personId: 'developer' }),
    );
    expect(codes(decision)).toEqual(['NOT_AN_AUTHOR', 'OFFERS_WAITING']);
  });
});

describe('what an offer costs', () => {
  const priced: OfferReuseAsk = { ...ask, adaptationFee: 400_000n, maintenance: 90_000n, currency: 'GBP' };
  const price = { currency: 'GBP', adaptationFee: 400_000n, maintenance: 90_000n } as const;
  const aBudget = { currency: 'GBP', lines: 3, mostLines: 30, total: 100n } as const;
  const satisfied = { verdict: 'SATISFIES', reason: '' } as const;
  const accepting = (budget: Parameters<typeof acceptReuseOffer>[5]) =>
    acceptReuseOffer({ verdictSeen: 'SATISFIES', reason: null }, anOffer(), anIdea(), 'author', satisfied, budget);

  it('is two amounts in one currency, and nothing when neither is given', () => {
    expect(offerReuse(priced, offering())).toMatchObject({ ok: true, value: { price } });
    expect(offerReuse({ ...ask, currency: 'GBP' }, offering())).toMatchObject({ ok: true, value: { price: null } });
  });

  it('is refused where it is no amount, all at once', () => {
    expect(offerReuse({ ...priced, adaptationFee: 0n, maintenance: -1n, currency: 'XXX' }, offering())).toMatchObject({
      ok: false,
      reasons: [
        { code: 'AMOUNT_NOT_POSITIVE', path: ['input', 'adaptationFee'] },
        { code: 'AMOUNT_NOT_POSITIVE', path: ['input', 'maintenance'] },
        { code: 'CURRENCY_UNKNOWN' },
      ],
    });
    expect(codes(offerReuse({ ...priced, maintenance: 10n ** 18n }, offering()))).toEqual(['AMOUNT_TOO_LARGE']);
  });

  it('has to fit the budget it becomes lines of', () => {
    expect(accepting({ price, budget: aBudget }).ok).toBe(true);
    expect(accepting({ price, budget: null }).ok).toBe(true);
    expect(codes(accepting({ price, budget: { ...aBudget, currency: 'EUR' } }))).toEqual(['PRICE_IN_ANOTHER_CURRENCY']);
    expect(codes(accepting({ price, budget: { ...aBudget, lines: 29 } }))).toEqual(['BUDGET_FULL']);
    expect(codes(accepting({ price, budget: { ...aBudget, total: 9_223_372_036_854_775_800n } }))).toEqual([
      'BUDGET_TOO_LARGE',
    ]);
    expect(accepting({ price: null, budget: { ...aBudget, currency: 'EUR', lines: 30 } }).ok).toBe(true);
  });
});
