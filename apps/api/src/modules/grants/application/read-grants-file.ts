import { CsvError, parse } from 'csv-parse/sync';

/** More at once is a data set, not what a person looks through before it is shown. */
export const MOST_GRANTS = 5_000;

export type GrantsFileReason =
  | { readonly code: 'NOT_A_FILE_OF_GRANTS' }
  | { readonly code: 'TOO_MANY_GRANTS'; readonly found: number; readonly most: number };

/**
 * The grants of a file as the standard's JSON has them, whichever of its two forms it came in: JSON, or a spreadsheet
 * saved as CSV with the standard's own titles in the first line.
 */
export function readGrantsFile(file: string): readonly unknown[] | GrantsFileReason {
  const text = file.trim();
  const grants = text.startsWith('{') ? ofJson(text) : ofCsv(text);
  if (grants === null || grants.length === 0) return { code: 'NOT_A_FILE_OF_GRANTS' };
  return grants.length > MOST_GRANTS ? { code: 'TOO_MANY_GRANTS', found: grants.length, most: MOST_GRANTS } : grants;
}

function ofJson(text: string): readonly unknown[] | null {
  try {
    const { grants } = JSON.parse(text) as { readonly grants?: unknown };
    return Array.isArray(grants) ? grants : null;
  } catch {
    return null;
  }
}

function ofCsv(text: string): readonly unknown[] | null {
  try {
    const rows = parse(text, {
      bom: true,
      columns: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return rows.some((row) => 'Identifier' in (row as object)) ? rows.map((row) => fromTitles(row as Titled)) : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

type Titled = Readonly<Record<string, string>>;

function fromTitles(row: Titled): unknown {
  // Titles of the standard write one organisation as `Recipient Org:Name` or, numbered, as `Recipient Org:0:Name`.
  const named = (who: string, what: string) => row[`${who}:${what}`] ?? row[`${who}:0:${what}`];
  const organisation = (who: string) => [{ id: named(who, 'Identifier'), name: named(who, 'Name') }];
  return {
    id: row['Identifier'],
    title: row['Title'],
    currency: row['Currency'],
    amountAwarded: row['Amount Awarded'],
    awardDate: row['Award Date'],
    recipientOrganization: organisation('Recipient Org'),
    fundingOrganization: organisation('Funding Org'),
    ...(named('Recipient Ind', 'Identifier') ? { recipientIndividual: {} } : {}),
  };
}
