import { describe, expect, it } from '@jest/globals';

import { publishMandate, type Mandate, type MandateDraft } from '../mandates/index.js';
import type { Round } from '../rounds/index.js';
import { Money } from '../shared/index.js';

import { decidingThreshold } from './approval.js';
import { approvePledge, declinePledge } from './approve-pledge.js';
import { changePledge, withdrawPledge } from './change-pledge.js';
import { placePledge, type PlacingFacts, type PledgeAsk } from './place-pledge.js';
import { contentOfPledge, type Pledge } from './pledge.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const deadline = new Date('2026-04-01T12:00:00.000Z');

const aRound = (changes: Partial<Round> = {}): Round => ({
  id: 'R',
  ideaId: 'I',
  purpose: 'BUILD',
  status: 'OPEN',
  minimum: gbp(3_000_000n),
  target: gbp(5_000_000n),
  pledged: gbp(0n),
  deadline,
  leadOrganisationId: 'L',
  moneyHolderOrganisationId: 'L',
  ...changes,
});

function aMandate(changes: Partial<Mandate> = {}, draft: Partial<MandateDraft> = {}): Mandate {
  const published = publishMandate(
    {
      title: 'Open to joint work',
      themes: ['YOUTH'],
      currency: 'GBP',
      budget: 10_000_000n,
      smallestPledge: 100_000n,
      largestPledge: 5_000_000n,
      closesOn: '2026-12-31',
      ...draft,
    },
    '2026-01-01',
  );
  if (!published.ok) throw new Error(published.reasons.map((reason) => reason.code).join());
  const { value: terms } = published;
  return { id: 'M', organisationId: 'F', status: 'PUBLISHED', version: 1, terms, available: terms.budget, ...changes };
}

const anAsk = (changes: Partial<PledgeAsk> = {}): PledgeAsk => ({
  pledgeId: 'P',
  amount: gbp(2_000_000n),
  makerId: 'maker',
  signing: null,
  conditions: [],
  note: '',
  ...changes,
});

const FACTS: PlacingFacts = {
  now: new Date('2026-03-01T12:00:00Z'),
  ideaThemes: ['YOUTH'],
  ideaPlaces: [],
  outputsDueAfterDays: 365,
  organisationThreshold: null,
  hasLivePledge: false,
};

const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.reasons?.map((reason) => reason.code) ?? [];

function placed(ask = anAsk(), round = aRound(), mandate = aMandate(), facts = FACTS): Pledge {
  const decision = placePledge(ask, round, mandate, facts);
  if (!decision.ok) throw new Error(codesOf(decision).join());
  return decision.value.pledge;
}

