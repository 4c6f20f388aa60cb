import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes that wait for a sign-in, votes in a group session, votes recorded for somebody, and being asked again after a change. */
export class VoteWithoutAnAccount1790103200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    // Somebody's choice before they have an account, for the hours in which they open their mail. No words of theirs.
    await db.query(`
      create table kept_ballots (
        -- SHA-256 of the key in the link: whoever reads the table cannot vote with it
        key_hash    bytea constraint kept_ballots_pk primary key constraint kept_ballots_key_hash_check check (octet_length(key_hash) = 32),
        idea_id     uuid not null constraint kept_ballots_idea_fk references ideas (id),
        perspective text not null constraint kept_ballots_perspective_check check (perspective in ('LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC')),
        answer      text not null constraint kept_ballots_answer_check check (answer in ('SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM')),
        shown_as    text not null constraint kept_ballots_shown_as_check check (shown_as in ('NAME', 'PSEUDONYM')),
        expires_at  timestamptz not null
      )`);
    await db.query(`create index kept_ballots_idea_idx on kept_ballots (idea_id)`);
    await db.query(`create index kept_ballots_expires_idx on kept_ballots (expires_at)`);

    await db.query(`
      create table group_sessions (
        id              uuid constraint group_sessions_pk primary key,
        code            text not null constraint group_sessions_code_key unique constraint group_sessions_code_check check (code ~ '^[A-Z2-9]{8}$'),
        place           text not null,
        people          integer not null constraint group_sessions_people_check check (people between 1 and 200),
        opened_by_id    uuid constraint group_sessions_opened_by_fk references people (id),
        organisation_id uuid not null constraint group_sessions_organisation_fk references organisations (id),
        opened_at       timestamptz not null,
        ends_at         timestamptz not null,
        constraint group_sessions_two_hours_check check (ends_at <= opened_at + interval '2 hours')
      )`);
    await db.query(
      `create index group_sessions_opened_by_idx on group_sessions (opened_by_id, opened_at) where opened_by_id is not null`,
    );
    await db.query(`create index group_sessions_organisation_idx on group_sessions (organisation_id)`);
    await db.query(`
      create table group_session_ideas (
        session_id uuid not null constraint group_session_ideas_session_fk references group_sessions (id),
        idea_id    uuid not null constraint group_session_ideas_idea_fk references ideas (id),
        position   integer not null,
        constraint group_session_ideas_pk primary key (session_id, idea_id)
      )`);
    await db.query(`create index group_session_ideas_idea_idx on group_session_ideas (idea_id)`);

    await db.query(`
      alter table votes
        add column session_id      uuid constraint votes_session_fk references group_sessions (id),
        -- the device in the room, as a hash that leads nowhere else
        add column session_voter   bytea,
        -- who recorded it for somebody, and for which organisation they work
        add column recorded_by_id  uuid constraint votes_recorded_by_fk references people (id),
        add column recorded_for_id uuid constraint votes_recorded_for_fk references organisations (id),
        -- the revision about which the voter was asked whether they still stand by it; null once they answered
        add column asked_version   integer,
        drop constraint votes_source_check`);
    await db.query(`
      alter table votes
        add constraint votes_source_check check (source in ('PERSON', 'IMPORT', 'SESSION', 'RECORDED')),
        add constraint votes_session_check check ((source = 'SESSION') = (session_id is not null and session_voter is not null)),
        add constraint votes_recorded_check check ((source = 'RECORDED') = (recorded_for_id is not null)),
        add constraint votes_without_account_name_nobody_check check (source not in ('SESSION', 'RECORDED') or (person_id is null and organisation_id is null and why = ''))`);
    // One vote a device, an idea and a session, whatever the concurrency.
    await db.query(
      `create unique index votes_one_per_session_voter_key on votes (session_id, idea_id, session_voter) where session_id is not null`,
    );
    await db.query(
      `create index votes_apart_idx on votes (idea_id, source) where source in ('SESSION', 'RECORDED') and withdrawn_at is null`,
    );
    await db.query(
      `create index votes_recorded_by_idx on votes (recorded_by_id, idea_id) where recorded_by_id is not null`,
    );
    await db.query(`create index votes_recorded_for_idx on votes (recorded_for_id) where recorded_for_id is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index if exists votes_apart_idx`);
    await db.query(
      `delete from vote_events where vote_id in (select id from votes where source in ('SESSION', 'RECORDED'))`,
    );
    await db.query(`delete from votes where source in ('SESSION', 'RECORDED')`);
    await db.query(`
      alter table votes drop constraint votes_source_check, drop column session_id, drop column session_voter,
        drop column recorded_by_id, drop column recorded_for_id, drop column asked_version,
        drop constraint if exists votes_without_account_name_nobody_check`);
    await db.query(`alter table votes add constraint votes_source_check check (source in ('PERSON', 'IMPORT'))`);
    for (const table of ['group_session_ideas', 'group_sessions', 'kept_ballots'])
      await db.query(`drop table ${table}`);
  }
}
