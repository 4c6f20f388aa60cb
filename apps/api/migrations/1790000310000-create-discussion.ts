import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on ideas, and their earlier wordings. */
export class CreateDiscussion1790000310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table comments (
        id          uuid constraint comments_pk primary key,
        idea_id     uuid not null constraint comments_idea_fk references ideas (id),
        answers_id  uuid constraint comments_answers_fk references comments (id),
        -- null once the account is gone
        person_id   uuid constraint comments_person_fk references people (id),
        perspective text not null constraint comments_perspective_check check (perspective in
          ('LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC')),
        stance      text constraint comments_stance_check check (stance in ('SUPPORTS', 'CONCERN', 'QUESTION')),
        shown_as    text not null constraint comments_shown_as_check check (shown_as in ('NAME', 'PSEUDONYM', 'NAME_WITHHELD')),
        body        text,
        language    text not null,
        version     integer not null default 1,
        created_at  timestamptz not null,
        edited_at   timestamptz,
        removed_at  timestamptz,
        -- funders speak after others, so that money does not set the tone
        speaks_last boolean not null generated always as (perspective = 'FUNDER') stored,
        constraint comments_removed_says_nothing_check check ((removed_at is null) = (body is not null))
      )`);
    await db.query(
      `create index comments_idea_idx on comments (idea_id, (speaks_last::int), created_at, id) where answers_id is null`,
    );
    await db.query(`create index comments_all_of_idea_idx on comments (idea_id)`);
    await db.query(
      `create index comments_answers_idx on comments (answers_id, created_at, id) where answers_id is not null`,
    );
    await db.query(`create index comments_person_idx on comments (person_id) where person_id is not null`);
    await db.query(`
      create table comment_revisions (
        comment_id uuid not null constraint comment_revisions_comment_fk references comments (id),
        number     integer not null,
        body       text not null,
        written_at timestamptz not null,
        constraint comment_revisions_pk primary key (comment_id, number)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table comment_revisions`);
    await db.query(`drop table comments`);
  }
}
