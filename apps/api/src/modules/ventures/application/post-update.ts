import { accept, postUpdate, type Decision, type PostUpdateRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
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
}

@Injectable()
export class PostUpdate {
  constructor(
    private readonly work: VentureWork,
    private readonly records: RecordStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: PostUpdateCommand,
  ): Promise<
    Decision<{ readonly ventureId: string; readonly updateId: string }, PostUpdateRefusalReason | VenturePolicyReason>
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
      if (decision.value.publish) await log('update.posted', { type: 'VentureUpdate', id }, {});
      return accept({ ventureId: venture.id, updateId: id });
    });
  }
}
