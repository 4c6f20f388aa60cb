import { checkHeading, readRow, type ColumnRule, type ReadRow, type RowFault } from '@openimpact/domain';
import { CsvError, parse } from 'csv-parse/sync';

export interface Table {
  readonly rows: readonly ReadRow[];
  readonly faults: readonly RowFault[];
}

interface RecordWithInfo {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file with a heading by its columns' rules. A row that is wrong is a fault with its line and column, and
 * the rows after it are read; a wrong heading stops the file, because every row would be misread.
 */
export function readTable(file: Uint8Array, columns: readonly ColumnRule[]): Table {
  const faults: RowFault[] = [];
  const records = recordsOf(file, faults);
  const [heading, ...body] = records;
  if (heading === undefined)
    return { rows: [], faults: [...faults, { line: 1, column: null, code: 'COLUMN_MISSING' }] };
  const wrongHeading = checkHeading(heading.record, columns);
  if (wrongHeading.length > 0) return { rows: [], faults: wrongHeading };

  const names = heading.record.map((name) => name.trim().toLowerCase());
  const rows: ReadRow[] = [];
  for (const { record, info } of body) {
    // A quoted cell may hold line breaks; `lines` is where the row ends, so count back to where it begins.
    const line = info.lines - record.join('').split('\n').length + 1;
    const read = readRow(line, Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])), columns);
    if ('text' in read) rows.push(read);
    else faults.push(...read);
  }
  return { rows, faults };
}

function recordsOf(file: Uint8Array, faults: RowFault[]): RecordWithInfo[] {
  try {
    return parse(Buffer.from(file), {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    }) as unknown as RecordWithInfo[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    faults.push({ line, column: null, code: 'REFUSED', given: error.code });
    return [];
  }
}
