import { describe, expect, it } from '@jest/globals';

import { isYearBand, mayBeMinor, mayMention } from './year-band.js';

describe('a band of birth years', () => {
  it('counts somebody as young as the youngest in it, to the end of the year', () => {
    // Born 2008 to 2010: the youngest turns 18 on the last day of 2028.
    expect([mayBeMinor(2008, 2026), mayBeMinor(2008, 2028), mayBeMinor(2008, 2029)]).toEqual([true, true, false]);
    expect(mayBeMinor(null, 2026)).toBe(false);
  });

  it('is one of those that are offered, never a year of one’s own', () => {
    expect([isYearBand(2008), isYearBand(2009), isYearBand(1899), isYearBand(2007.5)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a mention', () => {
  const year = 2026;
  it('reaches a minor only from somebody in the same project, whatever the minor chose', () => {
    const minor = { bornFrom: 2011, mentionedBy: 'ANYBODY' } as const;
    expect(mayMention(minor, { shareProject: false, year })).toBe(false);
    expect(mayMention(minor, { shareProject: true, year })).toBe(true);
  });

  it('reaches an adult who does not want it only from somebody in the same project', () => {
    const reserved = { bornFrom: null, mentionedBy: 'SHARED_PROJECT' } as const;
    expect(mayMention(reserved, { shareProject: false, year })).toBe(false);
    expect(mayMention({ ...reserved, mentionedBy: 'ANYBODY' }, { shareProject: false, year })).toBe(true);
  });
});
