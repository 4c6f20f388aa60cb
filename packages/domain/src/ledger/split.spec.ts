import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { splitByLargestRemainder, SplitExceedsCapsError, type Share } from './split.js';

const share = (id: string, weight: bigint, cap = 1_000_000_000n): Share => ({ id, weight, cap });
const partsOf = (total: bigint, shares: readonly Share[]) => Object.fromEntries(splitByLargestRemainder(total, shares));

describe('splitByLargestRemainder', () => {
  it('gives the last penny to the largest remainder', () => {
    expect(partsOf(100n, [share('a', 1n), share('b', 1n), share('c', 1n)])).toEqual({ a: 34n, b: 33n, c: 33n });
    expect(partsOf(10n, [share('a', 15n), share('b', 15n), share('c', 70n)])).toEqual({ a: 2n, b: 1n, c: 7n });
  });

  it('gives what a cap turns away to the others', () => {
    expect(partsOf(90n, [share('a', 1n, 10n), share('b', 1n), share('c', 1n)])).toEqual({ a: 10n, b: 40n, c: 40n });
  });

  it('refuses to give out more than may be taken', () => {
    expect(() => partsOf(21n, [share('a', 1n, 10n), share('b', 1n, 10n)])).toThrow(SplitExceedsCapsError);
  });

  const shares = fc
    .uniqueArray(fc.record({ weight: fc.bigInt(1n, 10n ** 12n), cap: fc.bigInt(0n, 10n ** 12n), id: fc.uuid() }), {
      selector: (one) => one.id,
      minLength: 1,
      maxLength: 12,
    })
    .chain((list) => {
      const caps = list.reduce((sum, one) => sum + one.cap, 0n);
      return fc.record({ list: fc.constant(list), total: fc.bigInt(0n, caps) });
    });

  it('always gives out everything, and nobody more than their cap', () => {
    fc.assert(
      fc.property(shares, ({ list, total }) => {
        const parts = splitByLargestRemainder(total, list);
        expect([...parts.values()].reduce((sum, part) => sum + part, 0n)).toBe(total);
        for (const { id, cap } of list) {
          expect(parts.get(id)).toBeGreaterThanOrEqual(0n);
          expect(parts.get(id)).toBeLessThanOrEqual(cap);
        }
      }),
    );
  });

  it('does not depend on the order of the shares', () => {
    fc.assert(
      fc.property(shares, ({ list, total }) => {
        const backwards = splitByLargestRemainder(total, list.toReversed());
        for (const [id, part] of splitByLargestRemainder(total, list)) expect(backwards.get(id)).toBe(part);
      }),
    );
  });

  it('stays within one unit of the exact share while no cap is reached', () => {
    fc.assert(
      fc.property(shares, ({ list, total }) => {
        const open = list.map((one) => ({ ...one, cap: total + 1n }));
        const weights = open.reduce((sum, one) => sum + one.weight, 0n);
        const parts = splitByLargestRemainder(total, open);
        for (const { id, weight } of open) {
          const error = (parts.get(id) ?? 0n) * weights - total * weight;
          expect(error < weights && error > -weights).toBe(true);
        }
      }),
    );
  });
});
