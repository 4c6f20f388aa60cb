import type { MergeStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface StoredMerge {
  readonly id: string;
  readonly fromIdeaId: string;
  readonly intoIdeaId: string;
  readonly status: MergeStatus;
  readonly proposedById: string | null;
  readonly fromAuthorAgreed: boolean;
  readonly intoAuthorAgreed: boolean;
  readonly stageBefore: string | null;
}

/** Proposals that one idea goes up in another, and what became of them. */
@Injectable()
export class MergeStore {
  /** `idea_merges_one_open_per_idea_key` stops a second open one. */
  async propose(
    tx: Tx,
    merge: Pick<StoredMerge, 'fromIdeaId' | 'intoIdeaId' | 'proposedById' | 'fromAuthorAgreed' | 'intoAuthorAgreed'> & {
      readonly reason: string;
    },
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into idea_merges (id, from_idea_id, into_idea_id, reason, status, proposed_by_id, proposed_at, from_author_agreed_at, into_author_agreed_at)
      values (${id}, ${merge.fromIdeaId}, ${merge.intoIdeaId}, ${merge.reason}, 'PROPOSED', ${merge.proposedById}, app_now(),
        case when ${merge.fromAuthorAgreed} then app_now() end, case when ${merge.intoAuthorAgreed} then app_now() end)`);
    return id;
  }

  async openFrom(tx: Tx, ideaId: string): Promise<boolean> {
    const row = await tx.one(
      sql`select from idea_merges where from_idea_id = ${ideaId} and status in ('PROPOSED', 'MERGED')`,
    );
    return row !== undefined;
  }

  /** Read without a lock, to learn which ideas to lock first. */
  async find(tx: Tx, id: string | undefined): Promise<StoredMerge | null> {
    return id === undefined ? null : ((await tx.one<StoredMerge>(merge(id, false))) ?? null);
  }

  /** Ideas before merges, everywhere: the caller holds the locks of both. */
  async lock(tx: Tx, id: string): Promise<StoredMerge | null> {
    return (await tx.one<StoredMerge>(merge(id, true))) ?? null;
  }

  async agree(tx: Tx, id: string, sides: { readonly from: boolean; readonly into: boolean }): Promise<void> {
    await tx.query(sql`
      update idea_merges set from_author_agreed_at = coalesce(from_author_agreed_at, case when ${sides.from} then app_now() end),
        into_author_agreed_at = coalesce(into_author_agreed_at, case when ${sides.into} then app_now() end) where id = ${id}`);
  }

  async decide(
    tx: Tx,
    id: string,
    decision: { status: 'MERGED' | 'DECLINED'; byId: string; reason: string; stageBefore: string | null },
  ): Promise<void> {
    await tx.query(sql`
      update idea_merges set status = ${decision.status}, decided_by_id = ${decision.byId}, decided_at = app_now(),
        decision_reason = ${decision.reason}, stage_before = ${decision.stageBefore} where id = ${id}`);
  }

  async undo(tx: Tx, id: string, byId: string, reason: string): Promise<void> {
    await tx.query(sql`
      update idea_merges set status = 'UNDONE', undone_by_id = ${byId}, undone_at = app_now(), undo_reason = ${reason} where id = ${id}`);
  }

  async objected(tx: Tx, mergeId: string, personId: string): Promise<boolean> {
    return (
      (await tx.one(sql`select from merge_objections where merge_id = ${mergeId} and person_id = ${personId}`)) !==
      undefined
    );
  }

  async object(tx: Tx, mergeId: string, personId: string, reason: string, movedBack: boolean): Promise<void> {
    await tx.query(sql`
      insert into merge_objections (id, merge_id, person_id, reason, moved_back, objected_at)
      values (${newId()}, ${mergeId}, ${personId}, ${reason}, ${movedBack}, app_now())`);
  }
}

function merge(id: string, locked: boolean) {
  const row = sql`
    select id, from_idea_id as "fromIdeaId", into_idea_id as "intoIdeaId", status, proposed_by_id as "proposedById",
      from_author_agreed_at is not null as "fromAuthorAgreed", into_author_agreed_at is not null as "intoAuthorAgreed",
      stage_before as "stageBefore"
    from idea_merges where id = ${id}`;
  return locked ? sql`${row} for update` : row;
}
