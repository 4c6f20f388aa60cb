import {
  accept,
  castVote,
  type CastVoteRefusal,
  type Decision,
  refuse,
  type VoteAsk,
  type VoteSource,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { allOrFirst, constraintName, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { VoteStore } from '../persistence/vote-store.js';
import { PublishSupport } from './publish-support.js';

export interface CastVoteCommand extends VoteAsk {
  readonly ideaId: string;
}

/**
 * Casts the viewer's vote.
 *
 * It takes no lock that another voter waits for: the idea is only kept from moving, the count goes to one of eight rows,
 * the activity is not chained here. Whether more votes may be published, and the gate opens, is asked after the commit, in
 * short transactions of their own, and again by the tail if the process ends before that.
 */
@Injectable()
export class CastVote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly votes: VoteStore,
    private readonly publish: PublishSupport,
    private readonly activity: ActivityLog,
  ) {}

  /** `IMPORT` is for votes from a file: they meet no gate and are counted apart. */
  async execute(
    viewer: SignedInViewer,
    command: CastVoteCommand,
    source: VoteSource = 'PERSON',
  ): Promise<Decision<{ readonly ideaId: string }, CastVoteRefusal>> {
    try {
      const decision = await this.cast(viewer, command, source);
      if (!decision.ok) return decision;
      const { ideaId, activityId } = decision.value;
      if (source === 'PERSON') await this.publish.tryAfter(activityId, ideaId);
      return accept({ ideaId });
    } catch (error) {
      // Seen only when the same person votes twice at once; otherwise the rule says it first.
      if (constraintName(error) === 'votes_one_per_person_per_idea_key') return refuse([{ code: 'ALREADY_VOTED' }]);
      throw error;
    }
  }

  private cast(
    viewer: SignedInViewer,
    command: CastVoteCommand,
    source: VoteSource,
  ): Promise<Decision<{ readonly ideaId: string; readonly activityId: string }, CastVoteRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const personId = viewer.person.id;
      const [shared, { now, coAuthorIds, ...voter }] = await Promise.all([
        this.ideas.share(tx, command.ideaId),
        this.votes.voter(tx, command.ideaId, personId, command.organisationId),
      ]);
      if (shared === null) throw new NotFoundError('That idea');
      const idea = { ...shared, coAuthorIds };
      const decision = castVote(command, { idea, personId, source, ...voter });
      if (!decision.ok) return decision;

      const vote = decision.value;
      if (vote.shownAs === 'PSEUDONYM') await this.votes.pseudonym(tx, idea.id, personId);
      // Nothing of the vote itself: perspective and answer of single votes would be a way around small-number rules, and
      // a pseudonymous vote names nobody, so that the log is no way back to a person either.
      const named = vote.shownAs === 'NAME';
      const [, { id: activityId }] = await allOrFirst([
        this.votes.add(tx, vote),
        this.activity.append(tx, {
          kind: source === 'IMPORT' ? 'vote.imported' : 'vote.cast',
          subject: { type: 'Idea', id: idea.id },
          ideaId: idea.id,
          ...(named ? { actorId: personId } : {}),
          by: personId,
          visibility: named ? 'PUBLIC' : 'PRIVATE',
          occurredAt: now,
        }),
      ]);
      return accept({ ideaId: idea.id, activityId });
    });
  }
}
