import type { WaiverStanding } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { AnnounceForWaiver } from '../../tranches/index.js';
import { ObligationStore, type StoredObligation } from '../persistence/obligation-store.js';
import { type StoredWaiver, WaiverStore } from '../persistence/waiver-store.js';

/** Ends a waiver when it is decided: by the last funder's word, or by silence after the reminders. */
@Injectable()
export class SettleWaiver {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly waivers: WaiverStore,
    private readonly announce: AnnounceForWaiver,
    private readonly activity: ActivityLog,
  ) {}

  /** The caller holds the locks of the idea, the round and the promise. */
  async execute(
    tx: Tx,
    obligation: StoredObligation,
    waiver: Pick<StoredWaiver, 'id' | 'releaseMinor' | 'reason'>,
    standing: WaiverStanding,
  ): Promise<void> {
    if (standing.status === 'OPEN') return;
    const at = await tx.now();
    const { id, ideaId, ventureId } = obligation;
    await this.waivers.decide(tx, waiver.id, standing.status, at);
    if (standing.status !== 'AGREED') return;
    await this.obligations.record(tx, id, 'WAIVED', { at });
    await this.activity.append(tx, {
      kind: 'obligation.waived',
      subject: { type: 'Obligation', id },
      ideaId,
      ventureId,
      visibility: 'PUBLIC',
      content: { abstained: standing.abstained.length, releaseMinor: waiver.releaseMinor ?? '0' },
    });
    if (waiver.releaseMinor !== null) {
      await this.announce.execute(tx, {
        roundId: obligation.roundId,
        total: BigInt(waiver.releaseMinor),
        reason: waiver.reason,
        agreed: await this.waivers.agreedBy(tx, waiver.id),
        at,
      });
    }
  }
}
