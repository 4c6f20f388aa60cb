import { randomBytes } from 'node:crypto';

import type { Idea, IdeaContent, IdeaStage } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Sql, type Tx } from '../../../platform/database/index.js';
import { IdeaRow } from './idea.row.js';

/**
 * Who may not vote on an idea because they write it, beside its author, as an array. Asked by a statement after the one
 * that waits for the idea's lock: who became a co-author meanwhile is one.
 */
export function coAuthorsOf(ideaId: Sql): Sql {
  return sql`array(select c.person_id from idea_co_authors c where c.idea_id = ${ideaId})`;
}

@Injectable()
export class IdeaStore {
  async add(tx: Tx, idea: IdeaRow): Promise<void> {
    await tx.manager.insert(IdeaRow, idea);
  }

  /** The idea, locked against merge, withdrawal, every other transition and every vote until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<IdeaRow | null> {
    return tx.manager.findOne(IdeaRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * The idea as a voter needs it: kept from being moved, merged or withdrawn, but not from other voters nor from the
   * tail, which writes counters into the same row.
   */
  async share(tx: Tx, id: string): Promise<Omit<Idea, 'coAuthorIds'> | null> {
    const found = await tx.one<Omit<Idea, 'coAuthorIds'>>(sql`
      select i.id, i.stage, i.author_id as "authorId" from ideas i where i.id = ${id} for key share of i`);
    return found ?? null;
  }

  async coAuthors(tx: Tx, ideaId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select person_id as id from idea_co_authors where idea_id = ${ideaId}`);
    return rows.map(({ id }) => id);
  }

  /** The facts that rules ask for, of a row that is locked. */
  async factsOf(tx: Tx, row: IdeaRow): Promise<Idea> {
    return { id: row.id, stage: row.stage, authorId: row.authorId, coAuthorIds: await this.coAuthors(tx, row.id) };
  }

  /** An address that is free. Two who choose the same one at once meet at `ideas_slug_key`, and the second asks again. */
  async freeSlug(tx: Tx, wanted: string): Promise<string> {
    const taken = await tx.one(sql`select from ideas where slug = ${wanted}`);
    return taken === undefined ? wanted : `${wanted}-${randomBytes(3).toString('hex')}`;
  }

  /** Replaces the text; the address, the author and the stage stay. */
  async revise(tx: Tx, id: string, content: IdeaContent, version: number, at: Date): Promise<void> {
    await tx.manager.update(
      IdeaRow,
      { id },
      {
        title: content.title,
        need: content.need,
        outcome: content.outcome,
        easyRead: content.easyRead,
        peopleServed: content.peopleServed,
        whatExists: content.whatExists,
        themes: [...content.themes],
        places: [...content.places],
        evidence: [...content.evidence],
        language: content.language,
        version,
        updatedAt: at,
      },
    );
  }

  async chooseLead(tx: Tx, id: string, organisationId: string): Promise<void> {
    await tx.manager.update(IdeaRow, { id }, { leadOrganisationId: organisationId });
  }

  /** Records a move and makes it. The caller holds the idea's lock; the record's key would stop a second mover anyway. */
  async move(
    tx: Tx,
    change: {
      readonly ideaId: string;
      readonly from: IdeaStage;
      readonly to: IdeaStage;
      readonly reason: string;
      readonly actorId: string | null;
      /** Where a merged idea leads; a move from there leads nowhere any more. */
      readonly mergedIntoId: string | null;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into stage_changes (id, idea_id, number, from_stage, to_stage, reason, actor_id, changed_at)
      select ${newId()}, ${change.ideaId}, coalesce(max(number), 0) + 1, ${change.from}, ${change.to}, ${change.reason}, ${change.actorId}::uuid, app_now()
      from stage_changes where idea_id = ${change.ideaId}`);
    await tx.query(
      sql`update ideas set stage = ${change.to}, merged_into_id = ${change.mergedIntoId} where id = ${change.ideaId}`,
    );
  }
}
