import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Money, type Currency } from '../shared/index.js';

import { parseMoney } from './money-input.js';

const read = (typed: string, currency: Currency = 'GBP') => {
  const decision = parseMoney(typed, currency);
  return decision.ok ? decision.value.minorUnits : decision.reasons[0]?.code;
};

describe('parseMoney', () => {
  it.each([
    ['20000', 2_000_000n],
    ['£20,000.50', 2_000_050n],
    ['£ 20,000.5', 2_000_050n],
    ['20 000', 2_000_000n],
    ['20 000,000', 'AMOUNT_NOT_A_NUMBER'],
    ['GBP 0.01', 1n],
    ['12.30 GBP', 1230n],
    ['  7 ', 700n],
  ])('reads %j as a person means it', (typed, minorUnits) => {
    expect(read(typed)).toBe(minorUnits);
  });

  it.each([
    ['', 'AMOUNT_MISSING'],
    ['0', 'AMOUNT_NOT_POSITIVE'],
    ['-5', 'AMOUNT_NOT_POSITIVE'],
    ['1e3', 'AMOUNT_NOT_A_NUMBER'],
    ['NaN', 'AMOUNT_NOT_A_NUMBER'],
    ['Infinity', 'AMOUNT_NOT_A_NUMBER'],
    ['0x10', 'AMOUNT_NOT_A_NUMBER'],
    ['1_000', 'AMOUNT_NOT_A_NUMBER'],
    ['1,00', 'AMOUNT_NOT_A_NUMBER'],
    ['20.000,50', 'AMOUNT_NOT_A_NUMBER'],
    ['10.', 'AMOUNT_NOT_A_NUMBER'],
    ['10.001', 'AMOUNT_HAS_TOO_MANY_DECIMALS'],
    ['0.1 pence', 'AMOUNT_NOT_A_NUMBER'],
    ['0.001', 'AMOUNT_HAS_TOO_MANY_DECIMALS'],
    ['12345678901234567890', 'AMOUNT_TOO_LARGE'],
    ['92233720368547758.08', 'AMOUNT_TOO_LARGE'],
    ['٢٠٠', 'AMOUNT_NOT_A_NUMBER'],
    ['２００', 'AMOUNT_NOT_A_NUMBER'],
    ['€20', 'AMOUNT_IN_ANOTHER_CURRENCY'],
    ['20 USD', 'AMOUNT_IN_ANOTHER_CURRENCY'],
  ])('refuses %j with %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('gives each currency its own decimals', () => {
    expect(read('¥1,000', 'JPY')).toBe(1000n);
    expect(read('1000.5', 'JPY')).toBe('AMOUNT_HAS_TOO_MANY_DECIMALS');
    expect(read('1.234', 'KWD')).toBe(1234n);
  });

  it('reads back every amount exactly as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 9_223_372_036_854_775_807n), (minorUnits) => {
        const { minorUnits: units } = Money.of(minorUnits, 'GBP');
        const text = `${(units / 100n).toString()}.${(units % 100n).toString().padStart(2, '0')}`;
        expect(read(text)).toBe(minorUnits);
      }),
    );
  });

  it('never makes a number of what is none, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const decision = parseMoney(typed, 'GBP');
        expect(decision.ok ? /[0-9]/.test(typed) : decision.reasons.length > 0).toBe(true);
      }),
    );
  });
});
