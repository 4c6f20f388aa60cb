import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations to the table, names for the table only, sessions with a question and an answer, and leaving. */
export class GiveServiceUsersPower1790101020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`alter table venture_seats
      -- what the person is called at this table where they are not named
      add column alias text not null default '',
      -- read by the coordinating team and nobody else
      add column access_needs text not null default '',
      add column left_at timestamptz,
      add constraint venture_seats_left_is_nobody_check check (left_at is null or (alias = '' and access_needs = '' and not name_shown))`);
    await db.query(
      `create unique index venture_seats_alias_once_key on venture_seats (venture_id, lower(alias)) where alias <> ''`,
    );
    await db.query(`
      create table seat_invitations (
        id            uuid constraint seat_invitations_pk primary key,
        venture_id    uuid not null constraint seat_invitations_venture_fk references ventures (id),
        token_hash    bytea not null constraint seat_invitations_token_key unique,
        asked         text not null,
        time_paid     text not null,
        expenses_paid text not null,
        access        text not null,
        places        integer not null constraint seat_invitations_places_check check (places between 1 and 20),
        -- how many took it up, and never who: whoever sent the link must not learn who answers to which name
        taken         integer not null default 0 constraint seat_invitations_not_overfull_check check (taken between 0 and places),
        invited_by_id uuid not null constraint seat_invitations_invited_by_fk references people (id),
        invited_at    timestamptz not null,
        expires_at    timestamptz not null,
        withdrawn_at  timestamptz
      )`);
    await db.query(`create index seat_invitations_venture_idx on seat_invitations (venture_id, invited_at)`);
    await db.query(`create index seat_invitations_invited_by_idx on seat_invitations (invited_by_id)`);
    await db.query(`
      create table venture_sessions (
        id            uuid constraint venture_sessions_pk primary key,
        venture_id    uuid not null constraint venture_sessions_venture_fk references ventures (id),
        question      text not null,
        held_on       date not null,
        -- told to the table only
        place         text not null default '',
        access        text not null default '',
        planned_by_id uuid not null constraint venture_sessions_planned_by_fk references people (id),
        planned_at    timestamptz not null
      )`);
    await db.query(`create index venture_sessions_venture_idx on venture_sessions (venture_id, held_on)`);
    await db.query(`create index venture_sessions_planned_by_idx on venture_sessions (planned_by_id)`);
    await db.query(`alter table users_said
      add column session_id uuid constraint users_said_session_fk references venture_sessions (id),
      add column answered_at timestamptz`);
    await db.query(`update users_said set answered_at = recorded_at where changed <> ''`);
    await db.query(
      `create unique index users_said_one_per_session_key on users_said (session_id) where session_id is not null`,
    );
    await db.query(`create index users_said_session_idx on users_said (session_id)`);
    await db.query(
      `alter table users_said add constraint users_said_answered_check check ((answered_at is not null) = (changed <> ''))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table users_said drop constraint users_said_answered_check`);
    await db.query(`alter table users_said drop column session_id, drop column answered_at`);
    await db.query(`drop table venture_sessions`);
    await db.query(`drop table seat_invitations`);
    // Whoever left the table sits there again as far as the version before knows; their seat is taken away instead.
    await db.query(`delete from seat_views v using venture_seats s
      where s.venture_id = v.venture_id and s.person_id = v.person_id and s.left_at is not null`);
    await db.query(`delete from venture_seats where left_at is not null`);
    await db.query(`alter table venture_seats drop column alias, drop column access_needs, drop column left_at`);
  }
}
