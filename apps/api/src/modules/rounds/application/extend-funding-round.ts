import { accept, extendFundingRound, type Decision, type ExtendRoundReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { FundingRoundStore } from '../persistence/funding-round-store.js';
import { CLOSE_ROUND_JOB } from './open-funding-round.js';

export interface ExtendFundingRoundCommand {
  readonly roundId: string;
  readonly deadline: Date;
  /** In public: every pledger reads it when it is asked again. */
  readonly reason: string;
}

/** Moves a round's deadline, once. Every pledger is asked whether its pledge stands. */
@Injectable()
export class ExtendFundingRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: FundingRoundStore,
    private readonly activity: ActivityLog,
    private readonly jobs: Jobs,
  ) {}

  execute(
    viewer: SignedInViewer,
    { roundId, deadline, reason }: ExtendFundingRoundCommand,
  ): Promise<Decision<{ readonly roundId: string }, ExtendRoundReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const found = await this.rounds.find(tx, roundId);
      if (!found) throw new NotFoundError('That funding round');
      const allowed = mayActFor(acting, found.leadOrganisationId);
      if (!allowed.ok) return allowed;
      await tx.query(sql`select from ideas where id = ${found.ideaId} for no key update`);
      const round = await this.rounds.lock(tx, roundId);
      if (!round) throw new NotFoundError('That funding round');
      const decision = extendFundingRound(round, { deadline, reason }, await tx.now());
      if (!decision.ok) return decision;

      await this.rounds.extend(tx, roundId, decision.value);
      await this.jobs.add(tx, CLOSE_ROUND_JOB, { roundId }, { key: `${CLOSE_ROUND_JOB}:${roundId}`, runAt: deadline });
      await this.activity.append(tx, {
        kind: 'funding_round.extended',
        subject: { type: 'FundingRound', id: roundId },
        ideaId: round.ideaId,
        organisationId: round.leadOrganisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: {
          from: decision.value.from.toISOString(),
          deadline: deadline.toISOString(),
          reason: decision.value.reason,
        },
      });
      return accept({ roundId });
    });
  }
}
