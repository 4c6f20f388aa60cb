import { describe, expect, it } from '@jest/globals';

import { comparableSince, defineIndicator, type IndicatorVersion, reviseIndicator } from './indicators.js';
import { recordProgress, setTarget } from './progress.js';

const housed: IndicatorVersion = {
  title: 'Moved into a home',
  definition: 'People who slept thirty nights in a home of their own.',
  unit: 'PEOPLE',
  unitNote: '',
  direction: 'UP',
  countsPeople: true,
  tier: 'OPTIONAL',
  version: 1,
  change: 'NEW',
  changeNote: '',
};

const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.ok ? [] : (decision.reasons ?? []).map(({ code }) => code);

describe('an indicator', () => {
  it('counts people when its unit is people, whatever was ticked', () => {
    expect(defineIndicator({ ...housed, countsPeople: false }, [])).toMatchObject({
      value: { countsPeople: true, version: 1, change: 'NEW' },
    });
  });

  it('is in a list once, needs a definition, and a currency where it is money', () => {
    const ask = { ...housed, title: ' moved into a HOME ', definition: '', unit: 'MONEY' as const };
    expect(codesOf(defineIndicator(ask, ['Moved into a home']))).toEqual([
      'TEXT_MISSING',
      'CURRENCY_NOT_NAMED',
      'INDICATOR_EXISTS',
    ]);
  });

  it('keeps its meaning through a clearer word, and says so', () => {
    const ask = { ...housed, title: 'Has a home', seen: 1, material: false, changeNote: 'Plainer' };
    expect(reviseIndicator(ask, housed)).toMatchObject({ value: { version: 2, change: 'IMMATERIAL' } });
  });

  it('cannot turn people into days and call it the same', () => {
    const ask = { ...housed, unit: 'DAYS' as const, countsPeople: false, seen: 1, material: false, changeNote: 'x' };
    expect(codesOf(reviseIndicator(ask, housed))).toEqual(['CHANGE_IS_MATERIAL', 'CHANGE_IS_MATERIAL']);
    expect(reviseIndicator({ ...ask, material: true }, housed).ok).toBe(true);
  });

  it('is not written over by somebody who read an older version, nor saved for nothing', () => {
    const ask = { ...housed, material: false, changeNote: 'x' };
    expect(codesOf(reviseIndicator({ ...ask, seen: 3 }, housed))).toEqual(['INDICATOR_CHANGED_MEANWHILE']);
    expect(codesOf(reviseIndicator({ ...ask, seen: 1 }, housed))).toEqual(['INDICATOR_SAME_AS_BEFORE']);
  });

  it('draws one line as long as nothing material changed', () => {
    const versions = (['NEW', 'IMMATERIAL', 'MATERIAL', 'IMMATERIAL'] as const).map((change, index) => ({
      version: index + 1,
      change,
    }));
    expect(versions.map(({ version }) => comparableSince(versions, version))).toEqual([1, 1, 3, 3]);
  });
});

describe('a reported number', () => {
  const facts = { status: 'ACTIVE' as const, indicator: housed, today: '2027-04-01' };
  const ask = { value: '12', from: '2027-01-01', to: '2027-03-31', seen: null };

  it('is a band when it counts few people, and the number is forgotten', () => {
    expect(recordProgress({ ...ask, value: '4' }, facts)).toMatchObject({ value: { value: null, under: 5 } });
    const households = { version: 1, unit: 'NUMBER' as const, countsPeople: true };
    expect(recordProgress({ ...ask, value: '3' }, { ...facts, indicator: households })).toMatchObject({
      value: { value: null, under: 5 },
    });
    const boilers = { version: 1, unit: 'NUMBER' as const, countsPeople: false };
    expect(recordProgress({ ...ask, value: '3' }, { ...facts, indicator: boilers })).toMatchObject({
      value: { value: '3', under: null },
    });
  });

  it.each(['1e3', '', '--1', 'NaN', '1,000'])('is not %j', (value) => {
    const days = { version: 1, unit: 'DAYS' as const, countsPeople: false };
    expect(codesOf(recordProgress({ ...ask, value }, { ...facts, indicator: days }))).toEqual(['NOT_A_NUMBER']);
  });

  it('is of a period that is over, of a venture that began, under the definition that was read', () => {
    expect(codesOf(recordProgress({ ...ask, to: '2027-06-30' }, facts))).toEqual(['PERIOD_NOT_OVER']);
    expect(codesOf(recordProgress({ ...ask, seen: 2 }, { ...facts, status: 'CONVENING' }))).toEqual([
      'INDICATOR_CHANGED_MEANWHILE',
      'VENTURE_NOT_STARTED',
    ]);
  });
});

describe('baseline and target', () => {
  const facts = { status: 'ACTIVE' as const, indicator: housed };
  const nothing = { baseline: '', baselineOn: '', target: '', targetOn: '' };

  it('may be left unsaid, and are banded like every count of people', () => {
    expect(setTarget(nothing, facts)).toEqual({ ok: true, value: { baseline: null, target: null } });
    const ask = { ...nothing, baseline: '3', baselineOn: '2027-01-01', target: '120', targetOn: '2027-12-31' };
    expect(setTarget(ask, facts)).toMatchObject({
      value: { baseline: { value: null, under: 5 }, target: { value: '120', under: null, on: '2027-12-31' } },
    });
  });

  it('need a day with the number, and a number with the day', () => {
    expect(codesOf(setTarget({ ...nothing, baseline: '3', targetOn: '2027-12-31' }, facts))).toEqual([
      'NUMBER_WITHOUT_DAY',
      'DAY_WITHOUT_NUMBER',
    ]);
  });
});
