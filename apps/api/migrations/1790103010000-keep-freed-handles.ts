import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A handle somebody gave up, or left with their account, is nobody else's: links that others made to a person must never
 * lead to another one. Kept as a hash, because a handle may be a name.
 */
export class KeepFreedHandles1790103010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table freed_handles (
        hash      bytea constraint freed_handles_pk primary key constraint freed_handles_hash_check check (octet_length(hash) = 32),
        -- whoever gave it up may take it again; nobody, once the account is gone
        person_id uuid constraint freed_handles_person_fk references people (id),
        freed_at  timestamptz not null default app_now()
      )`);
    await db.query(`create index freed_handles_person_idx on freed_handles (person_id) where person_id is not null`);
    await db.query(`create function handle_hash(citext) returns bytea language sql immutable strict as
      $$ select sha256(convert_to(lower($1::text), 'UTF8')) $$`);
    await db.query(`
      create function keep_freed_handle() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if new.handle = old.handle then return new; end if;
          delete from freed_handles where hash = handle_hash(new.handle) and person_id = new.id;
          insert into freed_handles (hash, person_id)
            values (handle_hash(old.handle), case when new.deleted_at is null then new.id end) on conflict do nothing;
          if new.deleted_at is not null then update freed_handles set person_id = null where person_id = new.id; end if;
        end if;
        if exists (select from freed_handles where hash = handle_hash(new.handle)) then
          raise unique_violation using message = 'this handle was somebody''s', constraint = 'people_handle_key';
        end if;
        return new;
      end $$`);
    await db.query(`create trigger people_keep_freed_handle before insert or update of handle on people
      for each row execute function keep_freed_handle()`);
    await db.query(makePerson(`where not exists (select from freed_handles where hash = handle_hash(tried::citext))`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(makePerson(''));
    await db.query('drop trigger people_keep_freed_handle on people');
    await db.query('drop function keep_freed_handle()');
    await db.query('drop table freed_handles');
    await db.query('drop function handle_hash(citext)');
  }
}

/** The person of a new account, with the handle wished for or one like it that is free. */
function makePerson(free: string): string {
  return `
    create or replace function make_person_of_account() returns trigger language plpgsql as $$
    declare
      wish text := coalesce(new.handle_wish, 'person');
      tried text := wish;
      made uuid;
    begin
      if not exists (select from people where id = new.id) then
        for attempt in 1..12 loop
          insert into people (id, handle, name) select new.id, tried, coalesce(nullif(new.name, ''), 'New here') ${free}
            on conflict (handle) do nothing returning id into made;
          exit when made is not null;
          tried := left(wish, 30) || '-' || (10 ^ least(attempt, 6) + floor(random() * 9 * 10 ^ least(attempt, 6)))::bigint;
        end loop;
        if made is null then raise exception 'no handle could be found' using errcode = 'unique_violation'; end if;
      end if;
      new.handle_wish := null;
      return new;
    end $$`;
}
