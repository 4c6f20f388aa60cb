import { accept, type Decision, withdrawAdoptionInterest, type WithdrawAdoptionRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { AdoptionStore } from '../persistence/adoption-store.js';

/** An organisation takes its word back. A stage that was reached with it stays reached. */
@Injectable()
export class WithdrawAdoptionInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly adoption: AdoptionStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly ideaId: string; readonly organisationId: string },
  ): Promise<Decision<{ readonly ideaId: string }, WithdrawAdoptionRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { organisationId } = command;
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const decision = withdrawAdoptionInterest(organisationId, {
        stage: row.stage,
        organisationsHeld: await this.adoption.organisationsHeld(tx, viewer.person.id, organisationId),
        declared: await this.adoption.declared(tx, row.id, organisationId),
      });
      if (!decision.ok) return decision;

      await this.adoption.withdraw(tx, row.id, organisationId);
      await this.activity.append(tx, {
        kind: 'adoption_interest.withdrawn',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
      });
      return accept({ ideaId: row.id });
    });
  }
}
