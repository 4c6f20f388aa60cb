import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes, their append-only history, their counters, pseudonyms, answers to concerns, and adoption interest. */
export class CreateSupport1790000300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    const perspective = (name: string) =>
      `constraint ${name} check (perspective in ('LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC'))`;
    await db.query(`
      create table votes (
        id              uuid constraint votes_pk primary key,
        idea_id         uuid not null constraint votes_idea_fk references ideas (id),
        -- null once the account is gone: the vote still counts, and leads to nobody
        person_id       uuid constraint votes_person_fk references people (id),
        -- random: what is published in place of an id that contains the time of the vote
        token           uuid not null constraint votes_token_key unique,
        perspective     text not null ${perspective('votes_perspective_check')},
        answer          text not null constraint votes_answer_check check (answer in ('SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM')),
        why             text not null default '',
        shown_as        text not null constraint votes_shown_as_check check (shown_as in ('NAME', 'PSEUDONYM')),
        organisation_id uuid constraint votes_organisation_fk references organisations (id),
        source          text not null constraint votes_source_check check (source in ('PERSON', 'IMPORT')),
        created_at      timestamptz not null,
        confirmed_at    timestamptz,
        withdrawn_at    timestamptz,
        constraint votes_answer_of_lived_experience_check check (answer = 'SUPPORT' or perspective = 'LIVED_EXPERIENCE')
      )`);
    // One vote a person an idea, whatever the concurrency. A vote taken back makes room for another.
    await db.query(
      `create unique index votes_one_per_person_per_idea_key on votes (idea_id, person_id) where withdrawn_at is null`,
    );
    await db.query(`create index votes_person_idx on votes (person_id) where person_id is not null`);
    await db.query(`create index votes_organisation_idx on votes (organisation_id) where organisation_id is not null`);
    // Which organisations stand behind an idea, without reading the votes of everybody else.
    await db.query(`
      create index votes_organisations_named_idx on votes (idea_id, organisation_id)
      where organisation_id is not null and answer = 'SUPPORT' and source = 'PERSON' and withdrawn_at is null`);
    await db.query(
      `create index votes_concerns_idx on votes (idea_id) where answer = 'COULD_HARM' and withdrawn_at is null`,
    );

    await db.query(`
      create table vote_events (
        id              uuid constraint vote_events_pk primary key,
        idea_id         uuid not null constraint vote_events_idea_fk references ideas (id),
        vote_id         uuid not null constraint vote_events_vote_fk references votes (id),
        kind            text not null constraint vote_events_kind_check check (kind in ('CAST', 'WITHDRAWN', 'SET_ASIDE', 'RESTORED', 'CONFIRMED')),
        occurred_at     timestamptz not null
      )`);
    await db.query(`create index vote_events_idea_idx on vote_events (idea_id, id)`);
    await db.query(`create index vote_events_vote_idx on vote_events (vote_id)`);
    await db.query(
      `create trigger vote_events_append_only before update or delete on vote_events for each row execute function refuse_change()`,
    );

    // Eight rows an idea, one picked at random by each vote, so that a crowd does not queue for one row.
    await db.query(`
      create table vote_counters (
        idea_id          uuid not null constraint vote_counters_idea_fk references ideas (id),
        slot             smallint not null constraint vote_counters_slot_check check (slot between 0 and 7),
        lived_experience integer not null default 0,
        practitioner     integer not null default 0,
        technologist     integer not null default 0,
        funder           integer not null default 0,
        public           integer not null default 0,
        would_not_help   integer not null default 0,
        could_harm       integer not null default 0,
        -- from files, which meet no gate: support, and the answers that are not support
        imported         integer not null default 0,
        imported_other   integer not null default 0,
        constraint vote_counters_pk primary key (idea_id, slot)
      ) with (fillfactor = 50)`);

    // Private: who is behind a pseudonym. A row that is gone cannot be asked.
    await db.query(`
      create table idea_pseudonyms (
        idea_id   uuid not null constraint idea_pseudonyms_idea_fk references ideas (id),
        person_id uuid not null constraint idea_pseudonyms_person_fk references people (id),
        name      text not null,
        constraint idea_pseudonyms_pk primary key (idea_id, person_id),
        constraint idea_pseudonyms_one_name_per_idea_key unique (idea_id, name)
      )`);
    await db.query(`create index idea_pseudonyms_person_idx on idea_pseudonyms (person_id)`);

    await db.query(`
      create table concern_answers (
        vote_id      uuid constraint concern_answers_pk primary key constraint concern_answers_vote_fk references votes (id),
        idea_id      uuid not null constraint concern_answers_idea_fk references ideas (id),
        answer       text not null,
        answered_by_id uuid constraint concern_answers_answered_by_fk references people (id),
        answered_at  timestamptz not null
      )`);
    await db.query(`create index concern_answers_idea_idx on concern_answers (idea_id)`);
    await db.query(
      `create index concern_answers_answered_by_idx on concern_answers (answered_by_id) where answered_by_id is not null`,
    );

    await db.query(`
      create table adoption_interests (
        id              uuid constraint adoption_interests_pk primary key,
        idea_id         uuid not null constraint adoption_interests_idea_fk references ideas (id),
        organisation_id uuid not null constraint adoption_interests_organisation_fk references organisations (id),
        declared_by_id  uuid constraint adoption_interests_declared_by_fk references people (id),
        level           text not null constraint adoption_interests_level_check check (level in ('WOULD_PILOT', 'WOULD_ADOPT')),
        people_served   integer not null constraint adoption_interests_people_served_check check (people_served > 0),
        note            text not null default '',
        created_at      timestamptz not null,
        withdrawn_at    timestamptz
      )`);
    await db.query(
      `create unique index adoption_interests_one_per_organisation_key on adoption_interests (idea_id, organisation_id) where withdrawn_at is null`,
    );
    await db.query(`create index adoption_interests_idea_idx on adoption_interests (idea_id, created_at, id)`);
    await db.query(`create index adoption_interests_organisation_idx on adoption_interests (organisation_id)`);
    await db.query(
      `create index adoption_interests_declared_by_idx on adoption_interests (declared_by_id) where declared_by_id is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'adoption_interests',
      'concern_answers',
      'idea_pseudonyms',
      'vote_counters',
      'vote_events',
      'votes',
    ]) {
      await db.query(`drop table ${table}`);
    }
  }
}
