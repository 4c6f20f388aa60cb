import {
  accept,
  type AddressRefusal,
  OUTPUT_KINDS,
  plusDaysTo,
  RETURN_LIMITS,
  REVIEW_AFTER_DAYS,
  shareEntry,
  type Decision,
  type ShareEntryAsk,
  type ShareEntryRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { judgeLicence, LookAtAddress } from '../../returns/index.js';
import { type AttachRefusal, Uploads } from '../../uploads/index.js';
import { EntryStore } from '../persistence/entry-store.js';
import { LinkEntry } from './link-entry.js';

export interface ShareEntryCommand extends ShareEntryAsk {
  readonly language: string;
  /** An idea it informs. */
  readonly ideaId: string | null;
  /** The registered component that this software is. */
  readonly componentId?: string | null;
  /** Opaque ids of files sent before. */
  readonly uploadIds?: readonly string[];
}

/** Gives something to the shared library for an organisation, without any venture. */
@Injectable()
export class ShareEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly ideas: IdeaStore,
    private readonly uploads: Uploads,
    private readonly lookAtAddress: LookAtAddress,
    private readonly link: LinkEntry,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    { language, ideaId, componentId = null, uploadIds = [], ...ask }: ShareEntryCommand,
  ): Promise<Decision<{ readonly entryId: string }, ShareEntryRefusal | AttachRefusal | AddressRefusal>> {
    const kind = OUTPUT_KINDS.find((one) => one === ask.kind) ?? 'SOFTWARE';
    const licence = judgeLicence({ licence: ask.licence, condition: 'OPEN', kind }, []);
    // Only for somebody who may give it: an address is not looked at for a stranger.
    const mayGive = belongsTo(viewer, ask.organisationId, 'ADMIN', 'MEMBER');
    const now = await this.unitOfWork.run((tx) => tx.now());
    const seen = await this.lookAtAddress.execute(mayGive ? ask.address : null, kind, now);
    if (!seen.ok) return seen;
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const held = organisationIdsOf(acting).filter((id) => belongsTo(acting, id, 'ADMIN', 'MEMBER'));
      const at = await tx.now();
      const facts = { organisationsHeld: held, licence, today: at.toISOString().slice(0, 10) };
      const decision = shareEntry({ ...ask, files: uploadIds.length }, facts);
      if (!decision.ok) return decision;
      const path = ['input', 'uploadIds'];
      const personalDataChecked = ask.personalDataChecked === true;
      const attached = { uploadIds, kind: 'FILE', most: RETURN_LIMITS.files, path, personalDataChecked } as const;
      const files = await this.uploads.attach(tx, viewer, attached);
      if (!files.ok) return files;

      const shared = decision.value;
      if (ideaId !== null && !(await this.ideas.lock(tx, ideaId))) throw new NotFoundError('This idea');
      const id = newId();
      const slug = await this.entries.add(tx, {
        id,
        slug: shared.slug,
        kind: shared.kind,
        themes: shared.themes,
        content: {
          ...shared.content,
          language,
          addressSeen: seen.value.addressSeen,
          addressSeenAt: seen.value.addressSeenAt,
          verdict: shared.judgement.verdict === 'SATISFIES' ? 'SATISFIES' : 'ASK_A_PERSON',
          verdictReason: shared.judgement.reason,
          licenceReason: shared.licenceReason,
        },
        organisationId: ask.organisationId,
        sharedById: viewer.person.id,
        provenance: null,
        returnId: null,
        componentIds: [],
        componentId: shared.kind === 'SOFTWARE' || shared.kind === 'API' ? componentId : null,
        files: files.value,
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
      if (ideaId !== null) await this.link.add(tx, viewer, { entryId: id, ideaId, kind: shared.kind });
      return accept({ entryId: id });
    });
  }
}
