import { accept, answerCoAuthorInvitation, type AnswerCoAuthorRefusal, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../persistence/idea-store.js';

/** Somebody who was invited says whether they write the idea too. Whoever writes it keeps no vote on it. */
@Injectable()
export class AnswerCoAuthorInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly ideaId: string; readonly accept: boolean },
  ): Promise<Decision<{ readonly ideaId: string }, AnswerCoAuthorRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const personId = viewer.person.id;
      const invitation = await tx.one(sql`
        select from co_author_invitations where idea_id = ${row.id} and person_id = ${personId} and answered_at is null for update`);
      const idea = await this.ideas.factsOf(tx, row);
      const decision = answerCoAuthorInvitation(command, { idea, invited: invitation !== undefined });
      if (!decision.ok) return decision;

      await tx.query(sql`
        update co_author_invitations set answered_at = app_now(), accepted = ${command.accept}
        where idea_id = ${row.id} and person_id = ${personId}`);
      if (!command.accept) return accept({ ideaId: row.id });
      await tx.query(sql`
        insert into idea_co_authors (idea_id, person_id, joined_at) values (${row.id}, ${personId}, app_now()) on conflict do nothing`);
      // Support listens: a vote of theirs goes in this transaction, under the lock that keeps new ones out.
      await this.activity.append(tx, {
        kind: 'idea.co_author_joined',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        actorId: personId,
        visibility: 'PUBLIC',
      });
      return accept({ ideaId: row.id });
    });
  }
}
