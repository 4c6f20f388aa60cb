import { accept, type Decision, proposeMerge, type ProposeMergeRefusal, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, UnitOfWork } from '../../../platform/database/index.js';
import { MergeStore } from '../persistence/merge-store.js';
import { MergePairs } from './merge-pair.js';

export interface ProposeMergeCommand {
  readonly fromId: string;
  readonly intoId: string;
  readonly reason: string | null;
}

/** Somebody proposes that an idea goes up in another that says the same. Its authors and stewards are asked. */
@Injectable()
export class ProposeMerge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairs: MergePairs,
    private readonly merges: MergeStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: ProposeMergeCommand,
  ): Promise<Decision<{ readonly ideaId: string; readonly mergeId: string }, ProposeMergeRefusal>> {
    try {
      return await this.propose(viewer, command);
    } catch (error) {
      // Seen only when two propose at once; otherwise the rule says it first.
      if (constraintName(error) === 'idea_merges_one_open_per_idea_key')
        return refuse([{ code: 'MERGE_ALREADY_OPEN' }]);
      throw error;
    }
  }

  private propose(
    viewer: SignedInViewer,
    { fromId, intoId, reason }: ProposeMergeCommand,
  ): Promise<Decision<{ readonly ideaId: string; readonly mergeId: string }, ProposeMergeRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const personId = viewer.person.id;
      const pair = await this.pairs.lock(tx, fromId, intoId);
      const openAlready = await this.merges.openFrom(tx, fromId);
      const decision = proposeMerge({ reason }, { ...pair, personId, openAlready });
      if (!decision.ok) return decision;

      const { fromAuthorAgrees, intoAuthorAgrees } = decision.value;
      const mergeId = await this.merges.propose(tx, {
        fromIdeaId: fromId,
        intoIdeaId: intoId,
        reason: decision.value.reason,
        proposedById: personId,
        fromAuthorAgreed: fromAuthorAgrees,
        intoAuthorAgreed: intoAuthorAgrees,
      });
      const authors = [pair.from, pair.into].flatMap(({ authorId, coAuthorIds }) => [authorId, ...coAuthorIds]);
      await this.activity.append(tx, {
        kind: 'merge.proposed',
        subject: { type: 'Idea', id: fromId },
        ideaId: fromId,
        actorId: personId,
        visibility: 'PUBLIC',
        content: { into: intoId },
        tell: [...new Set(authors)].filter((id) => id !== personId),
      });
      return accept({ ideaId: fromId, mergeId });
    });
  }
}
