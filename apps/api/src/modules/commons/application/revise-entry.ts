import {
  accept,
  type AddressRefusal,
  confirmEntry,
  plusDaysTo,
  RETURN_LIMITS,
  REVIEW_AFTER_DAYS,
  reviseEntry,
  type Decision,
  type ReviseEntryAsk,
  type ReviseEntryRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { isHidden } from '../../ideas/index.js';
import { judgeLicence, LookAtAddress, ReopenPromise } from '../../returns/index.js';
import { type AttachRefusal, Uploads } from '../../uploads/index.js';
import { EntryStore, hashOf, type StoredEntry } from '../persistence/entry-store.js';

export interface ReviseEntryCommand extends ReviseEntryAsk {
  readonly entryId: string;
  readonly language: string;
  readonly componentId: string | null;
  /** Opaque ids: of files that stay from the version before, and of files sent since. */
  readonly uploadIds: readonly string[];
}

/** Publishes another version of an entry at the same address. A promise it kept is opened again when it is another thing. */
@Injectable()
export class ReviseEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly uploads: Uploads,
    private readonly lookAtAddress: LookAtAddress,
    private readonly reopen: ReopenPromise,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    { entryId, language, componentId, uploadIds, ...ask }: ReviseEntryCommand,
  ): Promise<Decision<{ readonly entryId: string }, ReviseEntryRefusal | AttachRefusal | AddressRefusal>> {
    const before = await this.unitOfWork.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      if (!entry) throw new NotFoundError('This entry');
      return { entry, now: await tx.now() };
    });
    const mayGive = belongsTo(viewer, before.entry.organisationId, 'ADMIN', 'MEMBER');
    const seen = await this.lookAtAddress.execute(mayGive ? ask.address : null, before.entry.kind, before.now);
    if (!seen.ok) return seen;
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const entry = await this.lockInOrder(tx, entryId);
      const at = await tx.now();
      const { kind, status, version } = entry;
      const decision = reviseEntry(
        { ...ask, files: uploadIds.length },
        {
          kind,
          status,
          version,
          hidden: await isHidden(tx, entryId),
          actsForGiver: belongsTo(acting, entry.organisationId, 'ADMIN', 'MEMBER'),
          licence: judgeLicence({ licence: ask.licence, condition: 'OPEN', kind }, []),
          today: at.toISOString().slice(0, 10),
        },
      );
      if (!decision.ok) return decision;
      const kept = uploadIds.filter((id) => entry.fileIds.includes(rowId('upload', id) ?? ''));
      const added = await this.uploads.attach(tx, viewer, {
        uploadIds: uploadIds.filter((id) => !kept.includes(id)),
        kind: 'FILE',
        most: RETURN_LIMITS.files,
        path: ['input', 'uploadIds'],
        personalDataChecked: ask.personalDataChecked === true,
      });
      if (!added.ok) return added;
      const files = [
        ...(await this.entries.filesOf(
          tx,
          kept.flatMap((id) => rowId('upload', id) ?? []),
        )),
        ...added.value.map(({ id, sha256 }) => ({ id, sha256 })),
      ];

      const revised = decision.value;
      await this.entries.revise(tx, entryId, revised.version, {
        kind,
        themes: revised.themes,
        content: {
          ...revised.content,
          language,
          addressSeen: seen.value.addressSeen,
          addressSeenAt: seen.value.addressSeenAt,
          verdict: revised.judgement.verdict === 'SATISFIES' ? 'SATISFIES' : 'ASK_A_PERSON',
          verdictReason: revised.judgement.reason,
          licenceReason: revised.licenceReason,
        },
        organisationId: entry.organisationId,
        sharedById: viewer.person.id,
        provenance: null,
        returnId: null,
        componentIds: await this.componentsOf(tx, entryId),
        componentId: kind === 'SOFTWARE' || kind === 'API' ? componentId : null,
        files,
        change: revised.change,
        at,
        reviewBy: plusDaysTo(at, REVIEW_AFTER_DAYS),
      });
      await this.log(tx, viewer, entry, 'entry.revised', {
        slug: entry.slug,
        kind,
        title: revised.content.title,
        licence: revised.content.licence,
        version: revised.version,
      });
      if (entry.obligationId !== null && hashOf(revised.content, files).toString('hex') !== entry.contentHash) {
        const because = revised.content.licence === entry.licence ? 'VERSION' : 'LICENCE';
        await this.reopen.execute(tx, entry.obligationId, because);
      }
      return accept({ entryId });
    });
  }

  /** Says that an entry still holds: its review moves on by a year, nothing else changes. */
  confirm(viewer: SignedInViewer, entryId: string) {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const entry = await this.entries.lock(tx, entryId);
      if (!entry) throw new NotFoundError('This entry');
      const actsForGiver = belongsTo(acting, entry.organisationId, 'ADMIN', 'MEMBER');
      const decision = confirmEntry({ actsForGiver, status: entry.status });
      if (!decision.ok) return decision;
      const at = await tx.now();
      await this.entries.confirm(tx, entryId, at, plusDaysTo(at, REVIEW_AFTER_DAYS));
      await this.log(tx, viewer, entry, 'entry.confirmed', { slug: entry.slug });
      return accept({ entryId });
    });
  }

  /** The idea is locked before the entry, because opening a promise again locks it. */
  private async lockInOrder(tx: Tx, entryId: string): Promise<StoredEntry> {
    await tx.query(sql`
      select from ideas where id = (select idea_id from commons_entries where id = ${entryId}) for no key update`);
    const entry = await this.entries.lock(tx, entryId);
    if (!entry) throw new NotFoundError('This entry');
    return entry;
  }

  private async componentsOf(tx: Tx, entryId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      sql`select component_id as id from entry_components where entry_id = ${entryId} order by component_id`,
    );
    return rows.map(({ id }) => id);
  }

  private async log(
    tx: Tx,
    viewer: SignedInViewer,
    entry: StoredEntry,
    kind: string,
    content: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.append(tx, {
      kind,
      subject: { type: 'CommonsEntry', id: entry.id },
      ideaId: entry.ideaId ?? undefined,
      ventureId: entry.ventureId ?? undefined,
      organisationId: entry.organisationId,
      actorId: viewer.person.id,
      visibility: 'PUBLIC',
      content,
    });
  }
}
