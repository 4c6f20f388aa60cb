import { accept, expressInterest, type Decision, type IdeaStage, type InterestReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { MandateStore } from '../persistence/mandate-store.js';
import { mayActFor, type ActingReason } from './acting.js';

export interface ExpressInterestCommand {
  readonly ideaId: string;
  readonly mandateId: string;
  /** A day, `2026-03-31`. */
  readonly boardMeetsOn: string;
  readonly note: string;
}

/** A funder says that an idea interests it, subject to its board on a day. Nothing ever counts it. */
@Injectable()
export class ExpressInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { ideaId, mandateId, ...ask }: ExpressInterestCommand,
  ): Promise<Decision<{ readonly ideaId: string }, InterestReason | ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const idea = await tx.one<{ stage: IdeaStage }>(sql`select stage from ideas where id = ${ideaId} for share`);
      if (!idea) throw new NotFoundError('That idea');
      const mandate = await this.mandates.lock(tx, mandateId);
      if (!mandate) throw new NotFoundError('That open offer');
      const allowed = mayActFor(acting, mandate.organisationId);
      if (!allowed.ok) return allowed;
      const at = await tx.now();
      const decision = expressInterest(mandate, idea, ask, at.toISOString().slice(0, 10));
      if (!decision.ok) return decision;

      const { boardMeetsOn, note } = decision.value;
      const { organisationId } = mandate;
      await tx.query(sql`
        insert into funding_interests (id, idea_id, organisation_id, mandate_id, board_meets_on, note, said_by_id, said_at)
        values (${newId()}, ${ideaId}, ${organisationId}, ${mandateId}, ${boardMeetsOn}, ${note}, ${viewer.person.id}, ${at})
        on conflict (idea_id, organisation_id) where withdrawn_at is null do update
          set mandate_id = excluded.mandate_id, board_meets_on = excluded.board_meets_on, note = excluded.note,
            said_by_id = excluded.said_by_id, said_at = excluded.said_at`);
      await this.append(tx, 'interest.expressed', { ideaId, organisationId, actorId: viewer.person.id, boardMeetsOn });
      return accept({ ideaId });
    });
  }

  /** Takes it back. Nothing to take back is no fault: nobody counted on it. */
  withdraw(
    viewer: SignedInViewer,
    { ideaId, organisationId }: { readonly ideaId: string; readonly organisationId: string },
  ): Promise<Decision<{ readonly ideaId: string }, ActingReason>> {
    return this.unitOfWork.run(async (tx) => {
      const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
      if (!allowed.ok) return allowed;
      const taken = await tx.query(sql`
        update funding_interests set withdrawn_at = app_now()
        where idea_id = ${ideaId} and organisation_id = ${organisationId} and withdrawn_at is null returning id`);
      if (taken.length > 0) {
        await this.append(tx, 'interest.withdrawn', { ideaId, organisationId, actorId: viewer.person.id });
      }
      return accept({ ideaId });
    });
  }

  private append(
    tx: Tx,
    kind: string,
    interest: { ideaId: string; organisationId: string; actorId: string; boardMeetsOn?: string },
  ) {
    const { ideaId, organisationId, actorId, boardMeetsOn } = interest;
    return this.activity.append(tx, {
      kind,
      subject: { type: 'Idea', id: ideaId },
      ideaId,
      organisationId,
      actorId,
      visibility: 'PUBLIC',
      content: boardMeetsOn === undefined ? {} : { boardMeetsOn },
    });
  }
}
