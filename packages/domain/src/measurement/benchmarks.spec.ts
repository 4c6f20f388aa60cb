import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { benchmarkOf, publishBenchmark, whereItStands } from './benchmarks.js';
import type { KeptNumber } from './kept-number.js';

type State = ReadonlyMap<number, number>;

/** Organisations whose value is in one of the two and not the same in the other. */
function apart(one: State, other: State): number {
  return [...new Set([...one.keys(), ...other.keys()])].filter((who) => one.get(who) !== other.get(who)).length;
}

const number = (value: string): KeptNumber => ({ value, under: null });
const days = { unit: 'DAYS', countsPeople: false } as const;
const people = { unit: 'PEOPLE', countsPeople: true } as const;
const of = (...values: number[]) => values.map((value) => number(String(value)));

describe('a benchmark', () => {
  it('is told from five organisations on, and anew when five of them changed', () => {
    const told = (counted: number, before: number, ...states: number[]) =>
      publishBenchmark({ counted, told: before, apart: states });
    expect([told(4, 0), told(5, 0)]).toEqual(['KEEP', 'PUBLISH']);
    expect([told(9, 5, 4), told(10, 5, 5)]).toEqual(['KEEP', 'PUBLISH']);
    // Of a hundred, ten have to change: else each fifth report would leave a state behind.
    expect([told(109, 100, 9), told(110, 100, 10)]).toEqual(['KEEP', 'PUBLISH']);
    expect([told(4, 6, 4), told(4, 9, 5), told(0, 5, 5)]).toEqual(['KEEP', 'TAKE_DOWN', 'TAKE_DOWN']);
    // Five changed since the last state, but next to an earlier one only one did.
    expect([told(6, 6, 1, 5), told(6, 6, 0, 5), told(6, 6, 5, 5)]).toEqual(['KEEP', 'PUBLISH', 'PUBLISH']);
  });

  it('was never told in two states that one to four organisations tell apart, in any history', () => {
    // Few organisations with few values, so that what was there before comes back again and again.
    const step = fc.record({
      who: fc.integer({ min: 0, max: 7 }),
      value: fc.constantFrom(0, 0, 0, 1, 1, null),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 150 }), (steps) => {
        const now = new Map<number, number>();
        const states: State[] = [];
        let told = 0;
        for (const { who, value } of steps) {
          if (value === null) now.delete(who);
          else now.set(who, value);
          const what = publishBenchmark({ counted: now.size, told, apart: states.map((state) => apart(state, now)) });
          if (what === 'PUBLISH') states.push(new Map(now));
          if (what !== 'KEEP') told = what === 'PUBLISH' ? now.size : 0;
        }
        for (const [index, one] of states.entries()) {
          expect(one.size).toBeGreaterThanOrEqual(5);
          for (const other of states.slice(index + 1)) expect([1, 2, 3, 4]).not.toContain(apart(one, other));
        }
      }),
    );
  });

  it('tells the middle and from ten organisations the quarters, rounded, and never the least or the greatest', () => {
    expect(benchmarkOf(of(31, 3, 47, 12, 900), days)).toEqual({
      organisations: 5,
      middle: number('32'),
      lower: null,
      upper: null,
    });
    const ten = benchmarkOf(of(11, 21, 31, 41, 51, 61, 71, 81, 91, 9_999), days);
    expect([ten.lower, ten.middle, ten.upper]).toEqual([number('34'), number('55'), number('80')]);
    expect(() => benchmarkOf(of(1, 2, 3, 4), days)).toThrow(RangeError);
  });

  it('rounds to a tenth at most, whatever the size', () => {
    const middle = (value: number, indicator: typeof days | typeof people = days) =>
      benchmarkOf(of(value, value, value, value, value), indicator).middle.value;
    expect([1_234, 62.5, 0.037, -31.4, 0].map((value) => middle(value))).toEqual(['1200', '65', '0.038', '-32', '0']);
    expect([1_234, 7, 13].map((value) => middle(value, people))).toEqual(['1200', '7', '13']);
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        expect(Math.abs(Number(middle(value)) - value)).toBeLessThanOrEqual(Math.abs(value) / 20 + 1e-6);
      }),
    );
  });

  it('leaves who knows all values but one a range for that one, whatever the values are', () => {
    const value = fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 14 }), value, (others, last) => {
        const told = (one: number) => JSON.stringify(benchmarkOf(of(...others, one), days));
        const said = told(last);
        const possible = Array.from({ length: 1_200 }, (_, steps) => (steps + 1) / 20).filter(
          (one) => told(one) === said,
        );
        // At least a twenty-fifth of it, which is what the smallest step leaves open.
        expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThan(last / 25 - 0.1);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps few people a band', () => {
    const few: KeptNumber = { value: null, under: 5 };
    const { middle } = benchmarkOf([few, few, few, number('12'), number('40')], people);
    expect(middle).toEqual(few);
    expect(benchmarkOf([few, ...of(0, 0, 0, 40)], people).middle).toEqual(number('0'));
  });

  it('tells a member where it stands, from nothing but what everybody is told', () => {
    const ten = benchmarkOf(of(11, 21, 31, 41, 51, 61, 71, 81, 91, 99), days);
    const places = [12, 40, 55.9, 70, 95].map((value) => whereItStands(number(String(value)), ten, days));
    expect(places).toEqual(['LOWEST_QUARTER', 'BELOW_MIDDLE', 'MIDDLE', 'ABOVE_MIDDLE', 'HIGHEST_QUARTER']);
    const few: KeptNumber = { value: null, under: 5 };
    const five = benchmarkOf([few, few, few, few, number('9')], people);
    expect([few, number('9')].map((value) => whereItStands(value, five, people))).toEqual(['MIDDLE', 'ABOVE_MIDDLE']);
  });
});