describe('placePledge', () => {
  it('takes the last penny the mandate has', () => {
    expect(placePledge(anAsk(), aRound(), aMandate({ available: gbp(2_000_000n) }), FACTS).ok).toBe(true);
    expect(codesOf(placePledge(anAsk(), aRound(), aMandate({ available: gbp(1_999_999n) }), FACTS))).toEqual([
      'MANDATE_BUDGET_EXHAUSTED',
    ]);
  });

  it('takes the last penny the round has room for', () => {
    expect(placePledge(anAsk(), aRound({ pledged: gbp(3_000_000n) }), aMandate(), FACTS).ok).toBe(true);
    expect(codesOf(placePledge(anAsk(), aRound({ pledged: gbp(3_000_001n) }), aMandate(), FACTS))).toEqual([
      'ROUND_HAS_NO_ROOM',
    ]);
  });

  it('says everything that is wrong at once', () => {
    const mandate = aMandate({ status: 'CLOSED', available: gbp(10n) }, { purposes: ['RUN'], places: ['Hull'] });
    const facts: PlacingFacts = {
      ...FACTS,
      now: new Date('2027-03-01T12:00:00Z'),
      ideaThemes: ['HOUSING'],
      ideaPlaces: ['Leeds'],
      hasLivePledge: true,
    };
    const ask = anAsk({ amount: gbp(5_000_001n) });
    expect(codesOf(placePledge(ask, aRound({ pledged: gbp(5_000_000n) }), mandate, facts))).toEqual([
      'DEADLINE_PASSED',
      'ALREADY_PLEDGED',
      'ROUND_HAS_NO_ROOM',
      'MANDATE_BUDGET_EXHAUSTED',
      'OUTSIDE_TICKET',
      'MANDATE_CLOSED',
      'OUTSIDE_PERIOD',
      'MANDATE_EXCLUDES_PURPOSE',
      'MANDATE_EXCLUDES_THEME',
      'MANDATE_EXCLUDES_PLACE',
    ]);
  });

  it.each([
    [gbp(0n), 'AMOUNT_NOT_POSITIVE'],
    [gbp(-1n), 'AMOUNT_NOT_POSITIVE'],
    [Money.of(2_000_000n, 'EUR'), 'CURRENCY_DIFFERS'],
    [gbp(99_999n), 'OUTSIDE_TICKET'],
  ])('refuses an amount that the mandate and the round cannot mean', (amount, code) => {
    expect(codesOf(placePledge(anAsk({ amount }), aRound(), aMandate(), FACTS))).toEqual([code]);
  });

  it('refuses a millisecond after the deadline and at it, and takes the one before', () => {
    const at = (milliseconds: number) => ({ ...FACTS, now: new Date(deadline.getTime() + milliseconds) });
    expect(placePledge(anAsk(), aRound(), aMandate(), at(-1)).ok).toBe(true);
    expect(codesOf(placePledge(anAsk(), aRound(), aMandate(), at(0)))).toEqual(['DEADLINE_PASSED']);
    expect(codesOf(placePledge(anAsk(), aRound({ status: 'CLOSING' }), aMandate(), at(1)))).toEqual(['ROUND_NOT_OPEN']);
  });

  it('is open through the whole last day of the mandate', () => {
    const late = aRound({ deadline: new Date('2027-06-01') });
    const at = (time: string) => placePledge(anAsk(), late, aMandate(), { ...FACTS, now: new Date(time) });
    expect(at('2026-12-31T23:59:59.999Z').ok).toBe(true);
    expect(codesOf(at('2027-01-01T00:00:00Z'))).toEqual(['OUTSIDE_PERIOD']);
  });

  it('refuses a round whose last promise comes later than the funder asks', () => {
    const mandate = aMandate({}, { returnConditions: [{ code: 'OUTPUTS_DUE', withinDays: 364 }] });
    expect(codesOf(placePledge(anAsk(), aRound(), mandate, FACTS))).toEqual(['OUTPUTS_DUE_TOO_LATE']);
  });

  it('moves no money while a second person is awaited', () => {
    const decision = placePledge(anAsk(), aRound(), aMandate(), { ...FACTS, organisationThreshold: gbp(1_999_999n) });
    expect(decision).toMatchObject({ value: { pledge: { status: 'AWAITING_APPROVAL' }, ledger: null } });
  });

  it('carries the conditions of its mandate besides its own', () => {
    const pledge = placed(anAsk({ conditions: [{ code: 'NOT_FIRST' }] }), aRound(), aMandate());
    expect(pledge.conditions.map((condition) => condition.code)).toEqual(['ACCEPTED_LICENCES', 'NOT_FIRST']);
  });
});

describe('the threshold that decides', () => {
  const of = (organisation: Money | null, mandate: Money | null, alwaysAsk = false) =>
    decidingThreshold(gbp(5n), { organisation, mandate, alwaysAsk })?.minorUnits ?? null;

  it('is the lower of the two, and none when nobody set one', () => {
    expect([of(null, null), of(gbp(7n), null), of(null, gbp(3n)), of(gbp(7n), gbp(3n)), of(gbp(2n), gbp(3n))]).toEqual([
      null,
      7n,
      3n,
      3n,
      2n,
    ]);
  });

  it('asks always when the mandate says so, or when the currencies cannot be compared', () => {
    expect([of(gbp(7n), null, true), of(Money.of(7n, 'EUR'), null)]).toEqual([0n, 0n]);
  });

  it('lets an amount at the threshold through and asks above it', () => {
    const at = (amount: bigint) =>
      placed(anAsk({ amount: gbp(amount) }), aRound(), aMandate({}, { approvalThreshold: 1_000_000n })).status;
    expect([at(1_000_000n), at(1_000_001n)]).toEqual(['PLEDGED', 'AWAITING_APPROVAL']);
  });
});

