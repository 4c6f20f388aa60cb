import type { Idea } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { MergeStore, type StoredMerge } from '../persistence/merge-store.js';

type LockedIdea = NonNullable<Awaited<ReturnType<IdeaStore['lock']>>>;

export interface LockedPair {
  readonly fromRow: LockedIdea;
  readonly intoRow: LockedIdea;
  readonly from: Idea;
  readonly into: Idea;
  readonly roundOpen: boolean;
}

/** The two ideas of a merge, locked in one order, so that two merges and the votes between them cannot deadlock. */
@Injectable()
export class MergePairs {
  constructor(
    private readonly ideas: IdeaStore,
    private readonly merges: MergeStore,
  ) {}

  async lock(tx: Tx, fromId: string, intoId: string): Promise<LockedPair> {
    const rows = new Map<string, LockedIdea | null>();
    for (const id of [...new Set([fromId, intoId])].toSorted()) rows.set(id, await this.ideas.lock(tx, id));
    const [fromRow, intoRow] = [rows.get(fromId), rows.get(intoId)];
    if (!fromRow || !intoRow) throw new NotFoundError('That idea');
    const round = await tx.one(
      sql`select from funding_rounds where idea_id = ${fromId} and status in ('OPEN', 'CLOSING')`,
    );
    return {
      fromRow,
      intoRow,
      from: await this.ideas.factsOf(tx, fromRow),
      into: await this.ideas.factsOf(tx, intoRow),
      roundOpen: round !== undefined,
    };
  }

  /** The pair of a merge, and the merge, locked after them. */
  async lockMerge(tx: Tx, mergeId: string | undefined): Promise<LockedPair & { readonly merge: StoredMerge }> {
    const found = await this.merges.find(tx, mergeId);
    if (found === null) throw new NotFoundError('That proposal');
    const pair = await this.lock(tx, found.fromIdeaId, found.intoIdeaId);
    const merge = await this.merges.lock(tx, found.id);
    if (merge === null) throw new NotFoundError('That proposal');
    return { ...pair, merge };
  }
}
