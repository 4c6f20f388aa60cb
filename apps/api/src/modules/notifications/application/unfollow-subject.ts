import { accept, type Accepted } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type Followed, FollowStore } from '../persistence/follow-store.js';

/** Somebody no longer wants to hear of something, whatever made them follow it. */
@Injectable()
export class UnfollowSubject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly follows: FollowStore,
  ) {}

  execute(personId: string, subject: Followed): Promise<Accepted<Followed>> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.follows.exists(tx, subject))) throw new NotFoundError('What you follow');
      await this.follows.stop(tx, personId, subject);
      return accept(subject);
    });
  }
}
