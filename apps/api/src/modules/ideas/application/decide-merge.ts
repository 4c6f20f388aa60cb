import {
  accept,
  type ChangeStageRefusal,
  type Decision,
  decideMerge,
  type DecideMergeRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { MergeStore } from '../persistence/merge-store.js';
import { stewardFactsOf } from '../persistence/steward-facts.js';
import { Gates } from './gates.js';
import { MergePairs } from './merge-pair.js';
import { Stages } from './stages.js';

export type DecideMergeReason = DecideMergeRefusal | ChangeStageRefusal;

/**
 * Answers a proposal to merge: made once both authors said yes, or by a steward. The idea keeps its page, which then leads
 * to the other; what depends on ideas follows within the transaction (`merge.made`): votes are carried, each person once.
 */
@Injectable()
export class DecideMerge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairs: MergePairs,
    private readonly merges: MergeStore,
    private readonly stages: Stages,
    private readonly gates: Gates,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: { readonly mergeId: string | undefined; readonly accept: boolean; readonly reason: string | null },
  ): Promise<Decision<{ readonly ideaId: string; readonly intoId: string }, DecideMergeReason>> {
    const decision = await this.decide(viewer, command);
    if (decision.ok) await this.gates.try(decision.value.intoId);
    return decision;
  }

  private decide(
    viewer: SignedInViewer,
    command: { readonly mergeId: string | undefined; readonly accept: boolean; readonly reason: string | null },
  ): Promise<Decision<{ readonly ideaId: string; readonly intoId: string }, DecideMergeReason>> {
    return this.unitOfWork.run(async (tx) => {
      const personId = viewer.person.id;
      const { merge, ...pair } = await this.pairs.lockMerge(tx, command.mergeId);
      const acting = await asOfNow(tx, viewer);
      const facts = { ...pair, ...merge, ...(await stewardFactsOf(tx, acting, [pair.from, pair.into])), personId };
      const decision = decideMerge(command, facts);
      if (!decision.ok) return decision;

      const { status, reason, fromAuthorAgrees, intoAuthorAgrees } = decision.value;
      const { fromIdeaId, intoIdeaId } = merge;
      await this.merges.agree(tx, merge.id, { from: fromAuthorAgrees, into: intoAuthorAgrees });
      if (status !== 'PROPOSED') {
        await this.merges.decide(tx, merge.id, { status, byId: personId, reason, stageBefore: pair.from.stage });
      }
      if (status === 'MERGED') {
        const moved = await this.stages.move(tx, pair.fromRow, {
          to: 'MERGED',
          gate: [],
          reason,
          actorId: personId,
          mergedIntoId: intoIdeaId,
        });
        if (!moved.ok) return moved;
      }
      await this.activity.append(tx, {
        kind: status === 'MERGED' ? 'merge.made' : status === 'DECLINED' ? 'merge.declined' : 'merge.agreed',
        subject: { type: 'Idea', id: status === 'MERGED' ? intoIdeaId : fromIdeaId },
        ideaId: status === 'MERGED' ? intoIdeaId : fromIdeaId,
        actorId: personId,
        visibility: 'PUBLIC',
        content: { from: fromIdeaId, into: intoIdeaId, ...(reason === '' ? {} : { reason }) },
        ...(status === 'DECLINED' && merge.proposedById !== null ? { tell: [merge.proposedById] } : {}),
      });
      return accept({ ideaId: fromIdeaId, intoId: intoIdeaId });
    });
  }
}
