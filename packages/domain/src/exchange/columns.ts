/** What is wrong with one cell or row of an imported file, where a person finds it in their spreadsheet. */
export interface RowFault {
  /** The line of the file, from 1; the heading is line 1. */
  readonly line: number;
  /** The column's name as in the heading, or null when the whole row is meant. */
  readonly column: string | null;
  readonly code: RowFaultCode;
  readonly given?: string;
  /** What would be right, as data: a list of allowed words, a length, a form. */
  readonly allowed?: readonly string[];
}

export type RowFaultCode =
  | 'COLUMN_MISSING'
  | 'COLUMN_UNKNOWN'
  | 'COLUMN_TWICE'
  | 'VALUE_MISSING'
  | 'VALUE_TOO_LONG'
  | 'VALUE_NOT_LISTED'
  | 'VALUE_NOT_A_NUMBER'
  | 'VALUE_NOT_A_LANGUAGE'
  | 'KEY_TWICE'
  | 'KEY_MALFORMED'
  | 'REFUSED';

export interface ColumnRule {
  readonly name: string;
  readonly required: boolean;
  /** What belongs in it, for the documentation and `--help`. */
  readonly about: string;
  readonly most?: number;
  /** Allowed words. Any case, spaces and hyphens read as underscores. */
  readonly oneOf?: readonly string[];
  /** Several values in one cell, separated by `;`. */
  readonly list?: boolean;
  readonly kind?: 'text' | 'whole-number' | 'language' | 'key';
}

/** The heading of a file against the columns that are known. A wrong heading stops the file: every row would be misread. */
export function checkHeading(heading: readonly string[], columns: readonly ColumnRule[]): readonly RowFault[] {
  const faults: RowFault[] = [];
  const names = heading.map((name) => name.trim().toLowerCase());
  for (const column of columns) {
    if (column.required && !names.includes(column.name)) {
      faults.push({ line: 1, column: column.name, code: 'COLUMN_MISSING' });
    }
  }
  const known = columns.map((column) => column.name);
  for (const [index, name] of names.entries()) {
    if (!known.includes(name)) faults.push({ line: 1, column: name, code: 'COLUMN_UNKNOWN', allowed: known });
    else if (names.indexOf(name) !== index) faults.push({ line: 1, column: name, code: 'COLUMN_TWICE' });
  }
  return faults;
}

export type Cells = Readonly<Record<string, string>>;

/** A row whose cells are of the right form: single values as text, lists as arrays. */
export interface ReadRow {
  readonly line: number;
  readonly text: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Reads one row by the columns' rules. Every fault of the row is answered, not the first. */
export function readRow(line: number, cells: Cells, columns: readonly ColumnRule[]): ReadRow | readonly RowFault[] {
  const faults: RowFault[] = [];
  const text: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const column of columns) {
    const given = (cells[column.name] ?? '').normalize('NFC').trim();
    const fault = (code: RowFaultCode, allowed?: readonly string[], value = given) =>
      faults.push({ line, column: column.name, code, given: value.slice(0, 80), ...(allowed ? { allowed } : {}) });
    if (given === '') {
      if (column.required) faults.push({ line, column: column.name, code: 'VALUE_MISSING' });
      if (column.list) lists[column.name] = [];
      else text[column.name] = '';
      continue;
    }
    if (column.most !== undefined && given.length > column.most) fault('VALUE_TOO_LONG', [String(column.most)]);
    if (column.kind === 'whole-number' && !/^\d{1,9}$/.test(given)) fault('VALUE_NOT_A_NUMBER');
    if (column.kind === 'language' && !LANGUAGE.test(given)) fault('VALUE_NOT_A_LANGUAGE');
    if (column.kind === 'key' && !KEY.test(given)) fault('KEY_MALFORMED');

    const values = column.list
      ? [
          ...new Set(
            given
              .split(';')
              .map((one) => one.trim())
              .filter(Boolean),
          ),
        ]
      : [given];
    const words = column.oneOf === undefined ? values : values.map(asWord);
    for (const [index, word] of words.entries()) {
      if (column.oneOf !== undefined && !column.oneOf.includes(word)) {
        fault('VALUE_NOT_LISTED', column.oneOf, values[index]);
      }
    }
    if (column.list) lists[column.name] = words;
    else text[column.name] = words[0] ?? '';
  }
  return faults.length > 0 ? faults : { line, text, lists };
}

function asWord(value: string): string {
  return value.toUpperCase().replaceAll(/[\s-]+/g, '_');
}

/** Keys used by more than one row: the second use is the fault, with the line of the first. */
export function repeatedKeys(rows: readonly ReadRow[], column: string): readonly RowFault[] {
  const first = new Map<string, number>();
  const faults: RowFault[] = [];
  for (const row of rows) {
    const key = row.text[column];
    if (key === undefined || key === '') continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, row.line);
    else faults.push({ line: row.line, column, code: 'KEY_TWICE', given: key, allowed: [`line ${before}`] });
  }
  return faults;
}
