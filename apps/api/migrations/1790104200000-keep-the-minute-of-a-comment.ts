import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What nobody is named for tells its day and no more; mentions, and who may be mentioned. */
export class KeepTheMinuteOfAComment1790104200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);

    // An id that was made from the time would tell the minute of a comment without a name.
    await db.query(`alter table comments drop constraint comments_answers_fk`);
    await db.query(`alter table comment_revisions drop constraint comment_revisions_comment_fk`);
    await db.query(`create temporary table renamed on commit drop as
      select id as old, overlay(gen_random_uuid()::text placing 'ff' from 1 for 2)::uuid as new from comments where shown_as <> 'NAME'`);
    await db.query(`update comments c set id = r.new from renamed r where c.id = r.old`);
    await db.query(`update comments c set answers_id = r.new from renamed r where c.answers_id = r.old`);
    await db.query(`update comment_revisions c set comment_id = r.new from renamed r where c.comment_id = r.old`);
    await db.query(
      `alter table comments add constraint comments_answers_fk foreign key (answers_id) references comments (id)`,
    );
    await db.query(
      `alter table comment_revisions add constraint comment_revisions_comment_fk foreign key (comment_id) references comments (id)`,
    );

    // By day, and within a day by id: those with a name as they were written, those without one after them in no order.
    await db.query(`create index comments_thread_idx on comments
      (idea_id, (speaks_last::int), ((created_at at time zone 'UTC')::date), id) where answers_id is null`);
    await db.query(`create index comments_answers_by_day_idx on comments
      (answers_id, ((created_at at time zone 'UTC')::date), id) where answers_id is not null`);
    await db.query(`drop index comments_idea_idx`);
    await db.query(`drop index comments_answers_idx`);

    await db.query(`
      create table comment_mentions (
        comment_id uuid not null constraint comment_mentions_comment_fk references comments (id),
        person_id  uuid not null constraint comment_mentions_person_fk references people (id),
        constraint comment_mentions_pk primary key (comment_id, person_id)
      )`);
    await db.query(`create index comment_mentions_person_idx on comment_mentions (person_id)`);

    // The first of three years, one of which somebody was born in: enough to protect a minor, and no date of birth.
    await db.query(`alter table people add column born_from smallint
      constraint people_born_from_check check (born_from between 1900 and 2099 and (born_from - 1900) % 3 = 0)`);
    await db.query(`alter table people add column mentioned_by text not null default 'ANYBODY'
      constraint people_mentioned_by_check check (mentioned_by in ('ANYBODY', 'SHARED_PROJECT'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table people drop column mentioned_by`);
    await db.query(`alter table people drop column born_from`);
    await db.query(`drop table comment_mentions`);
    await db.query(
      `create index comments_answers_idx on comments (answers_id, created_at, id) where answers_id is not null`,
    );
    await db.query(
      `create index comments_idea_idx on comments (idea_id, (speaks_last::int), created_at, id) where answers_id is null`,
    );
    await db.query(`drop index comments_answers_by_day_idx`);
    await db.query(`drop index comments_thread_idx`);
  }
}
