import { describe, expect, it } from '@jest/globals';

import { Money, sumOf } from './money.js';

describe('Money', () => {
  it('never mixes currencies', () => {
    expect(() => Money.of(1n, 'GBP').plus(Money.of(1n, 'EUR'))).toThrow('do');
  });

  it('knows how many decimals a currency has', () => {
    expect([Money.zero('JPY').decimals, Money.zero('GBP').decimals, Money.zero('KWD').decimals]).toEqual([0, 2, 3]);
  });

  it('sums nothing to zero of the currency asked for', () => {
    expect(sumOf([], 'GBP').equals(Money.zero('GBP'))).toBe(true);
  });
});
