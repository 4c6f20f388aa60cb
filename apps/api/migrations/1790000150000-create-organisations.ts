import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, who belongs to them, invitations, and acts that take two people. */
export class CreateOrganisations1790000150000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table second_person_acts (
        id             uuid constraint second_person_acts_pk primary key,
        kind           text not null constraint second_person_acts_kind_check check (kind ~ '^[A-Z_]+$'),
        subject_id     uuid not null,
        -- what is proposed; a confirmation is of exactly this
        content        jsonb not null,
        status         text not null default 'PENDING'
                       constraint second_person_acts_status_check check (status in ('PENDING', 'CONFIRMED', 'WITHDRAWN')),
        proposed_by_id uuid not null constraint second_person_acts_proposed_by_fk references people (id),
        proposed_at    timestamptz not null default app_now(),
        -- where notice may stand in for a second person: from when
        notice_ends_at timestamptz,
        decided_by_id  uuid constraint second_person_acts_decided_by_fk references people (id),
        decided_at     timestamptz,
        constraint second_person_acts_takes_two_check check (
          status <> 'CONFIRMED'
          or (decided_at is not null and (decided_by_id <> proposed_by_id or coalesce(decided_at >= notice_ends_at, false)))
        ),
        constraint second_person_acts_decided_check check ((status = 'PENDING') = (decided_at is null))
      )`);
    await db.query(
      `create unique index second_person_acts_one_pending_key on second_person_acts (kind, subject_id, (content ->> 'personId')) nulls not distinct where status = 'PENDING'`,
    );
    await db.query(`create index second_person_acts_proposed_by_idx on second_person_acts (proposed_by_id)`);
    await db.query(
      `create index second_person_acts_decided_by_idx on second_person_acts (decided_by_id) where decided_by_id is not null`,
    );

    await db.query(`
      create table organisations (
        id                        uuid constraint organisations_pk primary key,
        slug                      text not null constraint organisations_slug_key unique,
        name                      text not null constraint organisations_name_check check (char_length(name) between 1 and 640),
        kind                      text not null constraint organisations_kind_check check (kind in
                                  ('CHARITY', 'COMMUNITY_GROUP', 'SOCIAL_ENTERPRISE', 'COMPANY', 'PUBLIC_BODY', 'FOUNDATION', 'UNIVERSITY', 'OTHER')),
        about                     text not null default '' constraint organisations_about_check check (char_length(about) <= 2000),
        website                   text,
        register                  text,
        registration_number       text,
        verification              text not null default 'NONE'
                                  constraint organisations_verification_check check (verification in ('NONE', 'REQUESTED', 'NOTICE')),
        verification_note         text,
        verification_requested_by_id uuid constraint organisations_verification_requested_by_fk references people (id),
        verification_requested_at timestamptz,
        verification_act_id       uuid constraint organisations_verification_act_fk references second_person_acts (id),
        verification_declined     text,
        verified_at               timestamptz,
        -- pledges above it need a second person; null: every pledge is one person's
        approval_threshold_minor  bigint constraint organisations_approval_threshold_check check (approval_threshold_minor >= 0),
        approval_currency         char(3) not null default 'GBP',
        created_by_id             uuid constraint organisations_created_by_fk references people (id),
        created_at                timestamptz not null default app_now(),
        constraint organisations_verified_check check (verified_at is null or verification = 'NONE'),
        constraint organisations_on_notice_by_an_act_check check (verification <> 'NOTICE' or verification_act_id is not null),
        constraint organisations_registration_check check ((register is null) = (registration_number is null))
      )`);
    await db.query(`create index organisations_name_idx on organisations using gin (name gin_trgm_ops)`);
    await db.query(`create index organisations_newest_idx on organisations (created_at desc, id desc)`);
    await db.query(
      `create index organisations_to_verify_idx on organisations (verification_requested_at) where verification in ('REQUESTED', 'NOTICE')`,
    );
    await db.query(
      `create index organisations_created_by_idx on organisations (created_by_id) where created_by_id is not null`,
    );
    await db.query(
      `create index organisations_verification_requested_by_idx on organisations (verification_requested_by_id) where verification_requested_by_id is not null`,
    );
    await db.query(
      `create index organisations_verification_act_idx on organisations (verification_act_id) where verification_act_id is not null`,
    );

    await db.query(`
      create table memberships (
        id              uuid constraint memberships_pk primary key,
        organisation_id uuid not null constraint memberships_organisation_fk references organisations (id),
        person_id       uuid not null constraint memberships_person_fk references people (id),
        roles           text[] not null constraint memberships_roles_check
                        check (roles <@ array['ADMIN', 'MEMBER', 'APPROVER'] and cardinality(roles) > 0),
        joined_at       timestamptz not null default app_now(),
        left_at         timestamptz,
        constraint memberships_left_after_joined_check check (left_at >= joined_at)
      )`);
    await db.query(
      `create unique index memberships_one_active_key on memberships (organisation_id, person_id) where left_at is null`,
    );
    await db.query(`create index memberships_organisation_idx on memberships (organisation_id)`);
    await db.query(`create index memberships_person_idx on memberships (person_id)`);

    await db.query(`
      create table invitations (
        id                 uuid constraint invitations_pk primary key,
        organisation_id    uuid not null constraint invitations_organisation_fk references organisations (id),
        email              citext not null,
        roles              text[] not null constraint invitations_roles_check check (roles <@ array['ADMIN', 'MEMBER']),
        -- asked for; a second person decides once the person joined
        approver_asked_for boolean not null default false,
        token_hash         bytea not null constraint invitations_token_key unique,
        status             text not null default 'OPEN' constraint invitations_status_check check (status in ('OPEN', 'ACCEPTED', 'WITHDRAWN')),
        invited_by_id      uuid not null constraint invitations_invited_by_fk references people (id),
        accepted_by_id     uuid constraint invitations_accepted_by_fk references people (id),
        created_at         timestamptz not null default app_now(),
        expires_at         timestamptz not null
      )`);
    await db.query(
      `create unique index invitations_one_open_key on invitations (organisation_id, email) where status = 'OPEN'`,
    );
    await db.query(`create index invitations_organisation_idx on invitations (organisation_id)`);
    await db.query(`create index invitations_email_idx on invitations (email)`);
    await db.query(`create index invitations_invited_by_idx on invitations (invited_by_id)`);
    await db.query(
      `create index invitations_accepted_by_idx on invitations (accepted_by_id) where accepted_by_id is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['invitations', 'memberships', 'organisations', 'second_person_acts'])
      await db.query(`drop table ${table}`);
  }
}
