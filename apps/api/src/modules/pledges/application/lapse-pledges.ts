import { lapseAtFirstDeadline } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { MandateStore } from '../../mandates/index.js';
import type { StoredRound } from '../../rounds/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgeRecorder } from './pledge-recorder.js';

/** Releases what was pledged for the first deadline of an extended round and that nobody reconfirmed for the second. */
@Injectable()
export class LapsePledges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly mandates: MandateStore,
    private readonly pledges: PledgeStore,
    private readonly recorder: PledgeRecorder,
  ) {}

  /** Harmless before the first deadline, and again after it. */
  async atFirstDeadline(roundId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => this.within(tx, await this.locks.round(tx, roundId)));
  }

  /** The same, in the transaction that closes the round: after a downtime both deadlines may have passed at once. */
  async within(tx: Tx, round: StoredRound): Promise<boolean> {
    if (round.extension === null) return false;
    const pledges = await this.pledges.ofRound(tx, round.id);
    const now = await tx.now();
    const lapsing = pledges.filter((pledge) => lapseAtFirstDeadline(pledge, round.extension, now) !== null);
    await this.mandates.lockAll(tx, [...new Set(lapsing.map((pledge) => pledge.mandateId))]);
    for (const { id, version } of lapsing) {
      // Read again each time: the one before may have been what a match was worth.
      const before = await this.pledges.find(tx, id);
      const lapsed = before && lapseAtFirstDeadline(before, round.extension, now);
      if (!lapsed) continue;
      await this.pledges.move(tx, lapsed.pledge, now);
      await this.recorder.record(tx, { kind: 'pledge.released', round, ...lapsed, version, before });
    }
    return lapsing.length > 0;
  }
}
