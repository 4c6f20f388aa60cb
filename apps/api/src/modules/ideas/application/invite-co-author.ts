import { accept, type Decision, inviteCoAuthor, type InviteCoAuthorRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayReach } from '../../people/index.js';
import { IdeaStore } from '../persistence/idea-store.js';

/** An author asks somebody to write the idea with them. Asked again, it is the same question. */
@Injectable()
export class InviteCoAuthor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly ideaId: string; readonly handle: string },
  ): Promise<Decision<{ readonly ideaId: string }, InviteCoAuthorRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const handle = command.handle.trim().replace(/^@/, '').replaceAll('\u0000', '').toWellFormed();
      const invitee = await tx.one<{ id: string }>(sql`
        select id from people where handle = ${handle}::citext and deleted_at is null for share`);
      const idea = await this.ideas.factsOf(tx, row);
      const decision = inviteCoAuthor({
        idea,
        personId: viewer.person.id,
        inviteeId: invitee?.id ?? null,
        mayReach: invitee !== undefined && (await mayReach(tx, viewer.person.id, invitee.id)),
      });
      if (!decision.ok) return decision;

      const { inviteeId } = decision.value;
      await tx.query(sql`
        insert into co_author_invitations (idea_id, person_id, invited_by_id, invited_at)
        values (${row.id}, ${inviteeId}, ${viewer.person.id}, app_now())
        on conflict (idea_id, person_id) do update set invited_by_id = excluded.invited_by_id, invited_at = excluded.invited_at,
          answered_at = null, accepted = null`);
      await this.activity.append(tx, {
        kind: 'idea.co_author_invited',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        actorId: viewer.person.id,
        visibility: 'PRIVATE',
        tell: [inviteeId],
      });
      return accept({ ideaId: row.id });
    });
  }
}
