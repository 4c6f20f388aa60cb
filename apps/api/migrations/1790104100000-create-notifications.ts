import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people follow, what they were told, and how they want to hear of it. */
export class CreateNotifications1790104100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table follows (
        -- an idea, a project or an organisation: rows of three tables, so no foreign key
        subject_type text not null constraint follows_subject_type_check check (subject_type in ('Idea', 'Venture', 'Organisation')),
        subject_id   uuid not null,
        person_id    uuid not null constraint follows_person_fk references people (id),
        reason       text not null constraint follows_reason_check check (reason in ('AUTHOR', 'VOTED', 'COMMENTED', 'CHOSEN')),
        -- kept when somebody stops, so that their next vote or comment does not start it again
        stopped      boolean not null default false,
        created_at   timestamptz not null default app_now(),
        -- who follows one thing, page by page: the order in which its news spreads
        constraint follows_pk primary key (subject_id, person_id)
      )`);
    // A comment is news to a few; on an idea that a hundred thousand voted for, they are found without reading those.
    await db.query(
      `create index follows_close_idx on follows (subject_id, person_id) where reason in ('AUTHOR', 'CHOSEN') and not stopped`,
    );
    await db.query(`create index follows_person_idx on follows (person_id, created_at desc, subject_id desc)`);

    await db.query(`
      create table notification_settings (
        person_id            uuid constraint notification_settings_pk primary key constraint notification_settings_person_fk references people (id),
        email                text not null default 'WEEKLY' constraint notification_settings_email_check check (email in ('IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE')),
        news                 boolean not null default true,
        follow_automatically boolean not null default true
      )`);

    await db.query(`
      create table notifications (
        number      bigint generated always as identity constraint notifications_pk primary key,
        -- what is published in place of the number, which would tell how much others hear
        token       uuid not null default gen_random_uuid() constraint notifications_token_key unique,
        person_id   uuid not null constraint notifications_person_fk references people (id),
        activity_id uuid not null constraint notifications_activity_fk references activities (id),
        reason      text not null constraint notifications_reason_check check (reason in ('AUTHOR', 'VOTED', 'COMMENTED', 'CHOSEN', 'TOLD')),
        -- whether it waits for the mail that gathers news
        gathered    boolean not null default false,
        created_at  timestamptz not null default app_now(),
        read_at     timestamptz,
        constraint notifications_once_per_person_key unique (activity_id, person_id)
      )`);
    await db.query(`create index notifications_person_idx on notifications (person_id, number)`);
    await db.query(`create index notifications_unread_idx on notifications (person_id, number) where read_at is null`);
    await db.query(`create index notifications_gathered_idx on notifications (person_id, number) where gathered`);
    await db.query(`create index notifications_created_idx on notifications (created_at)`);

    await db.query(`
      create table digests_due (
        person_id uuid constraint digests_due_pk primary key constraint digests_due_person_fk references people (id),
        due_at    timestamptz not null
      )`);
    await db.query(`create index digests_due_idx on digests_due (due_at)`);

    // A mail that is worded when it leaves holds no text: what is redacted meanwhile cannot be in it.
    await db.query(`alter table mails add column wording text`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table mails drop column wording`);
    for (const table of ['digests_due', 'notifications', 'notification_settings', 'follows']) {
      await db.query(`drop table ${table}`);
    }
  }
}
