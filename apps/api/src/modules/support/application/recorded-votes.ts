import {
  accept,
  type BallotWithoutAccount,
  type Decision,
  recordVoteFor,
  type RecordVoteForRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { VoteStore } from '../persistence/vote-store.js';

export interface RecordVoteForCommand extends BallotWithoutAccount {
  readonly ideaId: string;
  readonly organisationId: string;
  /** The worker's word that the person asked them to. */
  readonly theyAsked: boolean;
}

/**
 * Votes that a worker records for people who asked them to: attributed to the worker and their organisation, counted apart,
 * meeting no gate, and taken out again when the person says so.
 */
@Injectable()
export class RecordedVotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly votes: VoteStore,
    private readonly activity: ActivityLog,
  ) {}

  record(
    viewer: SignedInViewer,
    command: RecordVoteForCommand,
  ): Promise<Decision<{ readonly ideaId: string }, RecordVoteForRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const idea = await this.ideas.share(tx, command.ideaId);
      if (idea === null) throw new NotFoundError('That idea');
      // The person's row is held by this, so that two at once cannot both be the last that may be recorded.
      const acting = await asOfNow(tx, viewer);
      await tx.query(
        sql`select pg_advisory_xact_lock(hashtextextended(${`recorded ${viewer.person.id} ${idea.id}`}, 0))`,
      );
      const row = await tx.one<{ recorded: number }>(sql`
        select count(*)::int as recorded from votes where recorded_by_id = ${viewer.person.id} and idea_id = ${idea.id} and withdrawn_at is null`);
      const facts = { organisationsHeld: organisationIdsOf(acting), stage: idea.stage, recorded: row?.recorded ?? 0 };
      const decision = recordVoteFor(command, facts);
      if (!decision.ok || command.perspective === null) return decision.ok ? accept({ ideaId: idea.id }) : decision;

      const { perspective, answer, organisationId } = command;
      await this.votes.addApart(tx, {
        ideaId: idea.id,
        perspective,
        answer,
        source: 'RECORDED',
        recordedById: viewer.person.id,
        organisationId,
      });
      await this.activity.append(tx, {
        kind: 'vote.recorded',
        subject: { type: 'Idea', id: idea.id },
        ideaId: idea.id,
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PRIVATE',
      });
      return accept({ ideaId: idea.id });
    });
  }

  /** Takes a recorded vote out: whoever recorded it may, at any time. Answers the idea. */
  revoke(viewer: SignedInViewer, token: string | undefined): Promise<Decision<{ readonly ideaId: string }, never>> {
    return this.unitOfWork.run(async (tx) => {
      const vote =
        token === undefined
          ? undefined
          : await tx.one<{ id: string; ideaId: string }>(sql`
              update votes set withdrawn_at = app_now() where token = ${token} and source = 'RECORDED' and recorded_by_id = ${viewer.person.id}
                and withdrawn_at is null returning id, idea_id as "ideaId"`);
      if (vote === undefined) throw new NotFoundError('That vote');
      await this.votes.recordWithdrawal(tx, vote.id);
      await this.activity.append(tx, {
        kind: 'vote.recording_revoked',
        subject: { type: 'Idea', id: vote.ideaId },
        ideaId: vote.ideaId,
        actorId: viewer.person.id,
        visibility: 'PRIVATE',
      });
      return accept({ ideaId: vote.ideaId });
    });
  }
}
