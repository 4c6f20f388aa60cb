import { Injectable } from '@nestjs/common';

import { ActivityLog, type NewActivity } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type StoredVenture, VentureStore } from '../persistence/venture-store.js';

/** What every use case of a venture needs: the locked venture, the moment, and the log. */
export interface Work {
  readonly tx: Tx;
  readonly venture: StoredVenture;
  /** The viewer with the roles they hold until the transaction ends. */
  readonly acting: SignedInViewer;
  readonly by: { readonly personId: string; readonly at: Date };
  /** Appends a public activity of this venture by the viewer. */
  log(
    kind: string,
    subject: NewActivity['subject'],
    content?: NewActivity['content'],
    more?: Partial<NewActivity>,
  ): Promise<void>;
}

/** Runs a change of one venture in a transaction, under its lock. */
@Injectable()
export class VentureWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ventures: VentureStore,
    private readonly activity: ActivityLog,
  ) {}

  /** @throws {NotFoundError} when there is no such venture */
  on<T>(viewer: SignedInViewer, ventureId: string, change: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const venture = await this.ventures.lock(tx, ventureId);
      if (venture === undefined) throw new NotFoundError('The project');
      const at = await tx.now();
      return change({
        tx,
        venture,
        acting: await asOfNow(tx, viewer),
        by: { personId: viewer.person.id, at },
        log: async (kind, subject, content = {}, more = {}) => {
          await this.activity.append(tx, {
            kind,
            subject,
            ventureId,
            actorId: viewer.person.id,
            visibility: 'PUBLIC',
            content,
            ...more,
          });
        },
      });
    });
  }
}
