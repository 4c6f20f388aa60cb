import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { PledgeCondition } from '../mandates/index.js';
import type { Round } from '../rounds/index.js';
import { Money, sumOf } from '../shared/index.js';

import { closeFundingRound } from './close-round.js';
import {
  judgeCondition,
  meetingLicences,
  resolveConditions,
  type ConditionalPledge,
  type RoundSurroundings,
} from './conditions.js';
import type { Pledge } from './pledge.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const AROUND: RoundSurroundings = {
  target: gbp(100n),
  votes: 10,
  livedExperienceHeard: true,
  leadVerified: true,
  outputs: [{ kind: 'SOFTWARE', licences: ['AGPL-3.0-or-later'] }],
};
const conditional = (id: string, amount: bigint, ...conditions: PledgeCondition[]): ConditionalPledge => ({
  id,
  funderId: `funder of ${id}`,
  amount: gbp(amount),
  conditions,
});

const condition: fc.Arbitrary<PledgeCondition> = fc.oneof(
  fc.bigInt(1n, 120n).map((total) => ({ code: 'MIN_ROUND_TOTAL', total: gbp(total) }) as const),
  fc.integer({ min: 2, max: 6 }).map((funders) => ({ code: 'MIN_FUNDERS', funders }) as const),
  fc.integer({ min: 1, max: 15 }).map((votes) => ({ code: 'MIN_VOTES', votes }) as const),
  fc.integer({ min: 1, max: 100 }).map((percent) => ({ code: 'MAX_SHARE_OF_TARGET', percent }) as const),
  fc.constantFrom<PledgeCondition>({ code: 'NOT_FIRST' }, { code: 'LEAD_VERIFIED' }, { code: 'OPEN_API' }),
);
const pledges = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    funderId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    amount: fc.bigInt(1n, 60n).map(gbp),
    conditions: fc.array(condition, { maxLength: 3 }),
  }),
  { selector: (pledge) => pledge.id, maxLength: 7 },
);

describe('resolveConditions', () => {
  it('lets two who wait for each other go together', () => {
    const both = [
      conditional('a', 40n, { code: 'NOT_FIRST' }),
      conditional('b', 40n, { code: 'MIN_FUNDERS', funders: 2 }),
    ];
    expect(resolveConditions(both, AROUND).counting).toEqual(['a', 'b']);
  });

  it('drops a whole chain that hung on one', () => {
    const chain = [
      conditional('a', 40n, { code: 'MIN_ROUND_TOTAL', total: gbp(90n) }),
      conditional('b', 30n, { code: 'MIN_FUNDERS', funders: 3 }),
      conditional('c', 30n, { code: 'OPEN_API' }),
      conditional('d', 10n),
    ];
    const resolution = resolveConditions(chain, AROUND);
    expect(resolution.counting).toEqual(['d']);
    expect(resolution.total).toEqual(gbp(10n));
    expect(resolution.verdicts.get('a')).toEqual([
      { condition: chain[0]?.conditions[0], met: false, current: gbp(50n), needed: gbp(90n) },
    ]);
  });

  it('finds the largest set in which every pledge is content, whatever their order', () => {
    fc.assert(
      fc.property(pledges, (list) => {
        const { counting } = resolveConditions(list, AROUND);
        const members = (mask: number) => list.filter((_, index) => mask & (1 << index));
        const content = (set: readonly ConditionalPledge[]) =>
          set.every((pledge) => pledge.conditions.every((one) => judgeCondition(one, pledge, set, AROUND).met));
        const stable = Array.from({ length: 2 ** list.length }, (_, mask) => members(mask)).filter(content);
        // Monotone: the union of stable sets is stable, so the largest one contains all of them.
        for (const set of stable) expect(set.every((pledge) => counting.includes(pledge.id))).toBe(true);
        expect(new Set(resolveConditions(list.toReversed(), AROUND).counting)).toEqual(new Set(counting));
      }),
    );
  });

  it('has only conditions that one more pledge never makes false', () => {
    fc.assert(
      fc.property(pledges, fc.nat(), (list, at) => {
        const subject = list[at % Math.max(list.length, 1)];
        if (!subject) return;
        const fewer = list.filter((pledge, index) => pledge === subject || index % 2 === 0);
        for (const one of subject.conditions) {
          if (judgeCondition(one, subject, fewer, AROUND).met) {
            expect(judgeCondition(one, subject, list, AROUND).met).toBe(true);
          }
        }
      }),
    );
  });
});

describe('licences that content everybody', () => {
  const asks = (id: string, ...licences: string[]) =>
    conditional(id, 10n, { code: 'ACCEPTED_LICENCES', accepted: [{ licensedAs: 'software', licences }] });

  it('are what all accept', () => {
    expect(meetingLicences([asks('a', 'MIT', 'EUPL-1.2'), asks('b', 'EUPL-1.2', 'AGPL-3.0-or-later')])).toEqual([
      { licensedAs: 'software', licences: ['EUPL-1.2'] },
    ]);
  });

  it('name the two that collide when there are none', () => {
    expect(meetingLicences([asks('a', 'MIT'), asks('b', 'MIT', 'ISC'), asks('c', 'ISC')])).toEqual([
      { licensedAs: 'software', collision: ['a', 'c'] },
    ]);
  });

  it('count an agreement only when every licence it allows is accepted', () => {
    const met = (outputs: RoundSurroundings['outputs']) =>
      resolveConditions([asks('a', 'MIT', 'ISC')], { ...AROUND, outputs }).counting.length === 1;
    expect(met([{ kind: 'SOFTWARE', licences: ['MIT'] }])).toBe(true);
    expect(met([{ kind: 'SOFTWARE', licences: ['MIT', 'GPL-2.0-only'] }])).toBe(false);
    expect(met([{ kind: 'SOFTWARE', licences: 'ANY_OPEN' }])).toBe(false);
    expect(met([{ kind: 'USER_RESEARCH', licences: ['CC-BY-4.0'] }])).toBe(true);
  });
});

