import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an author asked to lead an idea, and what organisations said to it, asked or not. */
export class AskWhoWouldLead1790202000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table lead_requests (
        id              uuid constraint lead_requests_pk primary key,
        idea_id         uuid not null constraint lead_requests_idea_fk references ideas (id),
        organisation_id uuid not null constraint lead_requests_organisation_fk references organisations (id),
        -- null: the organisation offered without having been asked
        asked_at        timestamptz,
        asked_by_id     uuid constraint lead_requests_asked_by_fk references people (id),
        question        text not null default '',
        answer          text constraint lead_requests_answer_check check (answer in ('WOULD_LEAD', 'NOT_NOW')),
        answered_at     timestamptz,
        answered_by_id  uuid constraint lead_requests_answered_by_fk references people (id),
        note            text not null default '',
        constraint lead_requests_one_per_organisation_key unique (idea_id, organisation_id),
        constraint lead_requests_asked_or_answered_check check (asked_at is not null or answered_at is not null),
        constraint lead_requests_answered_check check ((answer is null) = (answered_at is null))
      )`);
    await db.query(
      `create index lead_requests_organisation_idx on lead_requests (organisation_id, asked_at) where answered_at is null`,
    );
    await db.query(`create index lead_requests_organisation_fk_idx on lead_requests (organisation_id)`);
    for (const column of ['asked_by', 'answered_by']) {
      await db.query(
        `create index lead_requests_${column}_idx on lead_requests (${column}_id) where ${column}_id is not null`,
      );
    }
    // Who leads something alike: the liveliest ideas that have a lead are looked through, and no more.
    await db.query(`create index ideas_led_idx on ideas (trending desc, id) where lead_organisation_id is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index ideas_led_idx`);
    await db.query(`drop table lead_requests`);
  }
}
