import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of bank statements that a person matched with a payment. No other line of a statement is ever stored. */
export class CreateBankLines1790200010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table bank_lines (
        id              uuid constraint bank_lines_pk primary key,
        -- whose statement: of who holds the money, or of the funder
        organisation_id uuid not null constraint bank_lines_organisation_fk references organisations (id),
        payment_id      uuid not null constraint bank_lines_payment_fk references payments (id),
        booked_on       date not null,
        currency        char(3) not null,
        amount_minor    bigint not null constraint bank_lines_amount_check check (amount_minor > 0),
        -- seen by payer and money holder only
        reference       text not null,
        matched_by_id   uuid not null constraint bank_lines_matched_by_fk references people (id),
        matched_at      timestamptz not null,
        constraint bank_lines_one_per_side_key unique (payment_id, organisation_id)
      )`);
    await db.query(`create index bank_lines_organisation_idx on bank_lines (organisation_id)`);
    await db.query(`create index bank_lines_matched_by_idx on bank_lines (matched_by_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table bank_lines`);
  }
}
