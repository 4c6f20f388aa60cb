import {
  checkIdeaContent,
  IDEA_COLUMNS,
  repeatedKeys,
  type IdeaAsk,
  type ReadRow,
  type RowFault,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { LogIdea } from '../../ideas/index.js';
import { ImportStore } from '../persistence/import-store.js';
import { type ImportOptions, type ImportReport, Importing, refused } from './importing.js';
import { readTable } from './read-table.js';

const COLUMN_OF = {
  title: 'title',
  need: 'need',
  outcome: 'outcome',
  peopleServed: 'people_served',
  easyRead: 'easy_read',
  whatExists: 'what_exists',
  themes: 'themes',
  places: 'places',
  language: 'language',
} as const;

/** Imports ideas from a CSV file, each as the person its row names. */
@Injectable()
export class ImportIdeas {
  constructor(
    private readonly imports: ImportStore,
    private readonly importing: Importing,
    private readonly logIdea: LogIdea,
  ) {}

  async execute(file: Uint8Array, { dryRun, progress }: ImportOptions): Promise<ImportReport> {
    const { rows, faults: read } = readTable(file, IDEA_COLUMNS);
    const repeated = repeatedKeys(rows, 'key');
    const faults: RowFault[] = [...read, ...repeated];
    const known = await this.imports.known('IDEA');
    const counts = { added: 0, 'already there': 0 };
    const rowsRead: NonNullable<ImportReport['rows']>[number][] = [];
    for (const [index, row] of rows.entries()) {
      if (!repeated.some((fault) => fault.line === row.line)) {
        const alreadyThere = known.has(row.text['key'] ?? '');
        const wrong = alreadyThere ? [] : await this.one(row, dryRun);
        if (wrong.length === 0) {
          counts[alreadyThere ? 'already there' : 'added'] += 1;
          rowsRead.push({ line: row.line, title: row.text['title'] ?? '', alreadyThere });
        }
        faults.push(...wrong);
      }
      progress(index + 1, rows.length);
    }
    return { counts, rows: rowsRead, faults: faults.toSorted((a, b) => a.line - b.line), notes: [] };
  }

  private async one(row: ReadRow, dryRun: boolean): Promise<readonly RowFault[]> {
    const handle = row.text['author'] ?? '';
    const isKnown = handle === '' || (await this.imports.personByHandle(handle.replace(/^@/, ''))) !== null;
    const ask: IdeaAsk = {
      title: row.text['title'] ?? '',
      need: row.text['need'] ?? '',
      outcome: row.text['outcome'] ?? '',
      peopleServed: row.text['people_served'] ?? '',
      easyRead: row.text['easy_read'] ?? '',
      whatExists: row.text['what_exists'] ?? '',
      themes: row.lists['themes'] ?? [],
      places: row.lists['places'] ?? [],
      language: row.text['language'] || 'en',
    };
    const unknownAuthor: readonly RowFault[] = isKnown
      ? []
      : [{ line: row.line, column: 'author', code: 'VALUE_NOT_LISTED', given: handle }];
    if (dryRun || !isKnown) {
      const checked = checkIdeaContent(ask);
      return [...unknownAuthor, ...(checked.ok ? [] : refused(row.line, COLUMN_OF, checked.reasons))];
    }
    // Who stands behind rows that name nobody is made only when something is brought in, never by a preview.
    const authorId =
      handle === '' ? await this.imports.commandPerson() : await this.imports.personByHandle(handle.replace(/^@/, ''));
    if (authorId === null) return [{ line: row.line, column: 'author', code: 'VALUE_NOT_LISTED', given: handle }];
    const decision = await this.importing.from(row.text['key'] ?? '', () =>
      this.logIdea.execute(this.imports.viewer(authorId), { ...ask, source: 'IMPORT' }),
    );
    return decision.ok ? [] : refused(row.line, COLUMN_OF, decision.reasons);
  }
}
