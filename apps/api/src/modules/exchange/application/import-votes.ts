import { repeatedKeys, VOTE_COLUMNS, type Perspective, type ReadRow, type RowFault } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { CastVote, WithdrawVote } from '../../support/index.js';
import { ImportStore } from '../persistence/import-store.js';
import { type ImportOptions, type ImportReport, refused } from './importing.js';
import { readTable } from './read-table.js';

const COLUMN_OF = { perspective: 'perspective', answer: 'answer', organisationId: 'voter' } as const;

/** Imports votes from a CSV file. They are counted apart and meet no gate. */
@Injectable()
export class ImportVotes {
  constructor(
    private readonly imports: ImportStore,
    private readonly castVote: CastVote,
    private readonly withdrawVote: WithdrawVote,
  ) {}

  async execute(file: Uint8Array, { dryRun, progress }: ImportOptions): Promise<ImportReport> {
    const { rows, faults: read } = readTable(file, VOTE_COLUMNS);
    const pairs = rows.map((row) => ({
      ...row,
      text: { ...row.text, pair: `${row.text['idea']} ${row.text['voter']}` },
    }));
    const repeated = repeatedKeys(pairs, 'pair').map((fault) => ({ ...fault, column: 'voter' }));
    const faults: RowFault[] = [...read, ...repeated];
    const ideas = await this.imports.known('IDEA');
    const voters = await this.imports.known('PERSON');
    const counts = { added: 0, withdrawn: 0, 'already there': 0 };
    for (const [index, row] of rows.entries()) {
      if (!repeated.some((fault) => fault.line === row.line)) {
        const done = await this.one(row, { ideas, voters, dryRun });
        if (typeof done === 'string') counts[done] += 1;
        else faults.push(...done);
      }
      progress(index + 1, rows.length);
    }
    return { counts, faults: faults.toSorted((a, b) => a.line - b.line), notes: [] };
  }

  private async one(
    row: ReadRow,
    {
      ideas,
      voters,
      dryRun,
    }: { readonly ideas: ReadonlyMap<string, string>; readonly voters: Map<string, string>; readonly dryRun: boolean },
  ): Promise<'added' | 'withdrawn' | 'already there' | readonly RowFault[]> {
    const named = row.text['idea'] ?? '';
    const ideaId = ideas.get(named) ?? (await this.imports.ideaBySlug(named));
    if (ideaId === null) return [{ line: row.line, column: 'idea', code: 'VALUE_NOT_LISTED', given: named }];

    const key = `voter:${row.text['voter']}`;
    const isWithdrawal = row.text['answer'] === 'WITHDRAWN';
    const personId = voters.get(key);
    const vote = personId === undefined ? undefined : await this.imports.voteOf(ideaId, personId);
    const wanted = isWithdrawal ? vote === undefined || vote.withdrawn : vote !== undefined && !vote.withdrawn;
    if (wanted) return 'already there';
    if (dryRun) return isWithdrawal ? 'withdrawn' : 'added';

    const voterId = personId ?? (await this.imports.addPerson(key, 'Imported voter'));
    voters.set(key, voterId);
    const viewer = this.imports.viewer(voterId);
    const decision = isWithdrawal
      ? await this.withdrawVote.execute(viewer, ideaId)
      : await this.castVote.execute(
          viewer,
          {
            ideaId,
            perspective: row.text['perspective'] as Perspective,
            answer: 'SUPPORT',
            why: null,
            shownAs: 'PSEUDONYM',
            organisationId: null,
          },
          'IMPORT',
        );
    if (!decision.ok) return refused(row.line, COLUMN_OF, decision.reasons);
    return isWithdrawal ? 'withdrawn' : 'added';
  }
}
