import { Injectable, Logger } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { CLOSE_ROUND_JOB, FundingRoundStore } from '../../rounds/index.js';
import { CloseFundingRound } from './close-funding-round.js';
import { LapsePledges } from './lapse-pledges.js';

/**
 * Closes rounds when their deadline comes. A job stands at each deadline; a sweep at start and every minute finds what
 * came due while nothing ran, and rounds whose closing window ended. Both go through the same door, so a round closes
 * once, however many knock.
 */
@Injectable()
export class CloseDueRounds {
  private readonly log = new Logger(CloseDueRounds.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: FundingRoundStore,
    private readonly close: CloseFundingRound,
    private readonly lapse: LapsePledges,
    jobs: Jobs,
  ) {
    jobs.task(CLOSE_ROUND_JOB, async ({ roundId }) => {
      if (typeof roundId === 'string') await this.close.atDeadline(roundId);
    });
    jobs.every('rounds.close-due', 1, () => this.sweep());
  }

  /** Closes everything that is due now. One round that cannot be closed does not keep the others open. */
  async sweep(): Promise<void> {
    const lapsing = await this.unitOfWork.run((tx) => this.rounds.pastFirstDeadline(tx));
    await this.each(lapsing, (roundId) => this.lapse.atFirstDeadline(roundId));
    const due = await this.unitOfWork.run((tx) => this.rounds.due(tx));
    await this.each(due, (roundId) => this.close.atDeadline(roundId));
  }

  private async each(roundIds: readonly string[], act: (roundId: string) => Promise<void>): Promise<void> {
    for (const roundId of roundIds) {
      try {
        await act(roundId);
      } catch (error) {
        this.log.error({
          message: 'A round could not be closed; the next sweep tries again.',
          roundId,
          fault: String(error),
        });
      }
    }
  }
}
