import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan can move and an update be corrected, with what stood there before; a project says whether people at risk take part. */
export class MendWhatWasPlanned1790201300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table milestones
        -- the day that was first promised, kept when it moves
        add column first_due_on date,
        add column moved_why text not null default ''`);
    await db.query(`
      create table update_versions (
        update_id       uuid not null constraint update_versions_update_fk references updates (id),
        number          integer not null constraint update_versions_number_check check (number >= 1),
        title           text not null,
        body            text not null,
        -- why it no longer stands so
        reason          text not null constraint update_versions_reason_check check (reason <> ''),
        corrected_by_id uuid not null constraint update_versions_corrected_by_fk references people (id),
        corrected_at    timestamptz not null,
        constraint update_versions_pk primary key (update_id, number)
      )`);
    await db.query(`create index update_versions_corrected_by_idx on update_versions (corrected_by_id)`);
    // Whoever convened a project was asked; where a round founded it nobody was.
    await db.query(`alter table ventures add column safety_said_at timestamptz`);
    await db.query(
      `update ventures set safety_said_at = created_at where convened_by_id is not null or safeguarding_lead_id is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table ventures drop column safety_said_at`);
    await db.query(`drop table update_versions`);
    await db.query(`alter table milestones drop column first_due_on, drop column moved_why`);
  }
}
