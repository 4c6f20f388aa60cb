import {
  accept,
  answerGiving,
  type AnswerGivingRefusal,
  askToGive,
  type AskToGiveRefusal,
  type Decision,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { EntryStore, type StoredEntry } from '../persistence/entry-store.js';
import { EntryUseStore } from '../persistence/entry-use-store.js';

export interface GiverCommand {
  readonly entryId: string;
  readonly organisationId: string;
}

type Done = { readonly entryId: string };

/** Names further organisations as giving something, each by its own word. */
@Injectable()
export class GiveTogether {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly uses: EntryUseStore,
    private readonly activity: ActivityLog,
  ) {}

  ask(viewer: SignedInViewer, command: GiverCommand): Promise<Decision<Done, AskToGiveRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { entryId, organisationId } = command;
      const entry = await this.locked(tx, entryId);
      if ((await tx.one(sql`select from organisations where id = ${organisationId}`)) === undefined)
        throw new NotFoundError('This organisation');
      const acting = await asOfNow(tx, viewer);
      const decision = askToGive({
        actsForGiver: belongsTo(acting, entry.organisationId, 'ADMIN', 'MEMBER'),
        status: entry.status,
        named: entry.organisationId === organisationId || (await this.isNamed(tx, command)),
      });
      if (!decision.ok) return decision;
      await tx.query(sql`
        insert into entry_givers (entry_id, organisation_id, asked_by_id, asked_at)
        values (${entryId}, ${organisationId}, ${viewer.person.id}, ${await tx.now()})`);
      // Whoever asks for an organisation of their own has its word already.
      if (belongsTo(acting, organisationId, 'ADMIN', 'MEMBER')) return this.agree(tx, viewer, entry, organisationId);
      await this.activity.append(tx, {
        kind: 'entry.giver_asked',
        subject: { type: 'CommonsEntry', id: entryId },
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PRIVATE',
        tell: await this.uses.peopleOf(tx, organisationId),
        content: { slug: entry.slug },
      });
      return accept({ entryId });
    });
  }

  answer(
    viewer: SignedInViewer,
    command: GiverCommand & { readonly gives: boolean },
  ): Promise<Decision<Done, AnswerGivingRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { entryId, organisationId, gives } = command;
      const entry = await this.locked(tx, entryId);
      const decision = answerGiving({
        actsForOrganisation: belongsTo(await asOfNow(tx, viewer), organisationId, 'ADMIN', 'MEMBER'),
        asked: await this.isNamed(tx, command),
      });
      if (!decision.ok) return decision;
      if (gives) return this.agree(tx, viewer, entry, organisationId);
      await tx.query(sql`delete from entry_givers where entry_id = ${entryId} and organisation_id = ${organisationId}`);
      return accept({ entryId });
    });
  }

  private async agree(
    tx: Tx,
    viewer: SignedInViewer,
    entry: StoredEntry,
    organisationId: string,
  ): Promise<Decision<Done, never>> {
    await tx.query(sql`
      update entry_givers set agreed_by_id = ${viewer.person.id}, agreed_at = ${await tx.now()}
      where entry_id = ${entry.id} and organisation_id = ${organisationId} and agreed_at is null`);
    await this.activity.append(tx, {
      kind: 'entry.giver_joined',
      subject: { type: 'CommonsEntry', id: entry.id },
      organisationId,
      actorId: viewer.person.id,
      visibility: 'PUBLIC',
      content: { slug: entry.slug },
    });
    return accept({ entryId: entry.id });
  }

  private async locked(tx: Tx, entryId: string): Promise<StoredEntry> {
    const entry = await this.entries.lock(tx, entryId);
    if (!entry) throw new NotFoundError('This entry');
    return entry;
  }

  private async isNamed(tx: Tx, { entryId, organisationId }: GiverCommand): Promise<boolean> {
    const named = await tx.one(
      sql`select from entry_givers where entry_id = ${entryId} and organisation_id = ${organisationId}`,
    );
    return named !== undefined;
  }
}
