import { describe, expect, it } from '@jest/globals';

import { LABELLED_TEXTS } from './personal-data.cases.js';
import { findPersonalData, PERSONAL_DATA_KINDS, type PersonalDataKind } from './personal-data.js';

/** Kinds that have a form of their own; names and streets are prose, and are found where the words around them say so. */
const STRUCTURED = PERSONAL_DATA_KINDS.filter((kind) => kind !== 'NAMED_PERSON' && kind !== 'ADDRESS');

interface Measured {
  readonly kind: PersonalDataKind;
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

function measured(kind: PersonalDataKind): Measured {
  const finds = (text: string) => findPersonalData(text).some((span) => span.kind === kind);
  const with_ = LABELLED_TEXTS.filter(({ holds }) => holds.includes(kind));
  const without = LABELLED_TEXTS.filter(({ holds }) => !holds.includes(kind));
  return {
    kind,
    right: with_.filter(({ text }) => finds(text)).length,
    missed: with_.filter(({ text }) => !finds(text)).map(({ text }) => text),
    wrong: without.filter(({ text }) => finds(text)).map(({ text }) => text),
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const results = PERSONAL_DATA_KINDS.map(measured);

describe('over at least two hundred labelled texts, half of them harmless', () => {
  it('there are as many', () => {
    const harmless = LABELLED_TEXTS.filter(({ holds }) => holds.length === 0).length;
    expect(LABELLED_TEXTS.length).toBeGreaterThanOrEqual(200);
    expect(Math.abs(harmless * 2 - LABELLED_TEXTS.length)).toBeLessThan(LABELLED_TEXTS.length * 0.15);
    expect(new Set(LABELLED_TEXTS.map(({ text }) => text)).size).toBe(LABELLED_TEXTS.length);
  });

  it('nineteen of twenty are found of every kind that has a form, and of all of them together', () => {
    const structured = results.filter(({ kind }) => STRUCTURED.some((each) => each === kind));
    expect(structured.flatMap(({ missed }) => missed)).toEqual([]);
    for (const { right, missed } of structured)
      expect(ratio(right, right + missed.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('precision and recall of each kind are what the reference says', () => {
    const table = results.map(
      ({ kind, right, missed, wrong }) =>
        `${kind}: recall ${ratio(right, right + missed.length).toFixed(2)}, precision ${ratio(right, right + wrong.length).toFixed(2)} of ${right + missed.length}`,
    );
    expect(table).toMatchInlineSnapshot(`
[
  "EMAIL: recall 1.00, precision 1.00 of 10",
  "PHONE: recall 1.00, precision 1.00 of 18",
  "POSTCODE_UK: recall 1.00, precision 1.00 of 10",
  "POSTCODE_SG: recall 1.00, precision 1.00 of 5",
  "ADDRESS: recall 1.00, precision 1.00 of 7",
  "NATIONAL_INSURANCE_NUMBER: recall 1.00, precision 1.00 of 6",
  "NHS_NUMBER: recall 1.00, precision 1.00 of 6",
  "NRIC: recall 1.00, precision 1.00 of 5",
  "SOCIAL_SECURITY_NUMBER: recall 1.00, precision 1.00 of 5",
  "DATE_OF_BIRTH: recall 1.00, precision 1.00 of 10",
  "CARD_NUMBER: recall 1.00, precision 1.00 of 5",
  "NAMED_PERSON: recall 1.00, precision 1.00 of 10",
]
`);
  });

  it('asks about no more than one harmless text in twenty', () => {
    const harmless = LABELLED_TEXTS.filter(({ holds }) => holds.length === 0);
    const asked = harmless.filter(({ text }) => findPersonalData(text).length > 0).map(({ text }) => text);
    expect(asked.length).toBeLessThanOrEqual(harmless.length / 20);
  });
});