describe('closeFundingRound', () => {
  const deadline = new Date('2026-04-01T12:00:00Z');
  const after = new Date('2026-04-01T12:00:01Z');
  const before = new Date('2026-03-01T12:00:00Z');
  const round = (changes: Partial<Round> = {}): Round => ({
    id: 'R',
    ideaId: 'I',
    purpose: 'BUILD',
    status: 'OPEN',
    minimum: gbp(60n),
    target: gbp(100n),
    pledged: gbp(100n),
    deadline,
    leadOrganisationId: 'L',
    moneyHolderOrganisationId: 'L',
    ...changes,
  });
  const pledge = (id: string, amount: bigint, changes: Partial<Pledge> = {}): Pledge => ({
    id,
    roundId: 'R',
    mandateId: `M${id}`,
    mandateVersion: 1,
    funderId: `F${id}`,
    status: 'PLEDGED',
    amount: gbp(amount),
    conditions: [],
    note: '',
    placedAt: before,
    authors: ['maker'],
    matching: null,
    signing: null,
    ...changes,
  });
  const statuses = (decision: ReturnType<typeof closeFundingRound>) =>
    decision.ok && 'outcomes' in decision.value
      ? [decision.value.status, ...decision.value.outcomes.map((outcome) => outcome.pledge.status)]
      : decision;

  it('commits what counts and releases what does not', () => {
    const list = [pledge('a', 60n), pledge('b', 40n, { conditions: [{ code: 'OPEN_API' }] })];
    const decision = closeFundingRound(round(), list, AROUND, 'DEADLINE', after);
    expect(statuses(decision)).toEqual(['SUCCEEDED', 'COMMITTED', 'RELEASED']);
    expect(decision).toMatchObject({ value: { committed: gbp(60n) } });
  });

  it('releases everything a penny below the minimum', () => {
    const list = [pledge('a', 59n), pledge('b', 41n, { conditions: [{ code: 'OPEN_API' }] })];
    expect(statuses(closeFundingRound(round(), list, AROUND, 'DEADLINE', after))).toEqual([
      'FAILED',
      'RELEASED',
      'RELEASED',
    ]);
  });

  it('waits after its deadline for approvals already asked for, and not longer than said', () => {
    const list = [pledge('a', 60n), pledge('b', 40n, { status: 'AWAITING_APPROVAL' })];
    expect(closeFundingRound(round(), list, AROUND, 'DEADLINE', after)).toMatchObject({
      value: { status: 'CLOSING', until: new Date('2026-04-03T12:00:00Z') },
    });
    const end = new Date('2026-04-03T12:00:00Z');
    expect(statuses(closeFundingRound(round({ status: 'CLOSING' }), list, AROUND, 'DEADLINE', end))).toEqual([
      'SUCCEEDED',
      'COMMITTED',
      'LAPSED',
    ]);
  });

  it('closes once', () => {
    expect(closeFundingRound(round({ status: 'SUCCEEDED' }), [], AROUND, 'DEADLINE', after)).toMatchObject({
      reasons: [{ code: 'ROUND_ALREADY_CLOSED' }],
    });
  });

  it('lets the lead close early only at the target, and never into failure by it', () => {
    const by = (changes: Partial<Round>, ...list: Pledge[]) =>
      statuses(closeFundingRound(round(changes), list, AROUND, 'LEAD', before));
    expect(by({}, pledge('a', 100n))).toEqual(['SUCCEEDED', 'COMMITTED']);
    expect(by({ pledged: gbp(99n) }, pledge('a', 99n))).toMatchObject({ reasons: [{ code: 'TARGET_NOT_REACHED' }] });
    expect(by({}, pledge('a', 100n, { conditions: [{ code: 'OPEN_API' }] }))).toMatchObject({
      reasons: [{ code: 'CONDITIONS_NOT_MET_YET' }],
    });
  });

  it('releases all when the lead gives the round up', () => {
    expect(statuses(closeFundingRound(round(), [pledge('a', 100n)], AROUND, 'LEAD_GIVING_UP', before))).toEqual([
      'FAILED',
      'RELEASED',
    ]);
  });

  it('loses no penny: each pledge moves its whole amount, once', () => {
    fc.assert(
      fc.property(pledges, (list) => {
        const all = list.map((one) => pledge(one.id, one.amount.minorUnits, { ...one, status: 'PLEDGED' }));
        const decision = closeFundingRound(round(), all, AROUND, 'DEADLINE', after);
        if (!decision.ok || !('outcomes' in decision.value)) throw new Error('closes');
        const { outcomes, status, committed } = decision.value;
        for (const { pledge: after_, ledger } of outcomes) {
          const out = ledger?.entries.find((entry) => entry.account.kind === 'PLEDGED');
          expect(out?.amount).toEqual(after_.amount.negated());
        }
        const sum = sumOf(
          outcomes.filter((one) => one.pledge.status === 'COMMITTED').map((one) => one.pledge.amount),
          'GBP',
        );
        expect(sum).toEqual(committed);
        expect(status === 'SUCCEEDED').toBe(!sum.isLessThan(gbp(60n)));
      }),
    );
  });
});
