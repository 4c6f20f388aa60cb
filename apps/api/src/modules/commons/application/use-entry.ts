import { accept, declareEntryUse, type Decision, type EntryUseAsk, type UseEntryRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { Reader, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { KeepUses } from '../../components/index.js';
import { EntryStore } from '../persistence/entry-store.js';
import { EntryUseStore } from '../persistence/entry-use-store.js';

export interface UseEntryCommand extends EntryUseAsk {
  readonly entryId: string;
  readonly organisationId: string;
}

/** Records an organisation's own word that it uses something of the shared library, and what becomes of it. */
@Injectable()
export class UseEntry extends KeepUses {
  constructor(
    unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly uses: EntryUseStore,
    activity: ActivityLog,
    private readonly reader: Reader,
    jobs: Jobs,
  ) {
    super(unitOfWork, uses, activity, {
      kind: 'entry',
      subject: 'CommonsEntry',
      oneDoubtKey: 'entry_use_doubts_one_open_key',
    });
    jobs.every('commons.remind-of-uses', 60, () => this.remindDue());
  }

  remindDue(): Promise<void> {
    return this.remindAll(this.reader);
  }

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
      const wasInUse = await this.uses.isInUse(tx, entryId);
      const useId = await this.uses.declare(tx, { entryId, organisationId, ...decision.value, ...by });
      await this.activity.append(tx, {
        // The last thing that everybody who voted for the idea waits to hear; said once, with the first use.
        kind: wasInUse ? 'entry.use_declared' : 'entry.in_use',
        subject: { type: 'CommonsEntry', id: entryId },
        ideaId: entry.ideaId ?? undefined,
        ventureId: entry.ventureId ?? undefined,
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { slug: entry.slug, useId },
      });
      return accept({ entryId });
    });
  }

  /** Not found when there is no such word. */
  async end(viewer: SignedInViewer, entryId: string, organisationId: string): Promise<void> {
    const found = await this.unitOfWork.run(async (tx) => accept(await this.uses.find(tx, entryId, organisationId)));
    const useId = found.ok ? found.value : undefined;
    if (useId === undefined || !belongsTo(viewer, organisationId)) throw new NotFoundError('This use');
    const decision = await this.reconfirm(viewer, { useId, stillUsed: false, version: null, answer: null });
    if (!decision.ok) throw new NotFoundError('This use');
  }
}
