import type { IdeaStage, WrittenComment } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface StoredComment {
  readonly id: string;
  readonly ideaId: string;
  readonly personId: string | null;
  readonly body: string | null;
  readonly version: number;
  readonly shownAs: string;
}

@Injectable()
export class CommentStore {
  /** The idea a comment is about, kept from being merged away meanwhile. */
  async about(tx: Tx, ideaId: string): Promise<{ readonly stage: IdeaStage; readonly language: string } | undefined> {
    return tx.one(sql`select stage, language from ideas where id = ${ideaId} for key share`);
  }

  /** What an answer would answer: a comment, an answer already (too deep), or nothing that is there. */
  async answered(
    tx: Tx,
    ideaId: string,
    commentId: string | null,
  ): Promise<'NOTHING' | 'COMMENT' | 'ANSWER' | 'MISSING'> {
    if (commentId === null) return 'NOTHING';
    const row = await tx.one<{ isAnswer: boolean }>(sql`
      select answers_id is not null as "isAnswer" from comments where id = ${commentId} and idea_id = ${ideaId}`);
    return row === undefined ? 'MISSING' : row.isAnswer ? 'ANSWER' : 'COMMENT';
  }

  async add(
    tx: Tx,
    comment: WrittenComment & {
      readonly ideaId: string;
      readonly answersId: string | null;
      readonly personId: string;
      readonly language: string;
    },
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      with comment as (
        insert into comments (id, idea_id, answers_id, person_id, perspective, stance, shown_as, body, language, created_at)
        values (${id}, ${comment.ideaId}, ${comment.answersId}, ${comment.personId}, ${comment.perspective}, ${comment.stance},
                ${comment.shownAs}, ${comment.body}, ${comment.language}, app_now())
        returning id, body, created_at
      )
      insert into comment_revisions (comment_id, number, body, written_at) select id, 1, body, created_at from comment`);
    return id;
  }

  async lock(tx: Tx, id: string): Promise<StoredComment | undefined> {
    return tx.one(sql`
      select id, idea_id as "ideaId", person_id as "personId", body, version, shown_as as "shownAs" from comments where id = ${id} for update`);
  }

  async edit(tx: Tx, comment: StoredComment, body: string): Promise<void> {
    await tx.query(sql`
      with comment as (
        update comments set body = ${body}, version = version + 1, edited_at = app_now() where id = ${comment.id}
        returning id, version, body, edited_at
      )
      insert into comment_revisions (comment_id, number, body, written_at) select id, version, body, edited_at from comment`);
  }

  /** The mark stays; the words go, from every version. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`delete from comment_revisions where comment_id = ${id}`);
    await tx.query(sql`update comments set body = null, removed_at = app_now() where id = ${id}`);
  }
}
