import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What components are for, where their files are looked at again, and who uses them. */
export class GrowComponents1790107100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table components
        add column functions text[] not null default '{}',
        -- what the licence that counts lets one do; null until it was worked out
        add column licence_use text constraint components_licence_use_check
          check (licence_use in ('ANY_USE', 'SHARE_ITS_CHANGES', 'SHARE_THE_WHOLE', 'ASK_A_PERSON')),
        -- where its file was fetched from and is looked at again; null when a person brought it
        add column metadata_url text,
        add column based_on text[] not null default '{}',
        -- whom its file names as users: a claim of its maintainers
        add column claimed_users text[] not null default '{}',
        add column checked_at timestamptz,
        add column seen_at timestamptz,
        -- an address that does not answer is an observation, never a reason to block
        add column unreachable_since timestamptz,
        add column unreachable_because text,
        add constraint components_unreachable_check check ((unreachable_since is null) = (unreachable_because is null))`);
    await db.query(`create index components_functions_idx on components using gin (functions)`);
    await db.query(`create index components_languages_idx on components using gin (languages)`);
    await db.query(`create index components_based_on_idx on components using gin (based_on) where based_on <> '{}'`);
    await db.query(`create index components_released_idx on components (release_date) where release_date is not null`);
    await db.query(`create index components_licence_use_idx on components (licence_use)`);
    await db.query(
      `create index components_to_check_idx on components (checked_at nulls first, id) where metadata_url is not null`,
    );
    await db.query(
      `create index components_maintained_by_idx on components using gin (immutable_unaccent(maintained_by) gin_trgm_ops) where maintained_by is not null`,
    );
    // A file that was fetched by itself came from nobody.
    await db.query(`alter table component_sources alter column received_by_id drop not null`);
    await db.query(`alter table component_sources add column fetched_from text`);

    await db.query(`
      create table component_uses (
        id              uuid constraint component_uses_pk primary key,
        component_id    uuid not null constraint component_uses_component_fk references components (id),
        organisation_id uuid not null constraint component_uses_organisation_fk references organisations (id),
        what_for        text not null,
        since           date not null,
        version         text not null default '',
        whom_to_ask     text not null default '',
        declared_by_id  uuid not null constraint component_uses_declared_by_fk references people (id),
        declared_at     timestamptz not null,
        confirmed_at    timestamptz not null,
        ended_at        timestamptz
      )`);
    await db.query(
      `create unique index component_uses_one_per_organisation_key on component_uses (component_id, organisation_id) where ended_at is null`,
    );
    await db.query(`create index component_uses_component_idx on component_uses (component_id, confirmed_at)`);
    await db.query(`create index component_uses_organisation_idx on component_uses (organisation_id)`);
    await db.query(`create index component_uses_declared_by_idx on component_uses (declared_by_id)`);
    await db.query(`
      create table component_use_doubts (
        id           uuid constraint component_use_doubts_pk primary key,
        use_id       uuid not null constraint component_use_doubts_use_fk references component_uses (id),
        reason       text not null constraint component_use_doubts_reason_check check (reason <> ''),
        raised_by_id uuid not null constraint component_use_doubts_raised_by_fk references people (id),
        raised_at    timestamptz not null,
        answer       text,
        answered_at  timestamptz,
        constraint component_use_doubts_answered_check check ((answer is null) = (answered_at is null))
      )`);
    await db.query(
      `create unique index component_use_doubts_one_open_key on component_use_doubts (use_id, raised_by_id) where answered_at is null`,
    );
    await db.query(`create index component_use_doubts_use_idx on component_use_doubts (use_id, raised_at)`);
    await db.query(`create index component_use_doubts_raised_by_idx on component_use_doubts (raised_by_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop index if exists components_functions_idx, components_languages_idx, components_based_on_idx, components_released_idx, components_licence_use_idx, components_to_check_idx, components_maintained_by_idx`,
    );
    await db.query(`drop table component_use_doubts`);
    await db.query(`drop table component_uses`);
    await db.query(`delete from component_sources where received_by_id is null`);
    await db.query(`alter table component_sources alter column received_by_id set not null, drop column fetched_from`);
    await db.query(`
      alter table components drop column functions, drop column licence_use, drop column metadata_url, drop column based_on,
        drop column claimed_users, drop column checked_at, drop column seen_at, drop column unreachable_since,
        drop column unreachable_because`);
  }
}
