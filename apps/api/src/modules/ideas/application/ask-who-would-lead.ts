import { accept, askWhoWouldLead, type AskWhoWouldLeadRefusal, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { LeadRequestStore } from '../persistence/lead-request-store.js';

export interface AskWhoWouldLeadCommand {
  readonly ideaId: string;
  readonly organisationIds: readonly string[];
  readonly note: string | null;
}

/** An author asks organisations whether they would lead. Each is told through its admins. */
@Injectable()
export class AskWhoWouldLead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly requests: LeadRequestStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AskWhoWouldLeadCommand,
  ): Promise<Decision<{ readonly ideaId: string }, AskWhoWouldLeadRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const { person } = await asOfNow(tx, viewer);
      const before = await this.requests.about(tx, row.id);
      const decision = askWhoWouldLead(command, {
        idea: await this.ideas.factsOf(tx, row),
        personId: person.id,
        known: await this.requests.known(tx, command.organisationIds),
        askedBefore: before.organisationIds,
        waiting: before.waiting,
      });
      if (!decision.ok) return decision;

      const { asked, note } = decision.value;
      await this.requests.ask(tx, row.id, { organisationIds: asked, askedById: person.id, question: note });
      for (const organisationId of asked) {
        await this.activity.append(tx, {
          kind: 'idea.lead_asked',
          subject: { type: 'Idea', id: row.id },
          ideaId: row.id,
          organisationId,
          actorId: person.id,
          // Being asked is between the two until there is an answer: a public question is a push.
          visibility: 'ORGANISATION',
          tell: await this.requests.admins(tx, organisationId),
        });
      }
      return accept({ ideaId: row.id });
    });
  }
}
