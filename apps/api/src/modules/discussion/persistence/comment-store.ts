import {
  mayMention,
  type MentionedBy,
  mentionedHandles,
  type Mentioned,
  type IdeaStage,
  type WrittenComment,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, timelessId, type Tx } from '../../../platform/database/index.js';
import { shareProject } from '../../people/index.js';

export interface StoredComment {
  readonly id: string;
  readonly ideaId: string;
  readonly personId: string | null;
  readonly body: string | null;
  readonly version: number;
  readonly shownAs: string;
}

export interface MentionedPerson extends Mentioned {
  readonly id: string;
}

/** A text can hold more handles than may be mentioned; no more than this are looked up to say so. */
const MOST_LOOKED_UP = 50;

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
    const id = comment.shownAs === 'NAME' ? newId() : timelessId();
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

  /** Who wrote what a comment answers. */
  async writerOf(tx: Tx, commentId: string | null): Promise<string | null> {
    if (commentId === null) return null;
    const row = await tx.one<{ personId: string | null }>(sql`
      select person_id as "personId" from comments where id = ${commentId} and removed_at is null`);
    return row?.personId ?? null;
  }

  /** The people a text mentions, and whether its writer may mention each. Read again at every wording of a comment. */
  async mentioned(tx: Tx, writerId: string, body: string | null): Promise<readonly MentionedPerson[]> {
    const handles = mentionedHandles(body ?? '').slice(0, MOST_LOOKED_UP);
    if (handles.length === 0) return [];
    const people = await tx.query<{
      id: string;
      handle: string;
      bornFrom: number | null;
      mentionedBy: MentionedBy;
      shareProject: boolean;
      year: number;
    }>(sql`
      select p.id, p.handle::text, p.born_from as "bornFrom", p.mentioned_by as "mentionedBy",
        extract(year from app_now() at time zone 'UTC')::int as year, ${shareProject(sql`p.id`, sql`${writerId}::uuid`)} as "shareProject"
      from people p where p.handle = any(${handles}::citext[]) and p.deleted_at is null and p.id <> ${writerId} order by p.handle`);
    return people.map((person) => ({ id: person.id, handle: person.handle, allowed: mayMention(person, person) }));
  }

  /** Whom the comment mentions from now on. Answers those whom it did not mention before. */
  async mention(tx: Tx, commentId: string, mentioned: readonly MentionedPerson[]): Promise<readonly string[]> {
    const ids = mentioned.map(({ id }) => id);
    await tx.query(
      sql`delete from comment_mentions where comment_id = ${commentId} and person_id <> all(${ids}::uuid[])`,
    );
    const news = await tx.query<{ id: string }>(sql`
      insert into comment_mentions (comment_id, person_id) select ${commentId}, person_id from unnest(${ids}::uuid[]) as person_id
      on conflict do nothing returning person_id as id`);
    return news.map(({ id }) => id);
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
    await tx.query(sql`delete from comment_mentions where comment_id = ${id}`);
    await tx.query(sql`delete from comment_revisions where comment_id = ${id}`);
    await tx.query(sql`update comments set body = null, removed_at = app_now() where id = ${id}`);
  }
}
