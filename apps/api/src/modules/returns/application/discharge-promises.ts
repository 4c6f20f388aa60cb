import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { ObligationStore } from '../persistence/obligation-store.js';

/**
 * When a venture stops, what it learned takes the place of what it had promised: nobody is overdue with something that
 * nobody builds any more.
 */
@Injectable()
export class DischargePromises {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly activity: ActivityLog,
  ) {
    activity.whenever('venture.stopped', (tx, { subject }) => this.execute(tx, subject.id));
  }

  /** Harmless when repeated: a venture that serves several ideas tells of its end once for each. */
  async execute(tx: Tx, ventureId: string): Promise<void> {
    const at = await tx.now();
    for (const { id, ideaId } of await this.obligations.lockOpen(tx, ventureId)) {
      await this.obligations.record(tx, id, 'DISCHARGED', { at });
      await this.activity.append(tx, {
        kind: 'obligation.discharged',
        subject: { type: 'Obligation', id },
        ideaId,
        ventureId,
        visibility: 'PUBLIC',
      });
    }
  }
}
