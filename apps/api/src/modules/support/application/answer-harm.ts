import { accept, answerHarm, type AnswerHarmRefusal, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { raw, sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { publiclyCounted } from './public-support.js';

export interface AnswerHarmCommand {
  readonly ideaId: string;
  /** The random token of the vote that said it. */
  readonly concern: string;
  readonly answer: string;
}

/** An author answers somebody with experience who said that the idea could make things worse. Answered again, it is replaced. */
@Injectable()
export class AnswerHarm {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AnswerHarmCommand,
  ): Promise<Decision<{ readonly ideaId: string }, AnswerHarmRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const vote = await tx.one<{ id: string; personId: string | null }>(sql`
        select id, person_id as "personId" from votes where token = ${command.concern} and idea_id = any(ideas_together(${row.id})) and carried_from_id is null and answer = 'COULD_HARM' and ${publiclyCounted(raw('votes'))}`);
      const decision = answerHarm(command.answer, {
        idea: await this.ideas.factsOf(tx, row),
        personId: viewer.person.id,
        concernStands: vote !== undefined,
      });
      if (!decision.ok) return decision;

      await tx.query(sql`
        insert into concern_answers (vote_id, idea_id, answer, answered_by_id, answered_at)
        values (${vote?.id}, ${row.id}, ${decision.value.answer}, ${viewer.person.id}, app_now())
        on conflict (vote_id) do update set answer = excluded.answer, answered_by_id = excluded.answered_by_id, answered_at = excluded.answered_at`);
      await this.activity.append(tx, {
        kind: 'concern.answered',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        // Whoever said that it could do harm hears what the authors say to it; nobody else learns who that is.
        tell: vote?.personId ? [vote.personId] : [],
      });
      return accept({ ideaId: row.id });
    });
  }
}
