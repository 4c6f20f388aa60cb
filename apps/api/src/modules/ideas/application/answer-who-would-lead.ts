import {
  accept,
  answerWhoWouldLead,
  type AnswerWhoWouldLeadRefusal,
  type Decision,
  type LeadAnswer,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { LeadRequestStore } from '../persistence/lead-request-store.js';

export interface AnswerWhoWouldLeadCommand {
  readonly ideaId: string;
  readonly organisationId: string;
  readonly answer: LeadAnswer;
  readonly note: string | null;
}

/** An organisation says, asked or not, whether it would lead an idea. Its authors are told; choosing stays theirs. */
@Injectable()
export class AnswerWhoWouldLead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly requests: LeadRequestStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AnswerWhoWouldLeadCommand,
  ): Promise<Decision<{ readonly ideaId: string }, AnswerWhoWouldLeadRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const acting = await asOfNow(tx, viewer);
      const { organisationId } = command;
      const before = await this.requests.about(tx, row.id);
      const decision = answerWhoWouldLead(command, {
        stage: row.stage,
        organisationsHeld: organisationIdsOf(acting),
        wasAsked: before.organisationIds.includes(organisationId),
      });
      if (!decision.ok) return decision;

      const personId = acting.person.id;
      await this.requests.answer(tx, row.id, { ...decision.value, organisationId, answeredById: personId });
      const { authorId, coAuthorIds } = await this.ideas.factsOf(tx, row);
      await this.activity.append(tx, {
        kind: decision.value.answer === 'WOULD_LEAD' ? 'idea.lead_offered' : 'idea.lead_declined',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        organisationId,
        actorId: personId,
        visibility: 'PUBLIC',
        tell: [authorId, ...coAuthorIds].filter((id) => id !== personId),
      });
      return accept({ ideaId: row.id });
    });
  }
}
