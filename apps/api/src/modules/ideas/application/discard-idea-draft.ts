import { accept, type Accepted } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { DraftStore } from '../persistence/draft-store.js';

/** Throws a draft away. One that is not there, or not the viewer's, is as good as thrown away. */
@Injectable()
export class DiscardIdeaDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
  ) {}

  execute(viewer: SignedInViewer, draftId: string): Promise<Accepted<{ readonly draftId: string }>> {
    return this.unitOfWork.run(async (tx) => {
      await this.drafts.discard(tx, draftId, viewer.person.id);
      return accept({ draftId });
    });
  }
}
