import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an entry of the log is told to by name: a reminder, an answer to what somebody said, a mention. */
export class CreateAddressees1790104000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table activity_addressees (
        activity_id uuid not null constraint activity_addressees_activity_fk references activities (id),
        person_id   uuid not null constraint activity_addressees_person_fk references people (id),
        constraint activity_addressees_pk primary key (activity_id, person_id)
      )`);
    await db.query(`create index activity_addressees_person_idx on activity_addressees (person_id, activity_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table activity_addressees`);
  }
}
