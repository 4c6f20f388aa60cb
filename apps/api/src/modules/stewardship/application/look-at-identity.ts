import { accept, checkText, type Decision, refuse, type TextFault } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { newId, rowId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { isSafeguarding } from '../persistence/steward-facts.js';

export type LookAtIdentityReason = TextFault | { readonly code: 'NOT_NAMED_FOR_SAFEGUARDING' };

export interface SeenIdentity {
  readonly handle: string;
  readonly name: string;
}

/**
 * Tells somebody named for safeguarding who wrote under a pseudonym or without a name. Every look is written down with
 * its reason, counted in public, and part of what the person looked at gets when they ask for their data.
 */
@Injectable()
export class LookAtIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    ask: { readonly subjectId: string; readonly reason: string | null },
  ): Promise<Decision<SeenIdentity, LookAtIdentityReason>> {
    return this.unitOfWork.run(async (tx) => {
      const { person } = await asOfNow(tx, viewer);
      const commentId = rowId('comment', ask.subjectId);
      if (!person.steward || commentId === undefined) throw new NotFoundError('That comment');
      const reason = checkText(ask.reason, ['input', 'reason'], { most: 500, lines: 'many' });
      const reasons: LookAtIdentityReason[] = [...reason.faults];
      if (!(await isSafeguarding(tx, person.id))) reasons.push({ code: 'NOT_NAMED_FOR_SAFEGUARDING' });
      if (reasons.length > 0) return refuse(reasons);
      const seen = await tx.one<SeenIdentity & { id: string }>(sql`
        select p.id, p.handle::text, p.name from comments c join people p on p.id = c.person_id where c.id = ${commentId}`);
      if (seen === undefined) throw new NotFoundError('That comment');
      await tx.query(sql`
        insert into identity_looks (id, steward_id, person_id, subject_type, subject_id, reason, looked_at)
        values (${newId()}, ${person.id}, ${seen.id}, 'Comment', ${commentId}, ${reason.text}, app_now())`);
      await this.activity.append(tx, {
        kind: 'identity.looked_at',
        subject: { type: 'Comment', id: commentId },
        actorId: person.id,
        visibility: 'PRIVATE',
        content: { reason: reason.text },
      });
      return accept({ handle: seen.handle, name: seen.name });
    });
  }
}
