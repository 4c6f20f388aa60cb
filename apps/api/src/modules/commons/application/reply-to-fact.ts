import { accept, replyToFact, type Decision, type OpennessFact, type ReplyRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';

/** Sets an organisation's own words beside a fact about it, and keeps the day something was last shared. */
@Injectable()
export class ReplyToFact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
  ) {
    activity.whenever('entry.published', async (tx, { organisationId, occurredAt }) => {
      if (organisationId === undefined) return;
      await tx.query(sql`update organisations set last_shared_at = ${occurredAt} where id = ${organisationId}`);
    });
  }

  execute(
    viewer: SignedInViewer,
    {
      organisationId,
      fact,
      reply,
    }: { readonly organisationId: string; readonly fact: OpennessFact; readonly reply: string },
  ): Promise<Decision<{ readonly organisationId: string }, ReplyRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const decision = replyToFact(reply, { isAdmin: belongsTo(acting, organisationId, 'ADMIN') });
      if (!decision.ok) return decision;
      await tx.query(sql`
        insert into openness_replies (organisation_id, fact, reply, replied_by_id, replied_at)
        values (${organisationId}, ${fact}, ${decision.value.reply}, ${viewer.person.id}, app_now())
        on conflict on constraint openness_replies_one_per_fact_key do update
          set reply = excluded.reply, replied_by_id = excluded.replied_by_id, replied_at = excluded.replied_at`);
      await this.activity.append(tx, {
        kind: 'organisation.replied',
        subject: { type: 'Organisation', id: organisationId },
        organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { fact },
      });
      return accept({ organisationId });
    });
  }
}
