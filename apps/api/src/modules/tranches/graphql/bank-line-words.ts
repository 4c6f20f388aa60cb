import type { BankLineFault } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordMoney } from '../../mandates/index.js';
import type { ImportBankLinesReason } from '../application/import-bank-lines.js';
import type { MatchBankLineReason } from '../application/match-bank-line.js';
import { wordTrancheReason } from './words.js';

const FILE = ['input', 'file'];
const COLUMNS = {
  DAY: 'a column for the day, such as “Date”',
  AMOUNT: 'a column for the amount, such as “Amount”, or “Paid in” and “Paid out”',
  REFERENCE: 'a column for the reference, such as “Reference” or “Description”',
};

export function wordBankLineReason(reason: ImportBankLinesReason | MatchBankLineReason): Worded {
  switch (reason.code) {
    case 'NOT_A_STATEMENT':
      return { message: 'This is not a statement as a bank saves it.', needed: 'CSV with a heading', path: FILE };
    case 'COLUMN_MISSING':
      return { message: 'A column is missing in the first line.', needed: COLUMNS[reason.column], path: FILE };
    case 'NOTHING_EXPECTED':
      return { message: 'This money is no longer expected: somebody confirmed it, or it came back.' };
    case 'REFERENCE_DIFFERS':
      return { message: 'The line has another reference.', path: ['input', 'reference'] };
    case 'DIRECTION_DIFFERS':
      return { message: 'This money went the other way.', path: ['input', 'direction'] };
    case 'AMOUNT_DIFFERS':
      return {
        message: 'The line is of another amount.',
        current: wordMoney(reason.amount),
        needed: wordMoney(reason.needed),
        path: ['input', 'amount'],
      };
    default:
      return wordTrancheReason(reason);
  }
}

export function wordLineFault(code: BankLineFault['code']): string {
  switch (code) {
    case 'DAY_NOT_A_DATE':
      return 'This is not a day, written as 2026-05-01 or 01/05/2026 with the day first.';
    case 'AMOUNT_NOT_AN_AMOUNT':
      return 'This is not an amount of this currency.';
    default:
      return code satisfies never;
  }
}
