import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the site team decides and is told: reports, texts that are withheld, redactions, held posts, votes set aside. */
export class CreateStewardship1790105000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table people
        -- named for reports that somebody may be at risk
        add column safeguarding boolean not null default false,
        -- may read and take their data with them, and change nothing
        add column blocked_at timestamptz,
        -- the first posts were looked at
        add column trusted_at timestamptz`);
    await db.query(
      `alter table people add constraint people_safeguarding_is_a_steward_check check (not safeguarding or steward)`,
    );

    await db.query(`
      create table reports (
        id             uuid constraint reports_pk primary key,
        subject_type   text not null constraint reports_subject_type_check check (subject_type ~ '^[a-zA-Z-]+$'),
        subject_id     uuid not null,
        idea_id        uuid constraint reports_idea_fk references ideas (id),
        organisation_id uuid constraint reports_organisation_fk references organisations (id),
        reason         text not null constraint reports_reason_check check (reason in
                       ('SOMEONE_AT_RISK', 'PERSONAL_DATA', 'HARASSMENT', 'SPAM', 'UNTRUE', 'OTHER')),
        note           text not null default '',
        reporter_id    uuid constraint reports_reporter_fk references people (id),
        created_at     timestamptz not null,
        -- until when somebody should have looked
        due_at         timestamptz not null,
        status         text not null default 'OPEN' constraint reports_status_check check (status in ('OPEN', 'KEPT', 'REMOVED')),
        decided_by_id  uuid constraint reports_decided_by_fk references people (id),
        decided_at     timestamptz,
        decision_note  text not null default '',
        constraint reports_decided_check check ((status = 'OPEN') = (decided_at is null))
      )`);
    // One open report of a reason about a thing by a person: pressing twice is one report.
    await db.query(
      `create unique index reports_one_open_key on reports (subject_id, reporter_id, reason) where status = 'OPEN'`,
    );
    await db.query(
      `create index reports_queue_idx on reports ((reason = 'SOMEONE_AT_RISK') desc, due_at, id) where status = 'OPEN'`,
    );
    await db.query(`create index reports_subject_idx on reports (subject_id)`);
    await db.query(`create index reports_created_idx on reports (created_at)`);
    await db.query(`create index reports_decided_idx on reports (decided_at) where decided_at is not null`);
    for (const column of ['idea_id', 'organisation_id', 'reporter_id', 'decided_by_id']) {
      await db.query(
        `create index reports_${column.replace('_id', '')}_idx on reports (${column}) where ${column} is not null`,
      );
    }

    // What was there before it was hidden. Moved, not marked, so that no list, search, feed or export has to know of it.
    await db.query(`
      create table withheld_texts (
        subject_id  uuid not null,
        place       text not null,
        row_key     text not null,
        content     jsonb not null,
        withheld_at timestamptz not null,
        -- removed for good from then on: nobody can appeal any more
        destroy_at  timestamptz,
        constraint withheld_texts_pk primary key (subject_id, place, row_key)
      )`);
    await db.query(
      `create index withheld_texts_destroy_idx on withheld_texts (destroy_at) where destroy_at is not null`,
    );

    // That something was redacted, of which kind and where it began. Never the text, nor anything made from it.
    await db.query(`
      create table redactions (
        id             uuid constraint redactions_pk primary key,
        kind           text not null constraint redactions_kind_check check (kind ~ '^[A-Z_]+$'),
        subject_type   text,
        subject_id     uuid,
        places         integer not null constraint redactions_places_check check (places > 0),
        redacted_by_id uuid constraint redactions_redacted_by_fk references people (id),
        redacted_at    timestamptz not null
      )`);
    await db.query(`create index redactions_redacted_at_idx on redactions (redacted_at)`);
    await db.query(
      `create index redactions_redacted_by_idx on redactions (redacted_by_id) where redacted_by_id is not null`,
    );
    await db.query(`
      alter table idea_revisions
        add column redacted_at timestamptz,
        alter column fingerprint drop not null,
        drop constraint idea_revisions_salt_goes_with_text_check`);
    // A redacted text stays readable without what was taken out, and keeps nothing that was made from the whole of it.
    await db.query(`
      alter table idea_revisions
        add constraint idea_revisions_salt_goes_with_text_check check ((content is null or redacted_at is not null) = (salt is null)),
        add constraint idea_revisions_fingerprint_goes_with_text_check check (redacted_at is null or fingerprint is null)`);

    // What is append-only still lets go of words that must not be public, and of nothing else: every value that changes holds
    // the mark of what was taken out, or was a hash made from it.
    await db.query(`
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and coalesce(current_setting('openimpact.redacting', true), '') = 'on' then
          if not exists (
            select from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key)
            where n.value is distinct from o.value and key <> 'content_hash' and position('[taken out]' in n.value::text) = 0
          ) then
            return new;
          end if;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$`);

    await db.query(`
      create table held_posts (
        id            uuid constraint held_posts_pk primary key,
        person_id     uuid not null constraint held_posts_person_fk references people (id),
        operation     text not null constraint held_posts_operation_check check (operation ~ '^[a-zA-Z]+$'),
        input         jsonb not null,
        input_hash    bytea not null,
        created_at    timestamptz not null,
        status        text not null default 'WAITING' constraint held_posts_status_check check (status in ('WAITING', 'APPROVED', 'DECLINED')),
        decided_by_id uuid constraint held_posts_decided_by_fk references people (id),
        decided_at    timestamptz,
        reason        text not null default '',
        constraint held_posts_decided_check check ((status = 'WAITING') = (decided_at is null))
      )`);
    await db.query(
      `create unique index held_posts_one_waiting_key on held_posts (person_id, operation, input_hash) where status = 'WAITING'`,
    );
    await db.query(`create index held_posts_queue_idx on held_posts (created_at, id) where status = 'WAITING'`);
    await db.query(`create index held_posts_person_idx on held_posts (person_id)`);
    await db.query(
      `create index held_posts_decided_by_idx on held_posts (decided_by_id) where decided_by_id is not null`,
    );

    await db.query(`
      create table vote_signals (
        id            uuid constraint vote_signals_pk primary key,
        idea_id       uuid not null constraint vote_signals_idea_fk references ideas (id),
        began_at      timestamptz not null,
        ended_at      timestamptz not null,
        votes         integer not null constraint vote_signals_votes_check check (votes > 0),
        -- what the signal rests on, in figures a person can weigh
        new_accounts  integer not null,
        usual         integer not null,
        seen_at       timestamptz not null,
        status        text not null default 'OPEN' constraint vote_signals_status_check check (status in ('OPEN', 'NOTHING_WRONG', 'SET_ASIDE')),
        decided_by_id uuid constraint vote_signals_decided_by_fk references people (id),
        decided_at    timestamptz,
        reason        text not null default ''
      )`);
    await db.query(`create unique index vote_signals_one_per_burst_key on vote_signals (idea_id, began_at)`);
    await db.query(`create index vote_signals_open_idx on vote_signals (seen_at) where status = 'OPEN'`);
    await db.query(
      `create index vote_signals_decided_by_idx on vote_signals (decided_by_id) where decided_by_id is not null`,
    );

    await db.query(`
      create table vote_set_asides (
        vote_id       uuid constraint vote_set_asides_pk primary key constraint vote_set_asides_vote_fk references votes (id),
        idea_id       uuid not null constraint vote_set_asides_idea_fk references ideas (id),
        reason        text not null,
        decided_by_id uuid constraint vote_set_asides_decided_by_fk references people (id),
        decided_at    timestamptz not null,
        -- a second steward found that it should not have been
        restored_at   timestamptz,
        restored_by_id uuid constraint vote_set_asides_restored_by_fk references people (id),
        constraint vote_set_asides_second_steward_check check (restored_by_id is null or restored_by_id <> decided_by_id)
      )`);
    await db.query(`create index vote_set_asides_idea_idx on vote_set_asides (idea_id)`);
    await db.query(
      `create index vote_set_asides_decided_by_idx on vote_set_asides (decided_by_id) where decided_by_id is not null`,
    );
    await db.query(
      `create index vote_set_asides_restored_by_idx on vote_set_asides (restored_by_id) where restored_by_id is not null`,
    );

    // What the check before publishing asked an author, and what they said. The text itself is not here: a keyed hash of it
    // for a day, so that the answer is found when they send again.
    await db.query(`
      create table personal_data_questions (
        id          uuid constraint personal_data_questions_pk primary key,
        person_id   uuid not null constraint personal_data_questions_person_fk references people (id) on delete cascade,
        operation   text not null,
        field       text not null,
        kind        text not null,
        found_key   bytea,
        asked_at    timestamptz not null,
        kept_at     timestamptz
      )`);
    await db.query(
      `create unique index personal_data_questions_open_key on personal_data_questions (person_id, found_key, operation, field) where found_key is not null`,
    );
    await db.query(`create index personal_data_questions_person_idx on personal_data_questions (person_id)`);
    await db.query(
      `create index personal_data_questions_asked_idx on personal_data_questions (asked_at) where found_key is not null`,
    );

    // Attempts in a fixed window. The key is a keyed hash: of a person, or of a network address under a key of the day.
    await db.query(`
      create table rate_limits (
        kind           text not null,
        key            bytea not null,
        window_ends_at timestamptz not null,
        used           integer not null,
        constraint rate_limits_pk primary key (kind, key)
      )`);
    await db.query(`create index rate_limits_window_ends_idx on rate_limits (window_ends_at)`);

    await db.query(`
      create table identity_looks (
        id           uuid constraint identity_looks_pk primary key,
        steward_id   uuid constraint identity_looks_steward_fk references people (id),
        person_id    uuid constraint identity_looks_person_fk references people (id),
        subject_type text not null,
        subject_id   uuid not null,
        reason       text not null,
        looked_at    timestamptz not null
      )`);
    await db.query(`create index identity_looks_person_idx on identity_looks (person_id) where person_id is not null`);
    await db.query(
      `create index identity_looks_steward_idx on identity_looks (steward_id) where steward_id is not null`,
    );
    await db.query(`create index identity_looks_looked_at_idx on identity_looks (looked_at)`);

    // What an operator and the site team decide for the whole installation; changed by two, never backwards.
    await db.query(`
      alter table installation
        add column first_posts text not null default 'LINKS_HELD'
          constraint installation_first_posts_check check (first_posts in ('PUBLISHED', 'LINKS_HELD', 'HELD')),
        add column help_contacts text not null default ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`);
    await db.query(`alter table installation drop column first_posts, drop column help_contacts`);
    for (const table of [
      'identity_looks',
      'rate_limits',
      'personal_data_questions',
      'vote_set_asides',
      'vote_signals',
      'held_posts',
      'redactions',
      'withheld_texts',
      'reports',
    ])
      await db.query(`drop table ${table}`);
    // The version before knows no text without its salt: such a text is as good as redacted whole.
    await db.query(`alter table idea_revisions drop constraint idea_revisions_salt_goes_with_text_check,
      drop constraint idea_revisions_fingerprint_goes_with_text_check`);
    await db.query(
      `update idea_revisions set content = null, fingerprint = decode(repeat('00', 32), 'hex') where redacted_at is not null`,
    );
    await db.query(`
      alter table idea_revisions drop column redacted_at, alter column fingerprint set not null,
        add constraint idea_revisions_salt_goes_with_text_check check ((content is null) = (salt is null))`);
    await db.query(`alter table people drop constraint people_safeguarding_is_a_steward_check,
      drop column safeguarding, drop column blocked_at, drop column trusted_at`);
  }
}
