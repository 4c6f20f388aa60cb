import { accept, type Decision, type ImportKind, importTable, type ImportTableRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ImportIdeas } from './import-ideas.js';
import { ImportVotes } from './import-votes.js';
import type { ImportReport } from './importing.js';

export interface ImportTableCommand {
  readonly kind: ImportKind;
  readonly csv: string;
  /** Says what would happen, and changes nothing. */
  readonly preview: boolean;
}

/** A steward brings a table in, or looks at what would come of it: the same as the command does, row by row. */
@Injectable()
export class ImportTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: ImportIdeas,
    private readonly votes: ImportVotes,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    { kind, csv, preview }: ImportTableCommand,
  ): Promise<Decision<ImportReport, ImportTableRefusal>> {
    const decision = await this.unitOfWork.run(async (tx) => {
      const { person } = await asOfNow(tx, viewer);
      const allowed = importTable(csv, { isSteward: person.steward });
      if (!allowed.ok || preview) return allowed;
      await this.activity.append(tx, {
        kind: 'table.imported',
        subject: { type: 'Person', id: person.id },
        actorId: person.id,
        visibility: 'PRIVATE',
        content: { kind },
      });
      return allowed;
    });
    if (!decision.ok) return decision;
    const options = { dryRun: preview, progress: () => undefined };
    const file = new TextEncoder().encode(csv);
    return accept(await (kind === 'IDEAS' ? this.ideas : this.votes).execute(file, options));
  }
}
