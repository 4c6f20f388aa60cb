import {
  accept,
  type ChangeStageRefusal,
  type Decision,
  withdrawIdea,
  type WithdrawIdeaRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { Stages } from './stages.js';

export type WithdrawIdeaReason = WithdrawIdeaRefusal | ChangeStageRefusal;

/** The author takes an idea back, before anybody was asked for money. Its page stays, and says so. */
@Injectable()
export class WithdrawIdea {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly stages: Stages,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly ideaId: string; readonly reason: string | null },
  ): Promise<Decision<{ readonly ideaId: string }, WithdrawIdeaReason>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const decision = withdrawIdea(command.reason, await this.ideas.factsOf(tx, row), viewer.person.id);
      if (!decision.ok) return decision;

      const moved = await this.stages.move(tx, row, {
        to: 'WITHDRAWN',
        gate: [],
        reason: decision.value.reason,
        actorId: viewer.person.id,
      });
      return moved.ok ? accept({ ideaId: row.id }) : moved;
    });
  }
}
