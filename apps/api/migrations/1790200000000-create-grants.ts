import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What funders gave elsewhere before, and the prefix under which they publish what they give. */
export class CreateGrants1790200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table organisations add grants_prefix text
        constraint organisations_grants_prefix_check check (grants_prefix ~ '^360G-[A-Za-z0-9][A-Za-z0-9-]{0,39}$')`);
    await db.query(
      `create unique index organisations_grants_prefix_key on organisations (lower(grants_prefix)) where grants_prefix is not null`,
    );
    await db.query(`
      create table earlier_grants (
        id              uuid constraint earlier_grants_pk primary key,
        organisation_id uuid not null constraint earlier_grants_organisation_fk references organisations (id),
        -- as the funder's own file names it: the same file twice is the same grants
        grant_id        text not null,
        title           text not null,
        recipient       text not null,
        recipient_id    text not null,
        currency        char(3) not null,
        amount_minor    bigint not null constraint earlier_grants_amount_check check (amount_minor > 0),
        awarded_on      date not null,
        imported_by_id  uuid not null constraint earlier_grants_imported_by_fk references people (id),
        imported_at     timestamptz not null,
        constraint earlier_grants_one_per_id_key unique (organisation_id, grant_id)
      )`);
    await db.query(
      `create index earlier_grants_newest_idx on earlier_grants (organisation_id, awarded_on desc, id desc)`,
    );
    await db.query(`create index earlier_grants_imported_by_idx on earlier_grants (imported_by_id)`);
    // Counted when a file comes in, so that a page costs the same whatever a funder gave.
    await db.query(`
      create table earlier_grant_sums (
        organisation_id uuid not null constraint earlier_grant_sums_organisation_fk references organisations (id),
        currency        char(3) not null,
        grants          integer not null constraint earlier_grant_sums_grants_check check (grants > 0),
        amount_minor    numeric not null,
        first_on        date not null,
        last_on         date not null,
        constraint earlier_grant_sums_pk primary key (organisation_id, currency)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table earlier_grant_sums`);
    await db.query(`drop table earlier_grants`);
    await db.query(`drop index organisations_grants_prefix_key`);
    await db.query(`alter table organisations drop grants_prefix`);
  }
}
