import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Money } from '../shared/index.js';

import { matchedAmounts, withMatches, type MatchablePledge } from './matching.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const own = (id: string, amount: bigint): MatchablePledge => ({ id, amount: gbp(amount) });
const match = (id: string, percent: number, most: bigint): MatchablePledge => ({
  id,
  amount: gbp(0n),
  matching: { percent, most: gbp(most) },
});
const worth = (pledges: readonly MatchablePledge[], target = 1_000n) =>
  Object.fromEntries([...matchedAmounts(pledges, gbp(target))].map(([id, money]) => [id, money.minorUnits]));

describe('matchedAmounts', () => {
  it('adds a pound for a pound, up to the most', () => {
    expect(worth([match('m', 100, 300n), own('a', 200n)])).toEqual({ m: 200n });
    expect(worth([match('m', 100, 300n), own('a', 200n), own('b', 200n)])).toEqual({ m: 300n });
  });

  it('is worth nothing before anybody else pledged', () => {
    expect(worth([match('m', 100, 300n)])).toEqual({ m: 0n });
  });

  it('never matches a match', () => {
    expect(worth([match('m', 100, 500n), match('n', 100, 500n), own('a', 100n)])).toEqual({ m: 100n, n: 100n });
  });

  it('stops at the target, and serves first whoever offered first', () => {
    expect(worth([match('m', 100, 500n), match('n', 100, 500n), own('a', 400n)])).toEqual({ m: 400n, n: 200n });
    expect(worth([own('a', 1_000n), match('m', 50, 500n)])).toEqual({ m: 0n });
  });

  it('never rounds up: half of a penny is nothing', () => {
    expect(worth([match('m', 50, 500n), own('a', 3n)])).toEqual({ m: 1n });
  });

  const pledges = fc.array(
    fc.oneof(
      fc.record({ id: fc.uuid(), amount: fc.bigInt(1n, 400n).map(gbp) }),
      fc.record({
        id: fc.uuid(),
        amount: fc.constant(gbp(0n)),
        matching: fc.record({ percent: fc.integer({ min: 1, max: 1_000 }), most: fc.bigInt(1n, 400n).map(gbp) }),
      }),
    ),
    { maxLength: 8 },
  );
  const total = (some: readonly MatchablePledge[]) =>
    withMatches(some, gbp(1_000n)).reduce((sum, { amount }) => sum + amount.minorUnits, 0n);

  it('never makes a round smaller by one more pledge, which is what conditions rest on', () => {
    fc.assert(
      fc.property(pledges, fc.nat(7), (some, index) => {
        const fewer = some.filter((_, at) => at !== index);
        return total(fewer) <= total(some);
      }),
    );
  });

  it('never takes a round whose own pledges fit beyond its target', () => {
    fc.assert(
      fc.property(pledges, (some) => {
        const base = some.reduce((sum, { amount }) => sum + amount.minorUnits, 0n);
        return total(some) <= (base > 1_000n ? base : 1_000n);
      }),
    );
  });
});
