import {
  accept,
  type BankLineFault,
  type Currency,
  type Decision,
  readBankStatement,
  refuse,
  type StatementReason,
  type SuggestedLine,
  suggestMatches,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';
import { CsvError, parse } from 'csv-parse/sync';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { BankLineStore } from '../persistence/bank-line-store.js';

export interface ImportBankLinesCommand {
  readonly organisationId: string;
  readonly currency: Currency;
  /** The statement as the bank’s page saves it: CSV with a heading. */
  readonly file: string;
}

export type ImportBankLinesReason = StatementReason | ActingReason | { readonly code: 'NOT_A_STATEMENT' };

export interface ReadStatement {
  readonly read: number;
  readonly suggestions: readonly SuggestedLine[];
  readonly faults: readonly BankLineFault[];
}

/**
 * Looks a bank statement through for money that was expected, and stores nothing: what a person does not match is gone
 * with the answer, because a statement is full of other people's business.
 */
@Injectable()
export class ImportBankLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: BankLineStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    { organisationId, currency, file }: ImportBankLinesCommand,
  ): Promise<Decision<ReadStatement, ImportBankLinesReason>> {
    return this.unitOfWork.run(async (tx) => {
      const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
      if (!allowed.ok) return allowed;
      const rows = rowsOf(file);
      if (rows === null) return refuse([{ code: 'NOT_A_STATEMENT' }]);
      const statement = readBankStatement(rows, currency);
      if (!statement.ok) return statement;
      const { lines, faults } = statement.value;
      const expected = await this.lines.expected(tx, organisationId, currency);
      return accept({ read: lines.length, suggestions: suggestMatches(lines, expected), faults });
    });
  }
}

function rowsOf(file: string): readonly (readonly string[])[] | null {
  try {
    const delimiter = [',', ';', '\t'];
    return parse(file, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
