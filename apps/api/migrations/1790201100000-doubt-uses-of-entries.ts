import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uses of what is in the shared library are confirmed each year and open to doubt, as those of components are; and a return says of research what an entry says. */
export class DoubtUsesOfEntries1790201100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table entry_uses
        add column id uuid not null default gen_random_uuid() constraint entry_uses_id_key unique,
        add column version text not null default '',
        -- a team or a role, not a person's address
        add column whom_to_ask text not null default '',
        add column confirmed_at timestamptz,
        add column ended_at timestamptz,
        add column reminded_at timestamptz`);
    await db.query(`update entry_uses set confirmed_at = declared_at`);
    await db.query(`alter table entry_uses alter column confirmed_at set not null, alter column id drop default`);
    await db.query(
      `create index entry_uses_to_remind_idx on entry_uses (greatest(confirmed_at, reminded_at)) where ended_at is null`,
    );
    await db.query(`
      create table entry_use_doubts (
        id           uuid constraint entry_use_doubts_pk primary key,
        use_id       uuid not null constraint entry_use_doubts_use_fk references entry_uses (id),
        reason       text not null constraint entry_use_doubts_reason_check check (reason <> ''),
        raised_by_id uuid not null constraint entry_use_doubts_raised_by_fk references people (id),
        raised_at    timestamptz not null,
        answer       text,
        answered_at  timestamptz,
        constraint entry_use_doubts_answered_check check ((answer is null) = (answered_at is null))
      )`);
    await db.query(
      `create unique index entry_use_doubts_one_open_key on entry_use_doubts (use_id, raised_by_id) where answered_at is null`,
    );
    await db.query(`create index entry_use_doubts_use_idx on entry_use_doubts (use_id, raised_at)`);
    await db.query(`create index entry_use_doubts_raised_by_idx on entry_use_doubts (raised_by_id)`);
    await db.query(`
      alter table returns
        add column method text,
        add column studied_on date,
        add column sample text,
        add column confidence text constraint returns_confidence_check check (confidence in ('LOW', 'MEDIUM', 'HIGH')),
        add column withdrawal_contact text`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table returns drop column method, drop column studied_on, drop column sample, drop column confidence, drop column withdrawal_contact`,
    );
    await db.query(`drop table entry_use_doubts`);
    await db.query(`drop index entry_uses_to_remind_idx`);
    await db.query(`delete from entry_uses where ended_at is not null`);
    await db.query(
      `alter table entry_uses drop column id, drop column version, drop column whom_to_ask, drop column confirmed_at, drop column ended_at, drop column reminded_at`,
    );
  }
}
