import { accept, type Accepted } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type Followed, FollowStore } from '../persistence/follow-store.js';

/** The viewer wants to hear what becomes of something. */
@Injectable()
export class FollowSubject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly follows: FollowStore,
  ) {}

  execute(viewer: SignedInViewer, subject: Followed): Promise<Accepted<Followed>> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.follows.exists(tx, subject))) throw new NotFoundError('What you want to follow');
      await this.follows.choose(tx, viewer.person.id, subject);
      return accept(subject);
    });
  }
}