describe('the second person', () => {
  const threshold = { ...FACTS, organisationThreshold: gbp(0n) };
  const waiting = placed(anAsk(), aRound(), aMandate(), threshold);
  const second = { personId: 'second', isApprover: true, contentHash: 'h' };
  const approve = (approval = second, pledge = waiting, round = aRound(), facts = FACTS, mandate = aMandate()) =>
    approvePledge(pledge, approval, 'h', round, mandate, facts);

  it('takes the room and the budget when they approve', () => {
    expect(approve()).toMatchObject({ value: { pledge: { status: 'PLEDGED' }, ledger: { kind: 'PLEDGE_PLACED' } } });
  });

  it('is neither the maker nor anyone who changed it since, whatever their roles', () => {
    const changed = changePledge(
      waiting,
      { amount: gbp(2_500_000n), conditions: [], note: '', editorId: 'editor', signing: null },
      aRound(),
      aMandate(),
      threshold,
    );
    if (!changed.ok) throw new Error(codesOf(changed).join());
    const { pledge } = changed.value;
    expect(codesOf(approve({ ...second, personId: 'maker' }, pledge))).toEqual(['APPROVER_WROTE_IT']);
    expect(codesOf(approve({ ...second, personId: 'editor' }, pledge))).toEqual(['APPROVER_WROTE_IT']);
    expect(approve(second, pledge).ok).toBe(true);
  });

  it('has the role, and read exactly what stands', () => {
    expect(codesOf(approve({ personId: 'other', isApprover: false, contentHash: 'old' }))).toEqual([
      'NOT_AN_APPROVER',
      'CONTENT_CHANGED',
    ]);
    expect(codesOf(declinePledge(waiting, { ...second, contentHash: 'old' }, 'h'))).toEqual(['CONTENT_CHANGED']);
  });

  it('can be refused for room that went meanwhile', () => {
    expect(codesOf(approve(second, waiting, aRound({ pledged: gbp(4_000_000n) })))).toEqual(['ROUND_HAS_NO_ROOM']);
  });

  it('may finish after the deadline what was asked for before it, until the window ends', () => {
    const closing = aRound({ status: 'CLOSING' });
    const at = (hours: number) => ({ ...FACTS, now: new Date(deadline.getTime() + hours * 3_600_000) });
    expect(approve(second, waiting, closing, at(47)).ok).toBe(true);
    expect(codesOf(approve(second, waiting, closing, at(48)))).toEqual(['DEADLINE_PASSED']);
    expect(codesOf(approve(second, { ...waiting, placedAt: deadline }, closing, at(1)))).toEqual(['DEADLINE_PASSED']);
  });

  it('approves a content that any change makes another', () => {
    const contents = [
      waiting,
      { ...waiting, amount: gbp(2_000_001n) },
      { ...waiting, amount: Money.of(2_000_000n, 'EUR') },
      { ...waiting, conditions: [] },
      { ...waiting, note: 'x' },
      { ...waiting, mandateVersion: 2 },
    ].map(contentOfPledge);
    expect(new Set(contents).size).toBe(contents.length);
    expect(contentOfPledge({ ...waiting })).toBe(contents[0]);
  });
});

describe('changePledge', () => {
  const pledge = placed();
  const held = aRound({ pledged: gbp(5_000_000n) });
  const to = (amount: bigint) => ({ amount: gbp(amount), conditions: [], note: '', editorId: 'maker', signing: null });

  it('counts what the pledge holds already as room', () => {
    expect(changePledge(pledge, to(2_000_000n), held, aMandate({ available: gbp(0n) }), FACTS).ok).toBe(true);
    expect(codesOf(changePledge(pledge, to(2_000_001n), held, aMandate({ available: gbp(0n) }), FACTS))).toEqual([
      'ROUND_HAS_NO_ROOM',
      'MANDATE_BUDGET_EXHAUSTED',
    ]);
  });

  it('gives the room back while a second person is awaited', () => {
    const changed = changePledge(pledge, to(1_500_000n), held, aMandate(), {
      ...FACTS,
      organisationThreshold: gbp(1_000_000n),
    });
    if (!changed.ok) throw new Error(codesOf(changed).join());
    expect(changed.value.pledge.status).toBe('AWAITING_APPROVAL');
    expect(changed.value.ledger?.entries.map((entry) => entry.amount.minorUnits)).toEqual([-2_000_000n, 2_000_000n]);
  });

  it('is over when the round is', () => {
    const closed = aRound({ status: 'FAILED' });
    expect(codesOf(changePledge({ ...pledge, status: 'RELEASED' }, to(1_000_000n), closed, aMandate(), FACTS))).toEqual(
      ['PLEDGE_CANNOT_CHANGE', 'ROUND_NOT_OPEN'],
    );
    expect(codesOf(withdrawPledge(pledge, aRound(), deadline))).toEqual(['DEADLINE_PASSED']);
    expect(withdrawPledge(pledge, aRound(), FACTS.now)).toMatchObject({
      value: { pledge: { status: 'WITHDRAWN' }, ledger: { kind: 'PLEDGE_WITHDRAWN' } },
    });
  });
});
