import { type At, column, defineView, extendView, idOf, isoTime } from '../../../platform/graphql/index.js';
import { sql, type Sql } from '../../../platform/database/index.js';
import { hidden, ideaPermissionFields, ideaView, ofIdeasTogether, standing } from '../../ideas/index.js';
import { personView } from '../../people/index.js';

export const commentRevisionView = defineView('CommentRevision', {
  number: column('number'),
  body: column('body'),
  writtenAt: (at) =>
    isoTime(
      sql`(select ${told(at.col('written_at'), sql`c.shown_as`)} from comments c where c.id = ${at.col('comment_id')})`,
    ),
});

/**
 * The moment of what somebody said under their name; else its day. Whoever saw somebody at a screen at that minute must
 * not find them in a discussion.
 */
function told(moment: Sql, shownAs: Sql): Sql {
  return sql`case when ${shownAs} = 'NAME' then ${moment} else date_trunc('day', ${moment}, 'UTC') end`;
}

/** Facts for what a viewer may do with a comment: never who wrote it, only whether it was the viewer. */
function writing(at: At): Sql {
  return sql`json_build_object('signedIn', ${at.viewer.person !== null}::boolean,
    'isWriter', coalesce(${at.col('person_id')} = ${at.viewer.person?.id ?? null}::uuid, false), 'removed', ${at.col('removed_at')} is not null,
    'hidden', ${hidden(at.col('id'))})`;
}

export const commentView = defineView('Comment', {
  id: idOf('comment'),
  body: column('body'),
  stance: column('stance'),
  perspective: column('perspective'),
  shownAs: column('shown_as'),
  language: column('language'),
  removed: (at) => sql`${at.col('removed_at')} is not null`,
  author: (at) =>
    at.one(
      personView,
      (person) => sql`people ${person} where ${person}.id = ${at.col('person_id')} and ${at.col('shown_as')} = 'NAME'`,
    ),
  pseudonym: (at) =>
    sql`(select p.name from idea_pseudonyms p where p.idea_id = ${at.col('idea_id')} and p.person_id = ${at.col('person_id')} and ${at.col('shown_as')} = 'PSEUDONYM')`,
  createdAt: (at) => isoTime(told(at.col('created_at'), at.col('shown_as'))),
  editedAt: (at) => isoTime(told(at.col('edited_at'), at.col('shown_as'))),
  mentions: (at) =>
    at.many(
      personView,
      (person) =>
        sql`people ${person} where ${person}.deleted_at is null and ${person}.id in (
          select m.person_id from comment_mentions m where m.comment_id = ${at.col('id')}) order by ${person}.handle`,
    ),
  version: column('version'),
  versions: (at) =>
    at.page(commentRevisionView, {
      from: (revision) => sql`comment_revisions ${revision}`,
      where: (revision) => [sql`${revision}.comment_id = ${at.col('id')}`],
      order: (revision) => ({ direction: 'desc', by: [{ expression: sql`${revision}.number`, type: 'integer' }] }),
      args: at.args,
    }),
  answers: (at) =>
    at.page(commentView, {
      from: (comment) => sql`comments ${comment}`,
      where: (comment) => [sql`${comment}.answers_id = ${at.col('id')}`],
      order: oldestFirst,
      args: at.args,
    }),
  viewerCan: (at) => at.embed({ edit: writing, remove: writing }),
});

/** By day; within it by id, which puts those without a name behind the others, in no order. A cursor tells no more. */
function oldestFirst(comment: Sql) {
  return {
    direction: 'asc' as const,
    by: [
      { expression: sql`(${comment}.created_at at time zone 'UTC')::date`, type: 'date' as const },
      { expression: sql`${comment}.id`, type: 'uuid' as const },
    ],
  };
}

extendView(ideaView, {
  commentCount: column('comments_count'),
  comments: (at) =>
    at.page(commentView, {
      from: (comment) => sql`comments ${comment}`,
      where: (comment) => [ofIdeasTogether(sql`${comment}.idea_id`, at.col('id')), sql`${comment}.answers_id is null`],
      // Funders after everybody else, whenever they wrote.
      order: (comment) => ({
        direction: 'asc',
        by: [{ expression: sql`${comment}.speaks_last::int`, type: 'integer' }, ...oldestFirst(comment).by],
      }),
      args: at.args,
    }),
});

Object.assign(ideaPermissionFields, { comment: standing });
