import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs that are told what happens, and how far each of them was told. */
export class CreateWebhooks1790104300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table webhooks (
        id         uuid constraint webhooks_pk primary key,
        person_id  uuid not null constraint webhooks_person_fk references people (id),
        address    text not null constraint webhooks_address_check check (char_length(address) <= 2000),
        -- an idea, a project or an organisation; everything when absent
        about_id   uuid,
        kinds      text[] not null default '{}',
        -- the last place of the sealed log that it was told, or that was not for it
        position   bigint not null,
        attempts   integer not null default 0,
        due_at     timestamptz not null default clock_timestamp(),
        -- set when it did not answer for three days
        stopped_at timestamptz,
        created_at timestamptz not null default app_now()
      )`);
    await db.query(`create index webhooks_person_idx on webhooks (person_id, created_at)`);
    await db.query(`create index webhooks_due_idx on webhooks (due_at) where stopped_at is null`);

    // First answers, kept as they happen, so that how long people wait is never counted over all that was ever said.
    await db.query(`
      create table first_answers (
        idea_id     uuid constraint first_answers_pk primary key constraint first_answers_idea_fk references ideas (id),
        logged_at   timestamptz not null,
        answered_at timestamptz not null
      )`);
    await db.query(`create index first_answers_logged_idx on first_answers (logged_at)`);
    await db.query(`
      insert into first_answers (idea_id, logged_at, answered_at)
      select i.id, i.created_at, min(c.created_at) from ideas i join comments c on c.idea_id = i.id
      where c.person_id is distinct from i.author_id group by i.id`);
    await db.query(`create index ideas_created_idx on ideas (created_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index ideas_created_idx`);
    await db.query(`drop table first_answers`);
    await db.query(`drop table webhooks`);
  }
}
