import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations that give something to the shared library together with the one that brought it. */
export class GiveTogether1790201200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table entry_givers (
        entry_id        uuid not null constraint entry_givers_entry_fk references commons_entries (id),
        organisation_id uuid not null constraint entry_givers_organisation_fk references organisations (id),
        asked_by_id     uuid not null constraint entry_givers_asked_by_fk references people (id),
        asked_at        timestamptz not null,
        -- null until somebody of that organisation said yes: nobody is named as giving what they did not give
        agreed_by_id    uuid constraint entry_givers_agreed_by_fk references people (id),
        agreed_at       timestamptz,
        constraint entry_givers_one_per_organisation_key primary key (entry_id, organisation_id),
        constraint entry_givers_agreed_check check ((agreed_by_id is null) = (agreed_at is null))
      )`);
    await db.query(`create index entry_givers_organisation_idx on entry_givers (organisation_id)`);
    await db.query(`create index entry_givers_asked_by_idx on entry_givers (asked_by_id)`);
    await db.query(
      `create index entry_givers_agreed_by_idx on entry_givers (agreed_by_id) where agreed_by_id is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table entry_givers`);
  }
}
