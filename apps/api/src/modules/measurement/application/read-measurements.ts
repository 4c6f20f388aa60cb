import type { MeasurementsAsk } from '@openimpact/domain';
import { CsvError, parse } from 'csv-parse/sync';

/** More periods than these nobody looks through before they are sent: twenty years by the month. */
export const MOST_PERIODS = 240;

/** What is wrong at one place of a file, where somebody finds it in their spreadsheet. */
export interface LineFault<Reason> {
  /** From 1; the heading is line 1. */
  readonly line: number;
  /** As in the heading, or null when the whole line is meant. */
  readonly column: string | null;
  readonly reason: Reason;
}

export type FileFault =
  | { readonly code: 'FILE_NOT_READABLE' }
  | { readonly code: 'COLUMN_MISSING'; readonly column: string }
  | { readonly code: 'COLUMN_UNKNOWN'; readonly column: string }
  | { readonly code: 'COLUMN_TWICE'; readonly column: string }
  | { readonly code: 'TOO_MANY_PERIODS'; readonly found: number; readonly most: number };

export interface ReadLine {
  readonly line: number;
  readonly ask: MeasurementsAsk;
}

interface RecordWithInfo {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a filled-in template of a standard: a period a line, an indicator a column. A cell left empty says nothing. A wrong
 * heading stops the file, because every line would be misread.
 *
 * @param versions the version each indicator is measured by, by its key
 */
export function readMeasurements(
  csv: string,
  versions: ReadonlyMap<string, number>,
  method: string,
): { readonly lines: readonly ReadLine[]; readonly faults: readonly LineFault<FileFault>[] } {
  const records = recordsOf(csv);
  const [heading, ...body] = records ?? [];
  const stopped = (line: number, reasons: readonly FileFault[]) => ({
    lines: [],
    faults: reasons.map((reason) => ({ line, column: 'column' in reason ? reason.column : null, reason })),
  });
  if (heading === undefined) return stopped(1, [{ code: 'FILE_NOT_READABLE' }]);
  const columns = heading.record.map((name) => name.trim().toLowerCase());
  const wrong = wrongHeading(columns, versions);
  if (wrong.length > 0) return stopped(1, wrong);
  if (body.length > MOST_PERIODS) {
    return stopped(MOST_PERIODS + 2, [{ code: 'TOO_MANY_PERIODS', found: body.length, most: MOST_PERIODS }]);
  }
  const lines = body.map(({ record, info }): ReadLine => {
    const cell = (name: string) => (record[columns.indexOf(name)] ?? '').trim();
    const values = [...versions]
      .map(([key, version]) => ({ key, version, value: columns.includes(key) ? cell(key) : '' }))
      .filter(({ value }) => value !== '');
    return { line: info.lines, ask: { from: cell('from'), to: cell('to'), method, values } };
  });
  return { lines, faults: [] };
}

function wrongHeading(columns: readonly string[], versions: ReadonlyMap<string, number>): readonly FileFault[] {
  const missing = ['from', 'to'].filter((name) => !columns.includes(name));
  return [
    ...missing.map((column): FileFault => ({ code: 'COLUMN_MISSING', column })),
    ...columns.flatMap((name, index): readonly FileFault[] => {
      const column = name.slice(0, 80);
      if (name !== 'from' && name !== 'to' && !versions.has(name)) return [{ code: 'COLUMN_UNKNOWN', column }];
      return columns.indexOf(name) === index ? [] : [{ code: 'COLUMN_TWICE', column }];
    }),
  ].slice(0, 20);
}

function recordsOf(csv: string): readonly RecordWithInfo[] | null {
  try {
    return parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
    }) as unknown as RecordWithInfo[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
