import { accept, type Decision, type HearingAsk, recordHearing, type RecordHearingRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';

export interface RecordHearingCommand extends HearingAsk {
  readonly ideaId: string;
}

/** Records a session with people who live with the need: one of the three ways of having heard them. */
@Injectable()
export class RecordHearing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordHearingCommand,
  ): Promise<Decision<{ readonly ideaId: string }, RecordHearingRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const acting = await asOfNow(tx, viewer);
      const decision = recordHearing(command, {
        idea: await this.ideas.factsOf(tx, row),
        personId: viewer.person.id,
        inLeadOrganisation: row.leadOrganisationId !== null && belongsTo(acting, row.leadOrganisationId),
        today: (await tx.now()).toISOString().slice(0, 10),
      });
      if (!decision.ok) return decision;

      const { people, heldOn, howInvited, howThanked, whatWasSaid } = decision.value;
      await tx.query(sql`
        insert into hearings (id, idea_id, people, held_on, how_invited, how_thanked, what_was_said, recorded_by_id, recorded_at)
        values (${newId()}, ${row.id}, ${people}, ${heldOn}, ${howInvited}, ${howThanked}, ${whatWasSaid}, ${viewer.person.id}, app_now())`);
      await this.activity.append(tx, {
        kind: 'hearing.recorded',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
      });
      return accept({ ideaId: row.id });
    });
  }
}
