import { accept, postUpdate, type Decision, type PostUpdateRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, rowId } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type AttachRefusal, Uploads } from '../../uploads/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface PostUpdateCommand {
  readonly ventureId: string;
  /** A draft of the viewer's that is saved again or published. */
  readonly updateId?: string | null | undefined;
  readonly title: string;
  readonly body: string;
  readonly language?: string | null | undefined;
  readonly publish: boolean;
  /** Pictures the viewer sent, as the API names them, in their order. */
  readonly pictureIds?: readonly string[] | null | undefined;
}

/** More than these is an album, which is better kept elsewhere. */
const MOST_PICTURES = 6;

@Injectable()
export class PostUpdate {
  constructor(
    private readonly work: VentureWork,
    private readonly records: RecordStore,
    private readonly uploads: Uploads,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: PostUpdateCommand,
  ): Promise<
    Decision<
      { readonly ventureId: string; readonly updateId: string },
      PostUpdateRefusalReason | AttachRefusal | VenturePolicyReason
    >
  > {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const draft = command.updateId == null ? undefined : await this.records.lockUpdate(tx, command.updateId);
      // Somebody else's draft is as good as none: drafts are seen by their author only.
      const isTheirs =
        draft !== undefined &&
        draft.ventureId === venture.id &&
        (draft.authorId === viewer.person.id || draft.published);
      if (command.updateId != null && !isTheirs) throw new NotFoundError('The update');

      const decision = postUpdate({ ...command, wasPublished: draft?.published ?? false });
      if (!decision.ok) return decision;
      const id = draft?.id ?? newId();
      await this.records.saveUpdate(
        tx,
        { id, ventureId: venture.id, language: command.language ?? 'en', ...decision.value },
        by,
      );
      const pictures = [...new Set(command.pictureIds ?? [])];
      if (decision.value.publish) {
        const attached = await this.uploads.attach(tx, acting, {
          uploadIds: pictures,
          kind: 'PICTURE',
          most: MOST_PICTURES,
          path: ['input', 'pictureIds'],
          personalDataChecked: true,
        });
        if (!attached.ok) return attached;
      }
      const known = pictures.flatMap((picture) => rowId('upload', picture) ?? []).slice(0, MOST_PICTURES);
      await this.records.showPictures(tx, id, known, acting.person.id);
      if (decision.value.publish) await log('update.posted', { type: 'VentureUpdate', id }, {});
      return accept({ ventureId: venture.id, updateId: id });
    });
  }
}
