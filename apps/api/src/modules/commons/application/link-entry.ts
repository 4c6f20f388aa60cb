import { accept, type Decision, type OutputKind, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { EntryStore } from '../persistence/entry-store.js';

export type LinkEntryRefusal =
  | { readonly code: 'NOT_AN_AUTHOR_OR_GIVER' }
  | { readonly code: 'ENTRY_WITHDRAWN' }
  | { readonly code: 'ALREADY_LINKED' };

/** Says that an entry informs an idea: by an author of the idea that began with it, or by who gave the entry. */
@Injectable()
export class LinkEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { entryId, ideaId }: { readonly entryId: string; readonly ideaId: string },
  ): Promise<Decision<{ readonly entryId: string }, LinkEntryRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      if (!(await this.ideas.lock(tx, ideaId))) throw new NotFoundError('This idea');
      const entry = await this.entries.lock(tx, entryId);
      if (!entry) throw new NotFoundError('This entry');
      const author = await tx.one(sql`select from ideas where id = ${ideaId} and author_id = ${viewer.person.id}`);
      const isGiver = belongsTo(acting, entry.organisationId, 'ADMIN', 'MEMBER');
      if (author === undefined && !isGiver) return refuse<LinkEntryRefusal>([{ code: 'NOT_AN_AUTHOR_OR_GIVER' }]);
      if (entry.status === 'WITHDRAWN') return refuse<LinkEntryRefusal>([{ code: 'ENTRY_WITHDRAWN' }]);
      if (await this.entries.isLinked(tx, entryId, ideaId))
        return refuse<LinkEntryRefusal>([{ code: 'ALREADY_LINKED' }]);
      await this.add(tx, viewer, { entryId, ideaId, kind: entry.kind });
      return accept({ entryId });
    });
  }

  /** The caller holds the idea's lock and knows that both are there. */
  async add(
    tx: Tx,
    viewer: SignedInViewer,
    { entryId, ideaId, kind }: { readonly entryId: string; readonly ideaId: string; readonly kind: OutputKind },
  ): Promise<void> {
    await this.entries.link(tx, entryId, ideaId);
    await this.activity.append(tx, {
      kind: kind === 'USER_RESEARCH' ? 'research.linked' : 'entry.linked',
      subject: { type: 'CommonsEntry', id: entryId },
      ideaId,
      actorId: viewer.person.id,
      visibility: 'PUBLIC',
    });
  }
}
