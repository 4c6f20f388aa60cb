import { describe, expect, it } from '@jest/globals';

import { Money } from '../shared/index.js';
import { type Expected, matchBankLine, readBankStatement, suggestMatches } from './bank-lines.js';

const gbp = (minorUnits: bigint) => Money.of(minorUnits, 'GBP');
const read = (...rows: string[][]) => {
  const decision = readBankStatement(rows, 'GBP');
  if (!decision.ok) return decision.reasons;
  const { lines, faults } = decision.value;
  return [
    ...lines.map(({ bookedOn, direction, amount, reference }) => [bookedOn, direction, amount.minorUnits, reference]),
    ...faults.map(({ line, code }) => [line, code]),
  ];
};

describe('a bank statement', () => {
  it('is read as banks save it: one column of amounts with signs, or one for each way', () => {
    expect(
      read(
        ['Account', 'Date', 'Description', 'Amount', 'Balance'],
        ['12-34-56 1', '01/05/2026', 'OI-1', '1,250.50', '9'],
        ['12-34-56 1', '2026-05-02', ' Rent ', '-600.00', '9'],
        ['12-34-56 1', '3.5.2026', 'x', '(7)', '9'],
      ),
    ).toEqual([
      ['2026-05-01', 'IN', 125_050n, 'OI-1'],
      ['2026-05-02', 'OUT', 60_000n, 'Rent'],
      ['2026-05-03', 'OUT', 700n, 'x'],
    ]);
    expect(
      read(
        ['Transaction_Date', 'Reference', 'Paid in', 'Paid out'],
        ['2026-05-01', 'a', '5', ''],
        ['2026-05-01', 'b', '', '-6'],
      ),
    ).toEqual([
      ['2026-05-01', 'IN', 500n, 'a'],
      ['2026-05-01', 'OUT', 600n, 'b'],
    ]);
  });

  it('says which line is wrong and reads the others; nothing is guessed or rounded', () => {
    expect(
      read(
        ['Date', 'Reference', 'Amount'],
        ['2026-02-30', 'a', '5'],
        ['2026-02-01', 'b', '1e3'],
        ['2026-02-01', 'c', '0.001'],
        ['2026-02-01', 'd', ''],
        ['2026-02-01', 'e', '€5'],
        ['2026-02-01', 'f', '5'],
      ),
    ).toEqual([
      ['2026-02-01', 'IN', 500n, 'f'],
      [2, 'DAY_NOT_A_DATE'],
      ...[3, 4, 5, 6].map((line) => [line, 'AMOUNT_NOT_AN_AMOUNT']),
    ]);
  });

  it('is refused as a whole where a column is missing', () => {
    expect(read(['Some words'])).toEqual(
      ['DAY', 'REFERENCE', 'AMOUNT'].map((column) => ({ code: 'COLUMN_MISSING', column })),
    );
    expect(read()).toHaveLength(3);
  });
});

describe('a line', () => {
  const line = { line: 2, bookedOn: '2026-05-01', direction: 'IN' as const, amount: gbp(500n), reference: 'bacs  12' };
  const receipt: Expected = { kind: 'RECEIPT', id: 'P', reference: 'BACS 12', amount: gbp(500n) };
  const request: Expected = { kind: 'PAYMENT', id: 'C', reference: 'OI-1', amount: gbp(500n) };

  it('is suggested for exactly the reference that was expected, and for nothing like it', () => {
    expect(suggestMatches([line], [receipt, request])).toEqual([{ line, expected: receipt, reasons: [] }]);
    for (const reference of ['BACS 1', 'BACS 12 RENT', 'BACS12', ''])
      expect(suggestMatches([{ ...line, reference }], [receipt])).toEqual([]);
    expect(suggestMatches([line], [{ ...receipt, reference: '' }])).toEqual([]);
    expect(suggestMatches([line], [receipt, { ...receipt, id: 'Q' }])).toEqual([]);
    expect(suggestMatches([{ ...line, direction: 'OUT' }], [receipt])).toEqual([]);
  });

  it('is suggested with what is in the way: a penny too little that came, a penny too much that went', () => {
    const less = { ...line, amount: gbp(499n) };
    expect(suggestMatches([less], [receipt])).toMatchObject([{ reasons: [{ code: 'AMOUNT_DIFFERS' }] }]);
    const out = { ...line, direction: 'OUT' as const, reference: 'OI-1' };
    expect(matchBankLine({ ...out, amount: gbp(400n) }, request).ok).toBe(true);
    expect(matchBankLine({ ...out, amount: gbp(501n) }, request)).toMatchObject({
      reasons: [{ code: 'AMOUNT_DIFFERS' }],
    });
    expect(matchBankLine({ ...line, amount: Money.of(500n, 'EUR') }, receipt).ok).toBe(false);
    expect(matchBankLine(line, request)).toMatchObject({
      reasons: [{ code: 'REFERENCE_DIFFERS' }, { code: 'DIRECTION_DIFFERS' }],
    });
  });
});
