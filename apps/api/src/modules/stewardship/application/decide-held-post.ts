import {
  accept,
  type Decision,
  decideHeldPost,
  type DecideHeldPostRefusal,
  type HeldPostDecision,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { MutationGuards, NotFoundError } from '../../../platform/graphql/index.js';
import { type HeldPost, HeldPostStore } from '../persistence/held-post-store.js';
import { StewardActs } from './steward-acts.js';

export interface DecideHeldPostCommand {
  readonly postId: string | undefined;
  readonly decision: HeldPostDecision;
  readonly reason: string | null;
}

export type DecideHeldPostReason =
  | DecideHeldPostRefusal
  | { readonly code: 'CANNOT_BE_PUBLISHED'; readonly because: string };

const PERSON_BLOCKED = 'PERSON_BLOCKED';

/** A steward answers a first post that waits: it is published as its writer's, or declined with a reason they are told. */
@Injectable()
export class DecideHeldPost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: HeldPostStore,
    private readonly guards: MutationGuards,
    private readonly activity: ActivityLog,
    private readonly acts: StewardActs,
  ) {
    acts.register(PERSON_BLOCKED, (tx, act) => this.block(tx, act.subjectId));
  }

  execute(
    viewer: SignedInViewer,
    { postId, decision: answer, reason }: DecideHeldPostCommand,
  ): Promise<Decision<{ readonly postId: string; readonly blockProposed: boolean }, DecideHeldPostReason>> {
    return this.unitOfWork.run(async (tx) => {
      const { person } = await asOfNow(tx, viewer);
      const post = postId === undefined || !person.steward ? undefined : await this.posts.lock(tx, postId);
      if (post === undefined) throw new NotFoundError('This post');
      const decision = decideHeldPost(
        { decision: answer, reason },
        {
          isSteward: person.steward,
          isInvolved: post.personId === person.id,
          isWaiting: post.status === 'WAITING',
        },
      );
      if (!decision.ok) return decision;

      const { publish, trust, proposeBlock } = decision.value;
      // The row is locked, so that two stewards do not publish it twice.
      const inTheWay = publish ? await this.publish(tx, post) : [];
      if (inTheWay.length > 0) return refuse([{ code: 'CANNOT_BE_PUBLISHED' as const, because: inTheWay.join(' ') }]);
      await this.posts.decide(tx, post.id, publish ? 'APPROVED' : 'DECLINED', decision.value.reason, person.id);
      if (trust) await this.posts.trust(tx, post.personId);
      if (proposeBlock && !(await this.acts.isPending(tx, PERSON_BLOCKED, post.personId, post.personId))) {
        await this.acts.propose(tx, viewer, {
          kind: PERSON_BLOCKED,
          subjectId: post.personId,
          content: { personId: post.personId },
        });
      }
      await this.activity.append(tx, {
        kind: publish ? 'post.approved' : 'post.declined',
        subject: { type: 'HeldPost', id: post.id },
        visibility: 'PRIVATE',
        content: publish ? {} : { reason: decision.value.reason },
        tell: [post.personId],
      });
      return accept({ postId: post.id, blockProposed: proposeBlock });
    });
  }

  /** As if its writer sent it now: what changed meanwhile is judged now. */
  private async publish(tx: Tx, post: HeldPost): Promise<readonly string[]> {
    const writer = await tx.one<{ id: string; handle: string; name: string; steward: boolean }>(sql`
      select id, handle::text, name, steward from people where id = ${post.personId} and deleted_at is null`);
    if (writer === undefined) return ['Its writer has left.'];
    const viewer = await asOfNow(tx, { person: writer, memberships: [], scopes: null, requestId: 'held-post' });
    return this.guards.replay(post.operation, post.input, viewer);
  }

  private async block(tx: Tx, personId: string): Promise<void> {
    await tx.query(
      sql`update people set blocked_at = coalesce(blocked_at, app_now()) where id = ${personId} and not steward`,
    );
    await tx.query(
      sql`update api_tokens set revoked_at = coalesce(revoked_at, app_now()) where person_id = ${personId}`,
    );
    await this.activity.append(tx, {
      kind: 'person.blocked',
      subject: { type: 'Person', id: personId },
      visibility: 'PRIVATE',
      tell: [personId],
    });
  }
}
