import {
  accept,
  type ChangeStageRefusal,
  type Decision,
  declineIdea,
  type DeclineIdeaRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { stewardFactsOf } from '../persistence/steward-facts.js';
import { Appeals } from './appeals.js';
import { Stages } from './stages.js';

export type DeclineIdeaReason = DeclineIdeaRefusal | ChangeStageRefusal;

const IDEA_DECLINED = 'IDEA_DECLINED';

interface Decline {
  readonly ideaId: string;
  readonly fromStage: string;
  readonly actorId: string | null;
  readonly stands: boolean;
}

/** A steward declines an idea, in public and with a reason. Its authors may appeal to another steward. */
@Injectable()
export class DeclineIdea {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly stages: Stages,
    appeals: Appeals,
  ) {
    appeals.register(IDEA_DECLINED, {
      prefix: 'decline',
      find: async (tx, decisionId) => {
        const decline = await this.find(tx, decisionId);
        const row = decline && (await this.ideas.lock(tx, decline.ideaId));
        if (!decline || !row) return null;
        const idea = await this.ideas.factsOf(tx, row);
        return {
          ideaId: idea.id,
          againstId: decline.actorId,
          stands: decline.stands && row.stage === 'DECLINED',
          concerned: [idea.authorId, ...idea.coAuthorIds],
          steward: (viewer) => stewardFactsOf(tx, viewer, [idea]),
        };
      },
      overturn: async (tx, decisionId, viewer, reason) => {
        const decline = await this.find(tx, decisionId);
        const row = decline && (await this.ideas.lock(tx, decline.ideaId));
        if (!decline || !row) throw new NotFoundError('That decision');
        const to = decline.fromStage as Parameters<Stages['move']>[2]['to'];
        const moved = await this.stages.move(tx, row, { to, gate: [], reason, actorId: viewer.person.id });
        if (!moved.ok) throw new Error(`An idea that was declined in ${to} cannot go back there.`);
      },
    });
  }

  execute(
    viewer: SignedInViewer,
    command: { readonly ideaId: string; readonly reason: string | null },
  ): Promise<Decision<{ readonly ideaId: string }, DeclineIdeaReason>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const acting = await asOfNow(tx, viewer);
      const steward = await stewardFactsOf(tx, acting, [await this.ideas.factsOf(tx, row)]);
      const decision = declineIdea(command, { ...steward, stage: row.stage });
      if (!decision.ok) return decision;

      const { reason } = decision.value;
      const moved = await this.stages.move(tx, row, { to: 'DECLINED', gate: [], reason, actorId: viewer.person.id });
      return moved.ok ? accept({ ideaId: row.id }) : moved;
    });
  }

  private find(tx: Tx, decisionId: string): Promise<Decline | undefined> {
    return tx.one<Decline>(sql`
      select c.idea_id as "ideaId", c.from_stage as "fromStage", c.actor_id as "actorId",
        c.number = (select max(number) from stage_changes n where n.idea_id = c.idea_id) as stands
      from stage_changes c where c.id = ${decisionId} and c.to_stage = 'DECLINED'`);
  }
}
