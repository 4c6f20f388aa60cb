import {
  accept,
  OUTPUT_KINDS,
  plusDaysTo,
  REVIEW_AFTER_DAYS,
  shareEntry,
  type Decision,
  type OutputKind,
  type ShareEntryAsk,
  type ShareEntryRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { judgeLicence } from '../../returns/index.js';
import { EntryStore } from '../persistence/entry-store.js';

export interface ShareEntryCommand extends ShareEntryAsk {
  readonly language: string;
  /** An idea it informs. */
  readonly ideaId: string | null;
}

/** Gives something to the shared library for an organisation, without any venture. */
@Injectable()
export class ShareEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    { language, ideaId, ...ask }: ShareEntryCommand,
  ): Promise<Decision<{ readonly entryId: string }, ShareEntryRefusal>> {
    const kind = OUTPUT_KINDS.find((one) => one === ask.kind) ?? 'SOFTWARE';
    const licence = judgeLicence({ licence: ask.licence, condition: 'OPEN', kind }, []);
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const held = organisationIdsOf(acting).filter((id) => belongsTo(acting, id, 'ADMIN', 'MEMBER'));
      const decision = shareEntry(ask, { organisationsHeld: held, licence });
      if (!decision.ok) return decision;

      const shared = decision.value;
      if (ideaId !== null && !(await this.ideas.lock(tx, ideaId))) throw new NotFoundError('This idea');
      const at = await tx.now();
      const id = newId();
      const slug = await this.entries.add(tx, {
        id,
        slug: shared.slug,
        kind: shared.kind,
        themes: shared.themes,
        content: {
          ...shared.content,
          language,
          verdict: shared.judgement.verdict === 'SATISFIES' ? 'SATISFIES' : 'ASK_A_PERSON',
          verdictReason: shared.judgement.reason,
          licenceReason: shared.licenceReason,
        },
        organisationId: ask.organisationId,
        sharedById: viewer.person.id,
        provenance: null,
        returnId: null,
        componentIds: [],
        at,
        reviewBy: plusDaysTo(at, REVIEW_AFTER_DAYS),
      });
      await this.activity.append(tx, {
        kind: 'entry.published',
        subject: { type: 'CommonsEntry', id },
        organisationId: ask.organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { slug, kind: shared.kind, title: shared.content.title, licence: shared.content.licence, version: 1 },
      });
      if (ideaId !== null) await this.link(tx, viewer, { entryId: id, ideaId, kind: shared.kind });
      return accept({ entryId: id });
    });
  }

  private async link(
    tx: Tx,
    viewer: SignedInViewer,
    { entryId, ideaId, kind }: { readonly entryId: string; readonly ideaId: string; readonly kind: OutputKind },
  ): Promise<void> {
    await tx.query(sql`insert into entry_ideas (entry_id, idea_id) values (${entryId}, ${ideaId})`);
    await this.activity.append(tx, {
      kind: kind === 'USER_RESEARCH' ? 'research.linked' : 'entry.linked',
      subject: { type: 'CommonsEntry', id: entryId },
      ideaId,
      actorId: viewer.person.id,
      visibility: 'PUBLIC',
    });
  }
}
