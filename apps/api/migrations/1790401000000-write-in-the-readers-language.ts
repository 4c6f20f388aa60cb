import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail in the language of whoever reads it: a new person reads in the language of the page on which they signed up, and
 * a mail remembers in which language it was worded.
 */
export class WriteInTheReadersLanguage1790401000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`alter table auth_users add column language_wish text`);
    await db.query(`alter table mails add column language text`);
    await db.query(makePerson('language', `coalesce(new.language_wish, 'en')`, 'new.language_wish := null;'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(makePerson());
    await db.query(`alter table mails drop column language`);
    await db.query(`alter table auth_users drop column language_wish`);
  }
}

/** The person of a new account, with the handle wished for or one like it that is free. */
function makePerson(column?: string, value?: string, after = ''): string {
  return `
    create or replace function make_person_of_account() returns trigger language plpgsql as $$
    declare
      wish text := coalesce(new.handle_wish, 'person');
      tried text := wish;
      made uuid;
    begin
      if not exists (select from people where id = new.id) then
        for attempt in 1..12 loop
          insert into people (id, handle, name${column === undefined ? '' : `, ${column}`})
            select new.id, tried, coalesce(nullif(new.name, ''), 'New here')${value === undefined ? '' : `, ${value}`}
            where not exists (select from freed_handles where hash = handle_hash(tried::citext))
            on conflict (handle) do nothing returning id into made;
          exit when made is not null;
          tried := left(wish, 30) || '-' || (10 ^ least(attempt, 6) + floor(random() * 9 * 10 ^ least(attempt, 6)))::bigint;
        end loop;
        if made is null then raise exception 'no handle could be found' using errcode = 'unique_violation'; end if;
      end if;
      new.handle_wish := null;
      ${after}
      return new;
    end $$`;
}
