import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their accounts and sessions, API tokens, and mail that waits to leave. */
export class CreatePeople1790000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table people (
        id            uuid constraint people_pk primary key,
        handle        citext not null constraint people_handle_key unique
                      constraint people_handle_check check (handle ~ '^[a-z][a-z0-9-]{2,39}$'),
        name          text not null constraint people_name_check check (char_length(name) between 1 and 640),
        about         text not null default '' constraint people_about_check check (char_length(about) <= 2000),
        language      text not null default 'en' constraint people_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
        steward       boolean not null default false,
        -- invented; the only kind of person that demonstration sign-in signs in
        demonstration boolean not null default false,
        created_at    timestamptz not null default app_now(),
        deleted_at    timestamptz,
        constraint people_deleted_is_nobody_check check (deleted_at is null or (not steward and about = ''))
      )`);
    await db.query(`create index people_stewards_idx on people (id) where steward`);
    // Demonstration sign-in asks at every use whether there is anybody real.
    await db.query(`create index people_not_demonstration_idx on people (id) where not demonstration`);

    await db.query(`
      create table auth_users (
        id             uuid constraint auth_users_pk primary key constraint auth_users_person_fk references people (id) on delete cascade,
        email          citext not null constraint auth_users_email_key unique,
        email_verified boolean not null default false,
        -- the account library wants a name and a picture; the name others see is the person's
        name           text not null,
        image          text,
        handle_wish    text,
        created_at     timestamptz not null default clock_timestamp(),
        updated_at     timestamptz not null default clock_timestamp()
      )`);
    // An account and its person begin in one statement, so that a crash leaves both or neither.
    await db.query(`
      create function make_person_of_account() returns trigger language plpgsql as $$
      declare
        wish text := coalesce(new.handle_wish, 'person');
        tried text := wish;
        made uuid;
      begin
        if not exists (select from people where id = new.id) then
          for attempt in 1..12 loop
            insert into people (id, handle, name) values (new.id, tried, coalesce(nullif(new.name, ''), 'New here'))
              on conflict (handle) do nothing returning id into made;
            exit when made is not null;
            tried := left(wish, 30) || '-' || (10 ^ least(attempt, 6) + floor(random() * 9 * 10 ^ least(attempt, 6)))::bigint;
          end loop;
          if made is null then raise exception 'no handle could be found' using errcode = 'unique_violation'; end if;
        end if;
        new.handle_wish := null;
        return new;
      end $$`);
    await db.query(
      `create trigger auth_users_make_person before insert on auth_users for each row execute function make_person_of_account()`,
    );

    await db.query(`
      create table auth_sessions (
        id         uuid constraint auth_sessions_pk primary key,
        user_id    uuid not null constraint auth_sessions_user_fk references auth_users (id) on delete cascade,
        token      text not null constraint auth_sessions_token_key unique,
        expires_at timestamptz not null,
        ip_address text constraint auth_sessions_no_address_check check (ip_address is null),
        user_agent text constraint auth_sessions_no_device_check check (user_agent is null),
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp()
      )`);
    await db.query(`create index auth_sessions_user_idx on auth_sessions (user_id)`);
    await db.query(`create index auth_sessions_expires_idx on auth_sessions (expires_at)`);

    await db.query(`
      create table auth_accounts (
        id                       uuid constraint auth_accounts_pk primary key,
        user_id                  uuid not null constraint auth_accounts_user_fk references auth_users (id) on delete cascade,
        provider_id              text not null,
        account_id               text not null,
        password                 text constraint auth_accounts_password_check check (password like '$argon2id$%'),
        access_token             text,
        refresh_token            text,
        id_token                 text,
        access_token_expires_at  timestamptz,
        refresh_token_expires_at timestamptz,
        scope                    text,
        created_at               timestamptz not null default clock_timestamp(),
        updated_at               timestamptz not null default clock_timestamp(),
        constraint auth_accounts_one_per_provider_key unique (provider_id, account_id)
      )`);
    await db.query(`create index auth_accounts_user_idx on auth_accounts (user_id)`);

    await db.query(`
      create table auth_verifications (
        -- a uuid, or the name of a lock the account library takes
        id         text constraint auth_verifications_pk primary key,
        identifier text not null constraint auth_verifications_identifier_key unique,
        value      text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp()
      )`);
    await db.query(`create index auth_verifications_expires_idx on auth_verifications (expires_at)`);

    await db.query(`
      create table api_tokens (
        id           uuid constraint api_tokens_pk primary key,
        person_id    uuid not null constraint api_tokens_person_fk references people (id) on delete cascade,
        name         text not null constraint api_tokens_name_check check (char_length(name) between 1 and 640),
        -- SHA-256 of 32 random bytes: nothing to guess, so nothing slow is needed
        token_hash   bytea not null constraint api_tokens_hash_key unique constraint api_tokens_hash_check check (octet_length(token_hash) = 32),
        scopes       text[] not null constraint api_tokens_scopes_check check (cardinality(scopes) > 0),
        created_at   timestamptz not null default app_now(),
        expires_at   timestamptz not null,
        last_used_on date,
        revoked_at   timestamptz,
        constraint api_tokens_expires_check check (expires_at <= created_at + interval '366 days')
      )`);
    await db.query(`create index api_tokens_person_idx on api_tokens (person_id)`);

    await db.query(`
      create table mails (
        id            uuid constraint mails_pk primary key,
        person_id     uuid constraint mails_person_fk references people (id) on delete cascade,
        -- 'person:<id>' or a hash of the address: with the event, what is told once
        recipient_key text not null,
        event         text not null,
        to_address    citext not null,
        subject       text not null,
        -- emptied when it left, with address and subject: it may hold a one-time link, and is nobody's business any more
        body          text,
        created_at    timestamptz not null default clock_timestamp(),
        due_at        timestamptz not null default clock_timestamp(),
        attempts      integer not null default 0,
        sent_at       timestamptz,
        given_up_at   timestamptz,
        constraint mails_one_per_person_and_event_key unique (recipient_key, event)
      )`);
    await db.query(`create index mails_person_idx on mails (person_id)`);
    await db.query(`create index mails_due_idx on mails (due_at) where sent_at is null and given_up_at is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['mails', 'api_tokens', 'auth_verifications', 'auth_accounts', 'auth_sessions', 'auth_users']) {
      await db.query(`drop table ${table}`);
    }
    await db.query('drop function make_person_of_account()');
    await db.query('drop table people');
  }
}
