import {
  accept,
  withdrawEntry,
  type Decision,
  type WithdrawEntryAsk,
  type WithdrawEntryRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { ReopenPromise } from '../../returns/index.js';
import { Uploads } from '../../uploads/index.js';
import { EntryStore } from '../persistence/entry-store.js';
import { EntryUseStore } from '../persistence/entry-use-store.js';

export interface WithdrawEntryCommand extends WithdrawEntryAsk {
  readonly entryId: string;
}

/** What an entry is called whose title was somebody's data. */
const NAMELESS = 'Taken back';

/** Takes an entry back. Its address, the ideas it informs and the feeds say so; what must go is gone from every version. */
@Injectable()
export class WithdrawEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly uses: EntryUseStore,
    private readonly uploads: Uploads,
    private readonly reopen: ReopenPromise,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { entryId, ...ask }: WithdrawEntryCommand,
  ): Promise<Decision<{ readonly entryId: string }, WithdrawEntryRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      // Ideas before entries, as everywhere: the one it came from and those it informs hear of it.
      const ideas = await this.lockIdeas(tx, entryId);
      const entry = await this.entries.lock(tx, entryId);
      if (!entry) throw new NotFoundError('This entry');
      const decision = withdrawEntry(ask, {
        entryId,
        status: entry.status,
        actsForGiver: belongsTo(acting, entry.organisationId, 'ADMIN', 'MEMBER'),
        isSteward: acting.person.steward,
        replacementIsThere: ask.replacedById === null || (await this.isThere(tx, ask.replacedById)),
      });
      if (!decision.ok) return decision;

      const { reason, contentGoes, titleGoes } = decision.value;
      const at = await tx.now();
      const files = contentGoes ? await this.entries.allFiles(tx, entryId) : [];
      const personId = viewer.person.id;
      const title = titleGoes ? NAMELESS : null;
      await this.entries.withdraw(tx, entryId, { ...ask, reason, personId, at, contentGoes, title });
      await this.uploads.remove(tx, files);
      if (contentGoes && entry.obligationId !== null) await this.forgetReturns(tx, entry.obligationId, title);
      let tell = await this.uses.peopleWhoUse(tx, entryId);
      for (const ideaId of ideas.length > 0 ? ideas : [undefined]) {
        await this.activity.append(tx, {
          kind: 'entry.withdrawn',
          subject: { type: 'CommonsEntry', id: entryId },
          ideaId,
          ventureId: entry.ventureId ?? undefined,
          organisationId: entry.organisationId,
          actorId: personId,
          visibility: 'PUBLIC',
          content: { slug: entry.slug, because: ask.because },
          tell: tell.filter((id) => id !== personId),
        });
        // Once each, however many ideas it informed.
        tell = [];
      }
      if (entry.obligationId !== null) await this.reopen.execute(tx, entry.obligationId, 'WITHDRAWN');
      return accept({ entryId });
    });
  }

  private async lockIdeas(tx: Tx, entryId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select id from ideas where id in (select idea_id from commons_entries where id = ${entryId}
        union select idea_id from entry_ideas where entry_id = ${entryId}) order by id for no key update`);
    return rows.map(({ id }) => id);
  }

  private async isThere(tx: Tx, id: string): Promise<boolean> {
    return (await tx.one(sql`select from commons_entries where id = ${id} and status = 'PUBLISHED'`)) !== undefined;
  }

  /** What was submitted for a promise is the same words once more; they go with it. */
  private async forgetReturns(tx: Tx, obligationId: string, title: string | null): Promise<void> {
    await tx.query(sql`
      update returns set title = coalesce(${title}, title), summary = '', body = '',
        address = null, release = null, consent = null, anonymised = null, method = null, studied_on = null,
        sample = null, confidence = null, withdrawal_contact = null
      where obligation_id = ${obligationId}`);
  }
}
