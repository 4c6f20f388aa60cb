import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders of promises, why one was opened again, what was seen at an address, files as evidence, money let go with a promise. */
export class TimePromises1790102010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table obligation_reminders (
        obligation_id uuid not null constraint obligation_reminders_obligation_fk references obligations (id),
        kind          text not null constraint obligation_reminders_kind_check check (kind in
                      ('DUE_IN_A_MONTH', 'DUE_IN_A_WEEK', 'OVERDUE', 'FUNDERS', 'STEWARDS')),
        -- the date it was about: of the promise, or of what was submitted for it
        about_on      date not null,
        sent_at       timestamptz not null,
        constraint obligation_reminders_once_key primary key (obligation_id, kind, about_on)
      )`);
    await db.query(`
      alter table obligations
        add column reopened_because text constraint obligations_reopened_because_check check (reopened_because in
          ('VERSION', 'LICENCE', 'DEPENDENCY', 'WITHDRAWN')),
        add column reopened_at timestamptz,
        add constraint obligations_reopened_check check (state <> 'REOPENED' or (reopened_because is not null and reopened_at is not null)) not valid`);
    await db.query(`create index obligations_waiting_idx on obligations (id) where state = 'SUBMITTED'`);
    await db.query(`create index waivers_open_idx on waivers (proposed_at) where status = 'OPEN'`);
    await db.query(`
      alter table returns
        add column release text constraint returns_release_check check (char_length(release) between 1 and 100),
        add column address_seen text constraint returns_address_seen_check check (address_seen in ('ANSWERED', 'NOT_REACHED')),
        add column address_seen_at timestamptz,
        -- SHA-256 of what answered, up to the size that is looked at
        add column address_hash bytea constraint returns_address_hash_check check (octet_length(address_hash) = 32),
        add constraint returns_address_seen_when_check check ((address_seen is null) = (address_seen_at is null)),
        drop constraint returns_something_shared_check`);
    await db.query(`
      create table return_files (
        return_id uuid not null constraint return_files_return_fk references returns (id),
        upload_id uuid not null constraint return_files_upload_key unique constraint return_files_upload_fk references uploads (id),
        constraint return_files_pk primary key (return_id, upload_id)
      )`);
    // What is shared is an address, a text or files; the files are rows of their own, so this is asked at the commit.
    await db.query(`
      create function assert_return_shares_something() returns trigger language plpgsql as $$
      begin
        if not exists (select from returns r where r.id = new.id
          and (r.address is not null or r.body is not null or exists (select from return_files f where f.return_id = r.id))) then
          raise exception 'return % shares nothing', new.id using errcode = 'check_violation', constraint = 'returns_something_shared_check';
        end if;
        return null;
      end $$`);
    await db.query(`
      create constraint trigger returns_something_shared after insert or update on returns
        deferrable initially deferred for each row execute function assert_return_shares_something()`);
    await db.query(`
      alter table waivers
        -- how much of the agreed money was for this output, in the currency of its round
        add column release_minor bigint constraint waivers_release_check check (release_minor > 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table waivers drop column release_minor');
    await db.query('drop trigger returns_something_shared on returns');
    await db.query('drop function assert_return_shares_something()');
    await db.query('drop table return_files');
    await db.query(`
      alter table returns drop column release, drop column address_seen, drop column address_seen_at, drop column address_hash,
        add constraint returns_something_shared_check check (address is not null or body is not null) not valid`);
    await db.query('drop index waivers_open_idx');
    await db.query('drop index obligations_waiting_idx');
    await db.query(
      'alter table obligations drop constraint obligations_reopened_check, drop column reopened_because, drop column reopened_at',
    );
    await db.query('drop table obligation_reminders');
  }
}
