import type { FollowReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { FollowStore } from '../persistence/follow-store.js';

const REASONS: readonly (readonly [kind: string, reason: FollowReason])[] = [
  ['idea.logged', 'AUTHOR'],
  ['idea.co_author_joined', 'AUTHOR'],
  ['vote.cast', 'VOTED'],
  ['comment.added', 'COMMENTED'],
];

/** Whoever logs an idea, votes or talks follows it, in the same transaction: also under a pseudonym, which nobody sees. */
@Injectable()
export class FollowOfItself {
  constructor(activity: ActivityLog, follows: FollowStore) {
    for (const [kind, reason] of REASONS) {
      activity.whenever(kind, async (tx, { ideaId, by, actorId }) => {
        const personId = by ?? actorId;
        if (ideaId === undefined || personId === undefined) return;
        await follows.followOfItself(tx, personId, { type: 'Idea', id: ideaId }, reason);
      });
    }
    activity.whenever('vote.withdrawn', async (tx, { ideaId, by }) => {
      if (ideaId !== undefined && by !== undefined) await follows.forgetVote(tx, by, ideaId);
    });
    for (const kind of ['venture.convened', 'team_member.added', 'seat.taken']) {
      activity.whenever(kind, async (tx, { ventureId, by, actorId }) => {
        const personId = by ?? actorId;
        if (ventureId === undefined || personId === undefined) return;
        await follows.followOfItself(tx, personId, { type: 'Venture', id: ventureId }, 'AUTHOR');
      });
    }
  }
}
