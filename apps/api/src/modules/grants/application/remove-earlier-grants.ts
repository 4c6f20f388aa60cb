import { accept, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { EarlierGrantStore } from '../persistence/earlier-grant-store.js';

/** Takes back what was shown of a funder's earlier grants. Its file is its own: the same file brings them back. */
@Injectable()
export class RemoveEarlierGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EarlierGrantStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    organisationId: string,
  ): Promise<Decision<{ readonly organisationId: string }, ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
      if (!allowed.ok) return allowed;
      if ((await this.store.lockFunder(tx, organisationId)) === null) throw new NotFoundError('This organisation');
      const removed = await this.store.removeAll(tx, organisationId);
      if (removed > 0) {
        await this.activity.append(tx, {
          kind: 'earlier_grants.removed',
          subject: { type: 'Organisation', id: organisationId },
          organisationId,
          actorId: viewer.person.id,
          visibility: 'ORGANISATION',
          content: { removed },
        });
      }
      return accept({ organisationId });
    });
  }
}
