import { describe, expect, it } from '@jest/globals';

import { BUDGET_LINE_KINDS, Money, ROUND_PURPOSES, type Theme } from '../shared/index.js';

import { conditionsOfPledgesUnder, type Mandate } from './mandate.js';
import { matchIdea } from './match-idea.js';
import { ANY_OPEN_LICENCE, closeMandate, publishMandate, reviseMandate, type MandateDraft } from './publish-mandate.js';

const today = '2026-03-01';
const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');

const REQUIRED: MandateDraft = {
  title: 'Open to joint digital work for young people',
  themes: ['YOUTH'],
  currency: 'GBP',
  budget: 20_000_000n,
  largestPledge: 5_000_000n,
  closesOn: '2027-03-31',
};

const codes = (draft: Partial<MandateDraft>) => {
  const decision = publishMandate({ ...REQUIRED, ...draft }, today);
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
};

function aMandate(changes: Partial<Mandate> = {}): Mandate {
  const published = publishMandate(REQUIRED, today);
  if (!published.ok) throw new Error('The required fields make a mandate.');
  const { value: terms } = published;
  return { id: 'M', organisationId: 'O', status: 'PUBLISHED', version: 1, terms, available: terms.budget, ...changes };
}

describe('publishMandate', () => {
  it('asks for at most nine fields, the organisation included', () => {
    expect(Object.keys(REQUIRED).length + 1).toBeLessThanOrEqual(9);
  });

  it('says the default of everything that was left out', () => {
    expect(publishMandate(REQUIRED, today)).toMatchObject({
      ok: true,
      value: {
        opensOn: today,
        smallestPledge: gbp(1n),
        places: [],
        purposes: ROUND_PURPOSES,
        pays: BUDGET_LINE_KINDS,
        returnConditions: [ANY_OPEN_LICENCE],
        pledgeConditions: [],
        approvalThreshold: null,
        alwaysAskSecondPerson: false,
        language: 'en',
      },
    });
  });

  it('says everything that is wrong at once', () => {
    expect(
      codes({
        title: ' ',
        themes: [],
        budget: 0n,
        smallestPledge: 0n,
        largestPledge: -1n,
        closesOn: '2026-02-28',
        purposes: [],
        pays: [],
        approvalThreshold: -1n,
        pledgeConditions: [{ code: 'MIN_FUNDERS', funders: 1 }],
      }),
    ).toEqual([
      'TITLE_MISSING',
      'THEMES_MISSING',
      'PURPOSES_MISSING',
      'BUDGET_LINES_MISSING',
      'PERIOD_OVER',
      'BUDGET_NOT_POSITIVE',
      'SMALLEST_PLEDGE_NOT_POSITIVE',
      'TICKET_RANGE_EMPTY',
      'APPROVAL_THRESHOLD_NEGATIVE',
      'CONDITION_OUT_OF_RANGE',
    ]);
  });

  it.each([
    [{ currency: 'XXX' }, 'CURRENCY_UNKNOWN'],
    [{ closesOn: '2026-02-30' }, 'DAY_NOT_A_DATE'],
    [{ opensOn: '2028-01-01' }, 'PERIOD_EMPTY'],
    [{ largestPledge: 20_000_001n }, 'LARGEST_PLEDGE_ABOVE_BUDGET'],
    [{ budget: 2n ** 63n }, 'BUDGET_TOO_LARGE'],
    [{ title: 'x'.repeat(121) }, 'TITLE_TOO_LONG'],
    [{ returnConditions: [{ code: 'OUTPUTS_DUE', withinDays: 0 }] }, 'CONDITION_OUT_OF_RANGE'],
    [{ pledgeConditions: [{ code: 'NOT_FIRST' }, { code: 'NOT_FIRST' }] }, 'CONDITION_TWICE'],
    [{ pledgeConditions: [{ code: 'MIN_ROUND_TOTAL', total: Money.of(5n, 'EUR') }] }, 'CONDITION_IN_ANOTHER_CURRENCY'],
    [{ pledgeConditions: [{ code: 'MAX_SHARE_OF_TARGET', percent: 33.5 }] }, 'CONDITION_OUT_OF_RANGE'],
    [{ returnConditions: [{ code: 'ACCEPTED_LICENCES', accepted: [] }] }, 'CONDITION_NEEDS_LICENCES'],
  ] satisfies [Partial<MandateDraft>, string][])('refuses %j with %s', (draft, code) => {
    expect(codes(draft)).toContain(code);
  });

  it('puts what has to come back into the conditions of each pledge', () => {
    const { terms } = aMandate();
    expect(conditionsOfPledgesUnder({ ...terms, pledgeConditions: [{ code: 'NOT_FIRST' }] })).toEqual([
      ANY_OPEN_LICENCE,
      { code: 'NOT_FIRST' },
    ]);
  });
});

describe('reviseMandate', () => {
  it('never lowers the budget below what is drawn from it', () => {
    const drawn = aMandate({ available: gbp(12_000_000n) });
    expect(reviseMandate(drawn, { ...REQUIRED, budget: 8_000_000n }, today).ok).toBe(true);
    expect(reviseMandate(drawn, { ...REQUIRED, budget: 7_999_999n }, today)).toMatchObject({
      reasons: [{ code: 'BUDGET_BELOW_WHAT_IS_DRAWN', drawn: gbp(8_000_000n) }],
    });
  });

  it('keeps its currency, and stays closed once closed', () => {
    expect(reviseMandate(aMandate({ status: 'CLOSED' }), { ...REQUIRED, currency: 'EUR' }, today)).toMatchObject({
      reasons: [{ code: 'MANDATE_CLOSED' }, { code: 'CURRENCY_CANNOT_CHANGE' }],
    });
    expect(closeMandate(aMandate()).ok).toBe(true);
    expect(closeMandate(aMandate({ status: 'CLOSED' })).ok).toBe(false);
  });
});

describe('matchIdea', () => {
  const idea = { themes: ['YOUTH'] as Theme[], places: ['Leeds'], round: null };
  const unmet = (mandate: Mandate, other = {}) =>
    matchIdea(mandate, { ...idea, ...other }, today)
      .filter((verdict) => !verdict.met)
      .map((verdict) => verdict.criterion);

  it('explains criterion by criterion', () => {
    const { terms } = aMandate();
    expect(unmet(aMandate())).toEqual([]);
    expect(unmet(aMandate({ terms: { ...terms, places: ['Hull'] } }))).toEqual(['PLACE']);
    expect(unmet(aMandate({ terms: { ...terms, places: ['LEEDS '] } }))).toEqual([]);
    expect(unmet(aMandate({ available: gbp(0n) }), { themes: ['DEBT_AND_MONEY'] })).toEqual(['THEME', 'BUDGET']);
    expect(unmet(aMandate(), { round: { purpose: 'BUILD', room: Money.of(5n, 'EUR') } })).toEqual(['CURRENCY', 'ROOM']);
  });
});
