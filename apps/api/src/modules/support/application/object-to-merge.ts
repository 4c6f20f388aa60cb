import { accept, type Decision, objectToMerge, type ObjectToMergeRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { MergePairs, MergeStore } from '../../ideas/index.js';
import { VoteStore } from '../persistence/vote-store.js';
import { PublishSupport } from './publish-support.js';

/** Somebody who stands behind one of two merged ideas objects, and may take their vote out of the merged one. */
@Injectable()
export class ObjectToMerge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairs: MergePairs,
    private readonly merges: MergeStore,
    private readonly votes: VoteStore,
    private readonly publish: PublishSupport,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: { readonly mergeId: string | undefined; readonly reason: string | null; readonly moveBack: boolean },
  ): Promise<Decision<{ readonly ideaId: string; readonly intoId: string }, ObjectToMergeRefusal>> {
    const decision = await this.object(viewer, command);
    if (decision.ok) await this.publish.try(decision.value.intoId);
    return decision;
  }

  private object(
    viewer: SignedInViewer,
    command: { readonly mergeId: string | undefined; readonly reason: string | null; readonly moveBack: boolean },
  ): Promise<Decision<{ readonly ideaId: string; readonly intoId: string }, ObjectToMergeRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const personId = viewer.person.id;
      const { merge, fromRow, intoRow } = await this.pairs.lockMerge(tx, command.mergeId);
      const vote = await this.votes.lock(tx, intoRow.id, personId);
      const carried = vote !== null && vote.carriedFromId !== null;
      const supports = await tx.one(sql`
        select from votes where idea_id in (${fromRow.id}, ${intoRow.id}) and person_id = ${personId} and withdrawn_at is null limit 1`);
      const decision = objectToMerge(command, {
        status: merge.status,
        isSupporter: supports !== undefined,
        objected: await this.merges.objected(tx, merge.id, personId),
        hasCarriedVote: carried,
        intoStage: intoRow.stage,
      });
      if (!decision.ok) return decision;

      await this.merges.object(tx, merge.id, personId, decision.value.reason, decision.value.moveBack);
      if (decision.value.moveBack && vote !== null) await this.votes.withdraw(tx, vote);
      // Nobody is named: an objection may come from somebody who voted under a pseudonym.
      await this.activity.append(tx, {
        kind: 'merge.objected',
        subject: { type: 'Idea', id: fromRow.id },
        ideaId: fromRow.id,
        visibility: 'PRIVATE',
        ...(merge.proposedById === null ? {} : { tell: [merge.proposedById] }),
      });
      return accept({ ideaId: fromRow.id, intoId: intoRow.id });
    });
  }
}
