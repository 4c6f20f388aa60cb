import { accept, declareEntryUse, type Decision, type UseEntryRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { EntryStore } from '../persistence/entry-store.js';

export interface UseEntryCommand {
  readonly entryId: string;
  readonly organisationId: string;
  readonly whatFor: string;
  readonly since: string | null;
}

/** Records an organisation's own word that it uses something, and takes it back. */
@Injectable()
export class UseEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly activity: ActivityLog,
  ) {}

  declare(
    viewer: SignedInViewer,
    { entryId, organisationId, ...ask }: UseEntryCommand,
  ): Promise<Decision<{ readonly entryId: string }, UseEntryRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const entry = await this.entries.lock(tx, entryId);
      if (!entry) throw new NotFoundError('This entry');
      const actsForOrganisation = belongsTo(acting, organisationId, 'ADMIN', 'MEMBER');
      const decision = declareEntryUse(ask, { actsForOrganisation, status: entry.status });
      if (!decision.ok) return decision;
      const by = { personId: viewer.person.id, at: await tx.now() };
      const wasInUse = await this.entries.isInUse(tx, entryId);
      await this.entries.use(tx, { entryId, organisationId, ...decision.value, ...by });
      const said = {
        subject: { type: 'CommonsEntry', id: entryId },
        ideaId: entry.ideaId ?? undefined,
        ventureId: entry.ventureId ?? undefined,
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC' as const,
        content: { slug: entry.slug },
      };
      // The last thing that everybody who voted for the idea waits to hear; said once, with the first use.
      await this.activity.append(tx, { ...said, kind: wasInUse ? 'entry.use_declared' : 'entry.in_use' });
      return accept({ entryId });
    });
  }

  /** Harmless when there was no such word. */
  end(viewer: SignedInViewer, entryId: string, organisationId: string) {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      if (!belongsTo(acting, organisationId, 'ADMIN', 'MEMBER')) throw new NotFoundError('This use');
      if (!(await this.entries.endUse(tx, entryId, organisationId))) throw new NotFoundError('This use');
      return accept({ entryId });
    });
  }
}
