import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every module stands on: the clock, the installation, the activity log and its seals, idempotency keys. */
export class CreatePlatform1790000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    for (const extension of ['pg_trgm', 'citext', 'unaccent'])
      await db.query(`create extension if not exists ${extension}`);

    await db.query(`
      create table installation (
        singleton     boolean constraint installation_pk primary key default true constraint installation_one_row_check check (singleton),
        -- written once, when an empty database is filled with invented people; only then may somebody sign in as one
        demonstration boolean not null default false,
        created_at    timestamptz not null default clock_timestamp()
      )`);
    await db.query(`insert into installation default values`);

    await db.query(`
      create table app_clock (
        singleton boolean constraint app_clock_pk primary key default true constraint app_clock_one_row_check check (singleton),
        shift     interval not null default '0'
      )`);
    await db.query(`insert into app_clock default values`);
    // Deadlines are compared with this after locks are held, so it must not stand still within a transaction as now() does.
    await db.query(`
      create function app_now() returns timestamptz language sql volatile parallel safe as
      $$ select clock_timestamp() + (select shift from app_clock) $$`);

    await db.query(`create function immutable_unaccent(text) returns text language sql immutable parallel safe strict as
      $$ select public.unaccent('public.unaccent'::regdictionary, $1) $$`);

    await db.query(`
      create table activities (
        id              uuid constraint activities_pk primary key,
        -- which transaction wrote it: the tail seals only what every earlier transaction can no longer precede
        xid             xid8 not null default pg_current_xact_id(),
        kind            text not null constraint activities_kind_check check (kind ~ '^[a-z_]+\\.[a-z_]+$'),
        subject_type    text not null,
        subject_id      uuid not null,
        idea_id         uuid,
        venture_id      uuid,
        organisation_id uuid,
        -- absent where naming the actor would undo a pseudonym
        actor_id        uuid,
        visibility      text not null constraint activities_visibility_check check (visibility in ('PUBLIC', 'ORGANISATION', 'PRIVATE')),
        leaf            bytea not null constraint activities_leaf_check check (octet_length(leaf) = 32),
        occurred_at     timestamptz not null
      )`);
    await db.query(`create index activities_unsealed_idx on activities (xid, id)`);
    await db.query(`create index activities_subject_idx on activities (subject_id, id)`);
    await db.query(`create index activities_idea_idx on activities (idea_id, id) where idea_id is not null`);
    await db.query(`create index activities_venture_idx on activities (venture_id, id) where venture_id is not null`);
    await db.query(
      `create index activities_organisation_idx on activities (organisation_id, id) where organisation_id is not null`,
    );
    await db.query(`create index activities_actor_idx on activities (actor_id, id) where actor_id is not null`);

    // Apart from the log, so that redaction can destroy text and salt while the leaf stays and the chain verifies.
    await db.query(`
      create table activity_contents (
        activity_id uuid constraint activity_contents_pk primary key constraint activity_contents_activity_fk references activities (id),
        salt        bytea not null constraint activity_contents_salt_check check (octet_length(salt) = 32),
        content     jsonb not null
      )`);

    await db.query(`
      create table activity_positions (
        position    bigint constraint activity_positions_pk primary key,
        activity_id uuid not null constraint activity_positions_activity_key unique constraint activity_positions_activity_fk references activities (id)
      )`);
    await db.query(`
      create table activity_seals (
        number         bigint constraint activity_seals_pk primary key,
        first_position bigint not null,
        last_position  bigint not null,
        -- where the next batch begins
        last_xid       xid8 not null,
        last_id        uuid not null,
        previous_hash  bytea not null,
        root           bytea not null,
        hash           bytea not null,
        sealed_at      timestamptz not null default clock_timestamp(),
        constraint activity_seals_range_check check (last_position >= first_position)
      )`);

    await db.query(`
      create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`);
    for (const table of ['activities', 'activity_positions', 'activity_seals']) {
      await db.query(
        `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
      );
      await db.query(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function refuse_change()`,
      );
    }

    await db.query(`
      create table idempotency_keys (
        actor_id     uuid not null,
        operation    text not null,
        key          uuid not null,
        request_hash bytea not null,
        result       jsonb,
        created_at   timestamptz not null default clock_timestamp(),
        constraint idempotency_keys_pk primary key (actor_id, operation, key)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'idempotency_keys',
      'activity_seals',
      'activity_positions',
      'activity_contents',
      'activities',
    ]) {
      await db.query(`drop table ${table}`);
    }
    await db.query('drop function refuse_change()');
    await db.query('drop function immutable_unaccent(text)');
    await db.query('drop function app_now()');
    await db.query('drop table app_clock');
    await db.query('drop table installation');
  }
}
