import { parseMoney } from '../ledger/index.js';
import { isDay } from '../mandates/index.js';
import { accept, type Currency, type Decision, type Money, refuse } from '../shared/index.js';

/** A line of a bank statement: money that came in, or went out. */
export interface BankLine {
  /** Where in the file, from 1; the heading is line 1. */
  readonly line: number;
  readonly bookedOn: string;
  readonly direction: 'IN' | 'OUT';
  readonly amount: Money;
  readonly reference: string;
}

export interface BankLineFault {
  readonly line: number;
  readonly code: 'DAY_NOT_A_DATE' | 'AMOUNT_NOT_AN_AMOUNT';
  readonly given: string;
}

export type StatementReason = { readonly code: 'COLUMN_MISSING'; readonly column: 'DAY' | 'AMOUNT' | 'REFERENCE' };

// As banks name them in their files. The first that is there is taken.
const NAMES = {
  DAY: ['date', 'transaction date', 'booking date', 'booked on', 'value date', 'posted date'],
  REFERENCE: [
    'reference',
    'payment reference',
    'transaction reference',
    'description',
    'transaction description',
    'details',
    'narrative',
    'memo',
  ],
  AMOUNT: ['amount', 'value', 'transaction amount'],
  IN: ['paid in', 'money in', 'credit', 'credit amount', 'in'],
  OUT: ['paid out', 'money out', 'debit', 'debit amount', 'out'],
};

/**
 * Reads a statement as a bank's own page saves it. Only days, amounts and references are read, whatever else stands in
 * it: account numbers and other people's names are not looked at.
 */
export function readBankStatement(
  rows: readonly (readonly string[])[],
  currency: Currency,
): Decision<{ readonly lines: readonly BankLine[]; readonly faults: readonly BankLineFault[] }, StatementReason> {
  const heading = (rows[0] ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, ' '),
  );
  const at = (names: readonly string[]) => names.map((name) => heading.indexOf(name)).find((index) => index >= 0) ?? -1;
  const columns = {
    day: at(NAMES.DAY),
    reference: at(NAMES.REFERENCE),
    amount: at(NAMES.AMOUNT),
    in: at(NAMES.IN),
    out: at(NAMES.OUT),
  };
  const missing: StatementReason[] = [];
  if (columns.day < 0) missing.push({ code: 'COLUMN_MISSING', column: 'DAY' });
  if (columns.reference < 0) missing.push({ code: 'COLUMN_MISSING', column: 'REFERENCE' });
  if (columns.amount < 0 && columns.in < 0 && columns.out < 0)
    missing.push({ code: 'COLUMN_MISSING', column: 'AMOUNT' });
  if (missing.length > 0) return refuse(missing);

  const lines: BankLine[] = [];
  const faults: BankLineFault[] = [];
  for (const [index, row] of rows.slice(1).entries()) {
    const line = index + 2;
    const cell = (column: number) => (column < 0 ? '' : (row[column] ?? '').trim());
    const bookedOn = dayOf(cell(columns.day));
    const moved = movedBy({ amount: cell(columns.amount), in: cell(columns.in), out: cell(columns.out) }, currency);
    if (bookedOn === null) faults.push({ line, code: 'DAY_NOT_A_DATE', given: cell(columns.day).slice(0, 40) });
    else if (moved === null)
      faults.push({ line, code: 'AMOUNT_NOT_AN_AMOUNT', given: cell(columns.amount).slice(0, 40) });
    else lines.push({ line, bookedOn, reference: cell(columns.reference), ...moved });
  }
  return accept({ lines, faults });
}

/** `2026-05-01`, or `01/05/2026` with the day first, as banks in most of the world write it. */
function dayOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

function movedBy(
  cells: { readonly amount: string; readonly in: string; readonly out: string },
  currency: Currency,
): Pick<BankLine, 'direction' | 'amount'> | null {
  const given = cells.in || (cells.out === '' ? cells.amount : cells.out);
  const negative = /^\s*[-(\u2212]/.test(given);
  const amount = parseMoney(given.replaceAll(/[-()\u2212+]/g, ''), currency);
  if (!amount.ok) return null;
  // In a column of its own an amount goes the column's way, whichever sign the bank gives it.
  const out = cells.in === '' && (cells.out !== '' || negative);
  return { direction: out ? 'OUT' : 'IN', amount: amount.value };
}

/** The same reference, whatever its capitals and spaces: banks change both. Nothing else is guessed. */
export function sameReference(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  return plain(one) !== '' && plain(one) === plain(other);
}

/** A payment that a funder recorded and whose arrival nobody confirmed, or a payment request that is not wholly paid. */
export interface Expected {
  readonly kind: 'RECEIPT' | 'PAYMENT';
  readonly id: string;
  readonly reference: string;
  /** Of a payment exactly this; of a request at most this. */
  readonly amount: Money;
}

export type BankLineReason =
  | { readonly code: 'REFERENCE_DIFFERS' }
  | { readonly code: 'DIRECTION_DIFFERS' }
  | { readonly code: 'AMOUNT_DIFFERS'; readonly amount: Money; readonly needed: Money };

/** Decides whether a line is the money that was expected: the reference exactly, the way it went, and the amount. */
export function matchBankLine(
  line: Pick<BankLine, 'direction' | 'amount' | 'reference'>,
  expected: Expected,
): Decision<null, BankLineReason> {
  const reasons: BankLineReason[] = [];
  const receipt = expected.kind === 'RECEIPT';
  if (!sameReference(line.reference, expected.reference)) reasons.push({ code: 'REFERENCE_DIFFERS' });
  if ((line.direction === 'IN') !== receipt) reasons.push({ code: 'DIRECTION_DIFFERS' });
  const { amount } = line;
  const fits =
    amount.currency === expected.amount.currency &&
    (receipt ? amount.equals(expected.amount) : !amount.isMoreThan(expected.amount));
  if (!fits) reasons.push({ code: 'AMOUNT_DIFFERS', amount, needed: expected.amount });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

export interface SuggestedLine {
  readonly line: BankLine;
  readonly expected: Expected;
  readonly reasons: readonly BankLineReason[];
}

/**
 * Lines whose reference is exactly that of something expected, each with what is in the way of confirming it. A
 * reference that two expected things share suggests neither: a person would only be led to the wrong one.
 */
export function suggestMatches(lines: readonly BankLine[], expected: readonly Expected[]): readonly SuggestedLine[] {
  return lines.flatMap((line) => {
    const kind = line.direction === 'IN' ? 'RECEIPT' : 'PAYMENT';
    const same = expected.filter((one) => one.kind === kind && sameReference(one.reference, line.reference));
    const [only] = same;
    if (only === undefined || same.length > 1) return [];
    const decision = matchBankLine(line, only);
    return [{ line, expected: only, reasons: decision.ok ? [] : decision.reasons }];
  });
}
