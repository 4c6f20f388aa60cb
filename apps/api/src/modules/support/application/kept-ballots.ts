import { createHash, randomBytes } from 'node:crypto';

import {
  accept,
  type CastVoteRefusal,
  type Decision,
  keepBallot,
  type KeepBallotRefusal,
  type ShownAs,
  type VoteAnswer,
  type Perspective,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { CastVote } from './cast-vote.js';

/** Hours a choice is kept for somebody who is on their way to an account. */
const HOURS = 48;

export interface KeptBallot {
  readonly ideaId: string;
  readonly perspective: Perspective;
  readonly answer: VoteAnswer;
  readonly shownAs: ShownAs;
  readonly why: string;
}

/** Keeps what somebody without an account chose on a shared link, until they have one: the key goes along with their one-time link. */
@Injectable()
export class KeptBallots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly castVote: CastVote,
    jobs: Jobs,
  ) {
    jobs.every('support.forget_ballots', 60, async () => {
      await this.unitOfWork.run(async (tx) => {
        await tx.query(sql`delete from kept_ballots where expires_at < app_now()`);
        return accept(true);
      });
    });
  }

  /** Answers the key, which is not stored. */
  keep(ask: {
    readonly ideaId: string;
    readonly perspective: Perspective | null;
    readonly answer: VoteAnswer;
    readonly shownAs: ShownAs | null;
    readonly why: string | null;
  }): Promise<Decision<{ readonly key: string }, KeepBallotRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const idea = await this.ideas.share(tx, ask.ideaId);
      if (idea === null) throw new NotFoundError('That idea');
      const decision = keepBallot(ask, idea.stage);
      if (!decision.ok) return decision;
      const key = randomBytes(32).toString('base64url');
      const shownAs = ask.shownAs ?? (ask.perspective === 'LIVED_EXPERIENCE' ? 'PSEUDONYM' : 'NAME');
      await tx.query(sql`
        insert into kept_ballots (key_hash, idea_id, perspective, answer, shown_as, why, expires_at)
        values (${hashOf(key)}, ${idea.id}, ${ask.perspective}, ${ask.answer}, ${shownAs}, ${decision.value.why}, app_now() + make_interval(hours => ${HOURS}))`);
      return accept({ key });
    });
  }

  /** Casts a kept vote as the viewer. It stays kept when it cannot be cast, until its time is over. */
  async cast(viewer: SignedInViewer, key: string): Promise<Decision<{ readonly ideaId: string }, CastVoteRefusal>> {
    const found = await this.unitOfWork.run(async (tx) =>
      accept(
        await tx.one<KeptBallot>(sql`
          select idea_id as "ideaId", perspective, answer, shown_as as "shownAs", why from kept_ballots
          where key_hash = ${hashOf(key)} and expires_at > app_now()`),
      ),
    );
    if (!found.ok || found.value === undefined) throw new NotFoundError('That vote');
    const decision = await this.castVote.execute(viewer, {
      ...found.value,
      why: found.value.why === '' ? null : found.value.why,
      organisationId: null,
    });
    // Cast twice at once, the second finds that there is a vote already; so forgetting it afterwards is enough.
    if (decision.ok) {
      await this.unitOfWork.run(async (tx) => {
        await tx.query(sql`delete from kept_ballots where key_hash = ${hashOf(key)}`);
        return accept(true);
      });
    }
    return decision;
  }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
