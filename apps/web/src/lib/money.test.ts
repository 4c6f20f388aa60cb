import { describe, expect, it } from '@jest/globals';
import { formatMoney, parseMoney, percentOf } from './money.js';

const gbp = (minorUnits: string) => ({ minorUnits, currency: 'GBP', decimals: 2 });

describe('an amount of money', () => {
  it('is read as people write it', () => {
    expect(formatMoney(gbp('2000000'), 'en-GB')).toBe('£20,000');
    expect(formatMoney(gbp('1999950'), 'en-GB')).toBe('£19,999.50');
    expect(formatMoney({ minorUnits: '1500', currency: 'JPY', decimals: 0 }, 'en-GB')).toBe('¥1,500');
    expect(formatMoney({ minorUnits: '1234567', currency: 'KWD', decimals: 3 }, 'en-GB')).toMatch(/1,234\.567/);
  });

  it('keeps the last penny of an amount no floating point number can hold', () => {
    expect(formatMoney(gbp('900719925474099301'), 'en-GB')).toBe('£9,007,199,254,740,993.01');
  });

  it('is understood however it was typed', () => {
    expect(parseMoney('20,000', 2)).toBe('2000000');
    expect(parseMoney(' £19 999.5 ', 2)).toBe('1999950');
    expect(parseMoney('GBP 3', 2)).toBe('300');
    expect(parseMoney('1500', 0)).toBe('1500');
  });

  it('is not guessed from what is not an amount of this currency', () => {
    for (const typed of ['', 'about 20', '1.999', '20,00', '-5', '1e5', '12.5.1'])
      expect(parseMoney(typed, 2)).toBeNull();
    expect(parseMoney('1.5', 0)).toBeNull();
  });

  it('is drawn in proportion and never beyond the end', () => {
    expect(percentOf('3000', '9000')).toBe(33.33);
    expect(percentOf('12000', '9000')).toBe(100);
    expect(percentOf('1', '0')).toBe(0);
  });
});
