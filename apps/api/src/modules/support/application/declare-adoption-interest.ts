import {
  accept,
  type AdoptionAsk,
  declareAdoptionInterest,
  type DeclareAdoptionRefusal,
  type Decision,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { AdoptionStore } from '../persistence/adoption-store.js';

export interface DeclareAdoptionInterestCommand extends AdoptionAsk {
  readonly ideaId: string;
}

/** An organisation's word that it would try an idea, or use it. May open the gate, so it takes the idea's lock. */
@Injectable()
export class DeclareAdoptionInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly adoption: AdoptionStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: DeclareAdoptionInterestCommand,
  ): Promise<Decision<{ readonly ideaId: string }, DeclareAdoptionRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const personId = viewer.person.id;
      const organisationsHeld = await this.adoption.organisationsHeld(tx, personId, command.organisationId);
      const decision = declareAdoptionInterest(command, { stage: row.stage, organisationsHeld });
      if (!decision.ok) return decision;

      const interest = decision.value;
      await this.adoption.replace(tx, row.id, personId, interest);
      await this.activity.append(tx, {
        kind: 'adoption_interest.declared',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        organisationId: interest.organisationId,
        actorId: personId,
        visibility: 'PUBLIC',
        content: { level: interest.level, peopleServed: interest.peopleServed },
      });
      return accept({ ideaId: row.id });
    });
  }
}
