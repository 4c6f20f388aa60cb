import {
  accept,
  type ChangeStageRefusal,
  type Decision,
  type IdeaStage,
  undoMerge,
  type UndoMergeRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { MergeStore } from '../persistence/merge-store.js';
import { stewardFactsOf } from '../persistence/steward-facts.js';
import { MergePairs } from './merge-pair.js';
import { Stages } from './stages.js';

export type UndoMergeReason = UndoMergeRefusal | ChangeStageRefusal;

/** Takes a merge back: the idea stands where it stood, with its own votes. */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairs: MergePairs,
    private readonly merges: MergeStore,
    private readonly stages: Stages,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly mergeId: string | undefined; readonly reason: string | null },
  ): Promise<Decision<{ readonly ideaId: string; readonly intoId: string }, UndoMergeReason>> {
    return this.unitOfWork.run(async (tx) => {
      const personId = viewer.person.id;
      const { merge, ...pair } = await this.pairs.lockMerge(tx, command.mergeId);
      const acting = await asOfNow(tx, viewer);
      const steward = await stewardFactsOf(tx, acting, [pair.from, pair.into]);
      const decision = undoMerge(command, { ...pair, ...steward, status: merge.status, personId });
      if (!decision.ok) return decision;

      const { fromIdeaId, intoIdeaId, stageBefore } = merge;
      await this.merges.undo(tx, merge.id, personId, decision.value.reason);
      const moved = await this.stages.move(tx, pair.fromRow, {
        to: (stageBefore ?? 'LOGGED') as IdeaStage,
        gate: [],
        reason: decision.value.reason,
        actorId: personId,
      });
      if (!moved.ok) return moved;
      await this.activity.append(tx, {
        kind: 'merge.undone',
        subject: { type: 'Idea', id: intoIdeaId },
        ideaId: intoIdeaId,
        actorId: personId,
        visibility: 'PUBLIC',
        content: { from: fromIdeaId, into: intoIdeaId, reason: decision.value.reason },
      });
      return accept({ ideaId: fromIdeaId, intoId: intoIdeaId });
    });
  }
}
