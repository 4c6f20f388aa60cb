import { describe, expect, it } from '@jest/globals';

import type { IndicatorVersion } from './indicators.js';
import { checkPeriod, type MeasuredIndicator, recordMeasurements } from './measurements.js';

const came: IndicatorVersion = {
  title: 'Young people who came',
  definition: 'Each is counted once.',
  unit: 'PEOPLE',
  unitNote: '',
  direction: 'UP',
  countsPeople: true,
  tier: 'REQUIRED',
  version: 1,
  change: 'NEW',
  changeNote: '',
};
const waited: IndicatorVersion = { ...came, title: 'Days', unit: 'DAYS', countsPeople: false };
const INDICATORS: readonly MeasuredIndicator[] = [
  {
    key: 'came',
    versions: [came, { ...came, version: 2, change: 'MATERIAL' }, { ...came, version: 3, change: 'IMMATERIAL' }],
  },
  { key: 'waited', versions: [waited] },
];
const facts = { indicators: INDICATORS, today: '2027-04-02' };
const quarter = { from: '2027-01-01', to: '2027-03-31', method: '' };
const value = (key: string, written: string, version = 1) => ({ key, value: written, version });
const reasonsOf = (...values: ReturnType<typeof value>[]) => {
  const decision = recordMeasurements({ ...quarter, values }, facts);
  return decision.ok ? [] : decision.reasons;
};

describe('what an organisation measured', () => {
  it('is kept under the definition it was measured by, which need not be the newest', () => {
    const values = [value('came', '12', 3), value('waited', '8.5')];
    expect(recordMeasurements({ ...quarter, values }, facts)).toMatchObject({
      value: {
        values: [
          { key: 'came', value: '12', version: 3, comparableSince: 2 },
          { key: 'waited', value: '8.5', version: 1, comparableSince: 1 },
        ],
      },
    });
    expect(recordMeasurements({ ...quarter, values: [value('came', '12', 1)] }, facts)).toMatchObject({
      value: { values: [{ comparableSince: 1 }] },
    });
  });

  it.each(['4', '1', '<5'])('is a band where it counts few people: %s', (written) => {
    expect(recordMeasurements({ ...quarter, values: [value('came', written)] }, facts)).toMatchObject({
      value: { values: [{ value: null, under: 5 }] },
    });
  });

  it('is refused whole, with everything that is wrong', () => {
    expect(
      reasonsOf(value('came', '12.5'), value('waited', '=1+1'), value('else', '1'), value('waited', '3', 9)),
    ).toEqual([
      { code: 'VALUE_NOT_A_COUNT', key: 'came', given: '12.5' },
      { code: 'VALUE_NOT_A_NUMBER', key: 'waited', given: '=1+1' },
      { code: 'INDICATOR_UNKNOWN', key: 'else' },
      { code: 'INDICATOR_TWICE', key: 'waited' },
    ]);
    expect(reasonsOf(value('waited', '3', 9))).toEqual([
      { code: 'VERSION_UNKNOWN', key: 'waited', version: 9, newest: 1 },
    ]);
    expect(reasonsOf()).toEqual([{ code: 'NO_VALUES' }]);
  });
});

describe('a period', () => {
  const codes = (from: string, to: string) => checkPeriod({ from, to }, facts.today).map(({ code }) => code);

  it.each([
    ['2027-01-01', '2027-01-31'],
    ['2027-01-01', '2027-03-31'],
    ['2026-10-01', '2027-03-31'],
    ['2026-04-01', '2027-03-31'],
    ['2024-02-01', '2024-02-29'],
  ])('is whole months that others measure too: %s to %s', (from, to) => {
    expect(codes(from, to)).toEqual([]);
  });

  it('is nothing else, and nothing that is not over', () => {
    expect(codes('2027-01-02', '2027-01-31')).toEqual(['PERIOD_NOT_WHOLE_MONTHS']);
    expect(codes('2027-01-01', '2027-02-28')).toEqual(['PERIOD_NOT_WHOLE_MONTHS']);
    expect(codes('2027-03-01', '2027-01-31')).toEqual(['PERIOD_ENDS_BEFORE_IT_STARTS']);
    expect(codes('2027-04-01', '2027-06-30')).toEqual(['PERIOD_NOT_OVER']);
    expect(codes('2027-02-30', '31/03/2027')).toEqual(['NOT_A_DAY', 'NOT_A_DAY']);
  });
});
