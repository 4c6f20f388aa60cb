import { createHash } from 'node:crypto';

import type { FirstPosts } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { canonicalJson } from '../../../platform/activity/index.js';
import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface HeldPost {
  readonly id: string;
  readonly personId: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly status: 'WAITING' | 'APPROVED' | 'DECLINED';
}

export interface WriterFacts {
  readonly firstPosts: FirstPosts;
  readonly isTrusted: boolean;
  readonly hasPublished: boolean;
}

/** First posts that wait until somebody of the site team has looked at them: what was sent, as it was sent. */
@Injectable()
export class HeldPostStore {
  async writer(tx: Tx, personId: string): Promise<WriterFacts> {
    const row = await tx.one<WriterFacts>(sql`
      select i.first_posts as "firstPosts", p.trusted_at is not null or p.steward or p.demonstration as "isTrusted",
        exists (select from comments c where c.person_id = p.id and c.removed_at is null) or exists (select from ideas x where x.author_id = p.id)
          or exists (select from memberships m where m.person_id = p.id and m.left_at is null) as "hasPublished"
      from people p cross join installation i where p.id = ${personId}`);
    return row ?? { firstPosts: 'PUBLISHED', isTrusted: true, hasPublished: true };
  }

  /** The same post sent again is the same post. */
  async hold(tx: Tx, personId: string, operation: string, input: unknown): Promise<void> {
    const hash = createHash('sha256')
      .update(canonicalJson(JSON.parse(JSON.stringify(input))))
      .digest();
    await tx.query(sql`
      insert into held_posts (id, person_id, operation, input, input_hash, created_at)
      values (${newId()}, ${personId}, ${operation}, ${JSON.stringify(input)}::jsonb, ${hash}, app_now())
      on conflict (person_id, operation, input_hash) where status = 'WAITING' do nothing`);
  }

  async lock(tx: Tx, id: string): Promise<HeldPost | undefined> {
    return tx.one(sql`
      select id, person_id as "personId", operation, input, status from held_posts where id = ${id} for update`);
  }

  /** What was sent goes with the decision: published it stands in its own place, declined it is nobody's business. */
  async decide(tx: Tx, id: string, status: 'APPROVED' | 'DECLINED', reason: string, stewardId: string): Promise<void> {
    await tx.query(sql`
      update held_posts set status = ${status}, reason = ${reason}, decided_by_id = ${stewardId}, decided_at = app_now(),
        input = '{}', input_hash = ''
      where id = ${id}`);
  }

  async trust(tx: Tx, personId: string): Promise<void> {
    await tx.query(sql`update people set trusted_at = coalesce(trusted_at, app_now()) where id = ${personId}`);
  }
}
