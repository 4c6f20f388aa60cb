import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ventures: who is in them, what they agreed, plan, tell, decide and report, and how they end. */
export class CreateVentures1790000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table ventures (
        id                      uuid constraint ventures_pk primary key,
        slug                    text not null constraint ventures_slug_key unique,
        title                   text not null,
        summary                 text not null default '',
        language                text not null default 'en',
        status                  text not null constraint ventures_status_check check (status in ('CONVENING', 'ACTIVE', 'HANDED_OVER', 'STOPPED')),
        phase                   text not null default 'DISCOVERY'
                                constraint ventures_phase_check check (phase in ('DISCOVERY', 'PROTOTYPE', 'PILOT', 'SERVICE')),
        involves_people_at_risk boolean not null default false,
        safeguarding_lead_id    uuid constraint ventures_safeguarding_lead_fk references people (id),
        -- absent where a round that succeeded made it
        convened_by_id          uuid constraint ventures_convened_by_fk references people (id),
        created_at              timestamptz not null,
        -- when the first money was agreed
        started_at              timestamptz,
        ended_at                timestamptz,
        -- how it ended early, told well
        stopped_why             text,
        learned                 text,
        next_for_users          text,
        constraint ventures_ended_check check ((status in ('HANDED_OVER', 'STOPPED')) = (ended_at is not null)),
        constraint ventures_stopped_is_told_check check ((status = 'STOPPED') = (stopped_why is not null and learned is not null)),
        constraint ventures_active_has_started_check check (status not in ('ACTIVE', 'HANDED_OVER') or started_at is not null),
        constraint ventures_safeguarding_check check (not involves_people_at_risk or safeguarding_lead_id is not null)
      )`);
    await db.query(`create index ventures_newest_idx on ventures (created_at, id)`);
    await db.query(
      `create index ventures_safeguarding_lead_idx on ventures (safeguarding_lead_id) where safeguarding_lead_id is not null`,
    );
    await db.query(
      `create index ventures_convened_by_idx on ventures (convened_by_id) where convened_by_id is not null`,
    );

    await db.query(`
      create table venture_ideas (
        venture_id uuid not null constraint venture_ideas_venture_fk references ventures (id),
        -- an idea has one venture: two that each believe they deliver it would both count its money
        idea_id    uuid not null constraint venture_ideas_one_venture_per_idea_key unique constraint venture_ideas_idea_fk references ideas (id),
        joined_at  timestamptz not null,
        constraint venture_ideas_pk primary key (venture_id, idea_id)
      )`);
    await db.query(`
      create table venture_members (
        venture_id      uuid not null constraint venture_members_venture_fk references ventures (id),
        organisation_id uuid not null constraint venture_members_organisation_fk references organisations (id),
        role            text not null constraint venture_members_role_check check (role in ('LEAD', 'FUNDER', 'PARTNER')),
        joined_at       timestamptz not null,
        constraint venture_members_pk primary key (venture_id, organisation_id)
      )`);
    await db.query(`create index venture_members_organisation_idx on venture_members (organisation_id)`);
    await db.query(
      `create unique index venture_members_one_lead_key on venture_members (venture_id) where role = 'LEAD'`,
    );

    await db.query(`
      create table venture_seats (
        venture_id uuid not null constraint venture_seats_venture_fk references ventures (id),
        person_id  uuid not null constraint venture_seats_person_fk references people (id),
        kind       text not null constraint venture_seats_kind_check check (kind in ('SERVICE_USER', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER')),
        -- whether the page names the person; a service user is not named unless they choose it
        name_shown boolean not null,
        taken_at   timestamptz not null,
        constraint venture_seats_one_per_person_key primary key (venture_id, person_id)
      )`);
    await db.query(`create index venture_seats_person_idx on venture_seats (person_id)`);
    await db.query(`
      create table venture_team (
        venture_id uuid not null constraint venture_team_venture_fk references ventures (id),
        person_id  uuid not null constraint venture_team_person_fk references people (id),
        role       text not null constraint venture_team_role_check check (role in
                   ('LEAD', 'COORDINATOR', 'PRODUCT', 'RESEARCH', 'DESIGN', 'DEVELOPMENT', 'DATA', 'COMMUNITY', 'SAFEGUARDING', 'FINANCE')),
        joined_at  timestamptz not null,
        constraint venture_team_pk primary key (venture_id, person_id, role)
      )`);
    await db.query(`create index venture_team_person_idx on venture_team (person_id)`);

    await db.query(`
      create table agendas (
        venture_id  uuid not null constraint agendas_venture_fk references ventures (id),
        version     integer not null constraint agendas_version_check check (version > 0),
        text        text not null,
        change_note text not null default '',
        author_id   uuid not null constraint agendas_author_fk references people (id),
        created_at  timestamptz not null,
        constraint agendas_pk primary key (venture_id, version)
      )`);
    await db.query(`create index agendas_author_idx on agendas (author_id)`);
    await db.query(`
      create table agenda_signatures (
        venture_id      uuid not null,
        version         integer not null,
        organisation_id uuid not null constraint agenda_signatures_organisation_fk references organisations (id),
        signed_by_id    uuid not null constraint agenda_signatures_signed_by_fk references people (id),
        signed_at       timestamptz not null,
        constraint agenda_signatures_one_per_version_key primary key (venture_id, version, organisation_id),
        constraint agenda_signatures_agenda_fk foreign key (venture_id, version) references agendas (venture_id, version)
      )`);
    await db.query(`create index agenda_signatures_organisation_idx on agenda_signatures (organisation_id)`);
    await db.query(`create index agenda_signatures_signed_by_idx on agenda_signatures (signed_by_id)`);
    // A signature is of the words that stood: it is neither moved to another version nor taken back.
    await db.query(
      `create trigger agenda_signatures_append_only before update or delete on agenda_signatures for each row execute function refuse_change()`,
    );

    await db.query(`
      create table seat_views (
        venture_id  uuid not null,
        person_id   uuid not null,
        phase       text not null constraint seat_views_phase_check check (phase in ('PROTOTYPE', 'PILOT', 'SERVICE')),
        seat        text not null constraint seat_views_seat_check check (seat in ('SERVICE_USER', 'PRACTITIONER')),
        agrees      boolean not null,
        why         text not null default '',
        recorded_at timestamptz not null,
        constraint seat_views_pk primary key (venture_id, phase, person_id),
        constraint seat_views_holder_fk foreign key (venture_id, person_id) references venture_seats (venture_id, person_id),
        constraint seat_views_no_has_a_why_check check (agrees or why <> '')
      )`);
    await db.query(`create index seat_views_holder_idx on seat_views (venture_id, person_id)`);
    await db.query(`
      create table phase_changes (
        venture_id    uuid not null constraint phase_changes_venture_fk references ventures (id),
        to_phase      text not null,
        from_phase    text not null,
        reason        text not null default '',
        against       text[] not null default '{}',
        changed_by_id uuid not null constraint phase_changes_changed_by_fk references people (id),
        changed_at    timestamptz not null,
        constraint phase_changes_pk primary key (venture_id, to_phase),
        constraint phase_changes_against_has_a_reason_check check (against = '{}' or reason <> '')
      )`);
    await db.query(`create index phase_changes_changed_by_idx on phase_changes (changed_by_id)`);

    await db.query(`
      create table milestones (
        id              uuid constraint milestones_pk primary key,
        venture_id      uuid not null constraint milestones_venture_fk references ventures (id),
        phase           text not null constraint milestones_phase_check check (phase in ('DISCOVERY', 'PROTOTYPE', 'PILOT', 'SERVICE')),
        title           text not null,
        owner_id        uuid not null constraint milestones_owner_fk references people (id),
        due_on          date not null,
        completed_on    date,
        completed_by_id uuid constraint milestones_completed_by_fk references people (id),
        evidence        text,
        evidence_url    text,
        created_at      timestamptz not null,
        constraint milestones_done_with_evidence_check check ((completed_on is null) = (evidence is null) and (completed_on is null) = (completed_by_id is null))
      )`);
    await db.query(`create index milestones_venture_idx on milestones (venture_id, due_on)`);
    await db.query(`create index milestones_owner_idx on milestones (owner_id)`);
    await db.query(
      `create index milestones_completed_by_idx on milestones (completed_by_id) where completed_by_id is not null`,
    );
    await db.query(`
      create table milestone_needs (
        milestone_id uuid not null constraint milestone_needs_milestone_fk references milestones (id),
        needs_id     uuid not null constraint milestone_needs_needs_fk references milestones (id),
        constraint milestone_needs_pk primary key (milestone_id, needs_id),
        constraint milestone_needs_another_check check (milestone_id <> needs_id)
      )`);
    await db.query(`create index milestone_needs_needs_idx on milestone_needs (needs_id)`);

    await db.query(`
      create table updates (
        id           uuid constraint updates_pk primary key,
        venture_id   uuid not null constraint updates_venture_fk references ventures (id),
        title        text not null,
        body         text not null,
        language     text not null default 'en',
        author_id    uuid not null constraint updates_author_fk references people (id),
        saved_at     timestamptz not null,
        -- null: a draft of its author
        published_at timestamptz,
        constraint updates_published_has_words_check check (published_at is null or body <> '')
      )`);
    await db.query(
      `create index updates_venture_idx on updates (venture_id, published_at, id) where published_at is not null`,
    );
    await db.query(`create index updates_author_idx on updates (author_id)`);
    await db.query(`create index updates_of_venture_idx on updates (venture_id)`);

    await db.query(`
      create table venture_decisions (
        id             uuid constraint venture_decisions_pk primary key,
        venture_id     uuid not null constraint venture_decisions_venture_fk references ventures (id),
        decided        text not null,
        why            text not null,
        turned_down    text not null default '',
        recorded_by_id uuid not null constraint venture_decisions_recorded_by_fk references people (id),
        recorded_at    timestamptz not null
      )`);
    await db.query(`create index venture_decisions_venture_idx on venture_decisions (venture_id, recorded_at)`);
    await db.query(`create index venture_decisions_recorded_by_idx on venture_decisions (recorded_by_id)`);

    await db.query(`
      create table users_said (
        id             uuid constraint users_said_pk primary key,
        venture_id     uuid not null constraint users_said_venture_fk references ventures (id),
        said           text not null,
        changed        text not null,
        -- a small number of people is never stored, only that it was small
        people         integer constraint users_said_people_check check (people >= 5),
        people_under   integer constraint users_said_people_under_check check (people_under = 5),
        heard_on       date not null,
        recorded_by_id uuid not null constraint users_said_recorded_by_fk references people (id),
        recorded_at    timestamptz not null,
        constraint users_said_people_or_band_check check ((people is null) <> (people_under is null))
      )`);
    await db.query(`create index users_said_venture_idx on users_said (venture_id, heard_on)`);
    await db.query(`create index users_said_recorded_by_idx on users_said (recorded_by_id)`);

    await db.query(`
      create table progress_values (
        id             uuid constraint progress_values_pk primary key,
        venture_id     uuid not null constraint progress_values_venture_fk references ventures (id),
        indicator      text not null,
        unit           text not null constraint progress_values_unit_check check (unit in ('PEOPLE', 'NUMBER', 'PERCENT', 'DAYS', 'MONEY')),
        value          numeric(21, 6),
        under          integer constraint progress_values_under_check check (under = 5),
        period_from    date not null,
        period_to      date not null,
        recorded_by_id uuid not null constraint progress_values_recorded_by_fk references people (id),
        recorded_at    timestamptz not null,
        constraint progress_values_period_check check (period_to >= period_from),
        constraint progress_values_value_or_band_check check ((value is null) <> (under is null)),
        constraint progress_values_few_people_banded_check check (unit <> 'PEOPLE' or value is null or value = 0 or value >= 5)
      )`);
    await db.query(`create index progress_values_venture_idx on progress_values (venture_id, indicator, period_from)`);
    await db.query(`create index progress_values_recorded_by_idx on progress_values (recorded_by_id)`);

    await db.query(`
      create table venture_handovers (
        venture_id     uuid constraint venture_handovers_pk primary key constraint venture_handovers_venture_fk references ventures (id),
        model          text not null constraint venture_handovers_model_check check (model in
                       ('JOINT_VENTURE', 'CO_OPERATIVE', 'FOUNDATION_UNIT', 'EXISTING_ORGANISATION', 'COMMUNITY_MAINTAINED', 'OTHER')),
        owner_name     text not null,
        from_day       date not null,
        needs          text not null,
        recorded_by_id uuid not null constraint venture_handovers_recorded_by_fk references people (id),
        recorded_at    timestamptz not null
      )`);
    await db.query(`create index venture_handovers_recorded_by_idx on venture_handovers (recorded_by_id)`);

    // Rounds come first and knew no venture yet; a venture's money must point at a venture that exists.
    await db.query(`
      do $$ begin
        if to_regclass('funding_rounds') is not null then
          alter table funding_rounds add constraint funding_rounds_venture_fk foreign key (venture_id) references ventures (id);
        end if;
      end $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table if exists funding_rounds drop constraint if exists funding_rounds_venture_fk`);
    for (const table of [
      'venture_handovers',
      'progress_values',
      'users_said',
      'venture_decisions',
      'updates',
      'milestone_needs',
      'milestones',
      'phase_changes',
      'seat_views',
      'agenda_signatures',
      'agendas',
      'venture_team',
      'venture_seats',
      'venture_members',
      'venture_ideas',
      'ventures',
    ]) {
      await db.query(`drop table ${table}`);
    }
  }
}
