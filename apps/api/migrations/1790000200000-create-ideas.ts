import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas, their revisions and drafts, and the policies their gates are measured by. */
export class CreateIdeas1790000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table gate_policies (
        version                 integer constraint gate_policies_pk primary key,
        votes_of_support        integer not null constraint gate_policies_votes_check check (votes_of_support > 0),
        verified_organisations  integer not null constraint gate_policies_organisations_check check (verified_organisations >= 0),
        adoption_interests      integer not null constraint gate_policies_adoption_check check (adoption_interests >= 0),
        -- below three the gate would say what small-number rules hide
        lived_experience_voices integer not null constraint gate_policies_voices_check check (lived_experience_voices >= 3),
        in_force_from           timestamptz not null
      )`);
    await db.query(`insert into gate_policies values (1, 5, 2, 1, 3, '-infinity')`);
    await db.query(
      `create trigger gate_policies_append_only before update or delete on gate_policies for each row execute function refuse_change()`,
    );

    // The dictionary is chosen by a CASE over constants: a column of type regconfig would make every dump depend on object ids.
    await db.query(`
      create function idea_search(language text, title text, need text, outcome text, people_served text)
      returns tsvector language sql immutable parallel safe as $$
        select case split_part(language, '-', 1)
          when 'en' then
            setweight(to_tsvector('english', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('english', immutable_unaccent(outcome || ' ' || people_served)), 'B') ||
            setweight(to_tsvector('english', immutable_unaccent(need)), 'C')
          when 'fr' then
            setweight(to_tsvector('french', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('french', immutable_unaccent(outcome || ' ' || people_served)), 'B') ||
            setweight(to_tsvector('french', immutable_unaccent(need)), 'C')
          when 'es' then
            setweight(to_tsvector('spanish', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('spanish', immutable_unaccent(outcome || ' ' || people_served)), 'B') ||
            setweight(to_tsvector('spanish', immutable_unaccent(need)), 'C')
          when 'de' then
            setweight(to_tsvector('german', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('german', immutable_unaccent(outcome || ' ' || people_served)), 'B') ||
            setweight(to_tsvector('german', immutable_unaccent(need)), 'C')
          else
            setweight(to_tsvector('simple', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('simple', immutable_unaccent(outcome || ' ' || people_served)), 'B') ||
            setweight(to_tsvector('simple', immutable_unaccent(need)), 'C')
        end
      $$`);

    await db.query(`
      create table ideas (
        id                   uuid constraint ideas_pk primary key,
        slug                 text not null constraint ideas_slug_key unique,
        title                text not null,
        need                 text not null,
        outcome              text not null,
        people_served        text not null,
        what_exists          text not null default '',
        themes               text[] not null default '{}',
        places               text[] not null default '{}',
        evidence             text[] not null default '{}',
        language             text not null default 'en',
        stage                text not null default 'LOGGED' constraint ideas_stage_check check (stage in
          ('LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY', 'COMMONS', 'WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED')),
        -- the policy it was logged under: a later one never applies backwards
        gate_policy          integer not null default 1 constraint ideas_gate_policy_fk references gate_policies (version),
        author_id            uuid not null constraint ideas_author_fk references people (id),
        organisation_id      uuid constraint ideas_organisation_fk references organisations (id),
        lead_organisation_id uuid constraint ideas_lead_organisation_fk references organisations (id),
        merged_into_id       uuid constraint ideas_merged_into_fk references ideas (id),
        version              integer not null default 1,
        -- 'IMPORT' when it came from a file
        source               text not null default 'PERSON' constraint ideas_source_check check (source in ('PERSON', 'IMPORT')),
        created_at           timestamptz not null,
        updated_at           timestamptz not null,

        -- what lists sort by and show; folded in by the tail, money by the transaction that moves it
        votes_support        integer not null default 0,
        organisations_count  integer not null default 0,
        adoption_count       integer not null default 0,
        comments_count       integer not null default 0,
        trending             double precision not null default 0,
        pledged_minor        bigint not null default 0 constraint ideas_pledged_check check (pledged_minor >= 0),
        target_minor         bigint constraint ideas_target_check check (target_minor > 0),
        currency             char(3),
        to_target            double precision not null generated always as (case when stage = 'FUNDING' and target_minor > 0
                               then pledged_minor::double precision / target_minor else 0 end) stored,
        search               tsvector not null generated always as (idea_search(language, title, need, outcome, people_served)) stored,
        constraint ideas_money_has_currency_check check (target_minor is null or currency is not null),
        constraint ideas_merged_points_somewhere_check check ((stage = 'MERGED') = (merged_into_id is not null)),
        constraint ideas_not_merged_into_itself_check check (merged_into_id <> id)
      )`);
    for (const [name, column] of [
      ['newest', 'created_at'],
      ['trending', 'trending'],
      ['organisations_named', 'organisations_count'],
      ['closest', 'to_target'],
    ]) {
      // Nothing is closest to a target but what raises money, so that order always comes with a stage. An index without
      // it would tempt the planner past everything that raises money.
      if (name !== 'closest') await db.query(`create index ideas_${name}_idx on ideas (${column}, id)`);
      await db.query(`create index ideas_stage_${name}_idx on ideas (stage, ${column}, id)`);
    }
    await db.query(`create index ideas_author_idx on ideas (author_id)`);
    await db.query(`create index ideas_gate_policy_idx on ideas (gate_policy)`);
    await db.query(`create index ideas_organisation_idx on ideas (organisation_id) where organisation_id is not null`);
    await db.query(
      `create index ideas_lead_organisation_idx on ideas (lead_organisation_id) where lead_organisation_id is not null`,
    );
    await db.query(`create index ideas_merged_into_idx on ideas (merged_into_id) where merged_into_id is not null`);
    await db.query(`create index ideas_themes_idx on ideas using gin (themes)`);
    await db.query(`create index ideas_places_idx on ideas using gin (places)`);
    await db.query(`create index ideas_search_idx on ideas using gin (search)`);
    await db.query(`create index ideas_title_words_idx on ideas using gin (immutable_unaccent(title) gin_trgm_ops)`);

    await db.query(`
      create table idea_revisions (
        idea_id       uuid not null constraint idea_revisions_idea_fk references ideas (id),
        number        integer not null constraint idea_revisions_number_check check (number > 0),
        author_id     uuid constraint idea_revisions_author_fk references people (id),
        -- the whole text as it stood; null with the salt once it had to be destroyed
        content       jsonb,
        salt          bytea constraint idea_revisions_salt_check check (octet_length(salt) = 32),
        fingerprint   bytea not null constraint idea_revisions_fingerprint_check check (octet_length(fingerprint) = 32),
        material      boolean not null,
        -- what looked like personal data and the author decided to keep: kind, field and place, never the text
        personal_data jsonb not null default '[]',
        created_at    timestamptz not null,
        constraint idea_revisions_pk primary key (idea_id, number),
        constraint idea_revisions_salt_goes_with_text_check check ((content is null) = (salt is null))
      )`);
    await db.query(`create index idea_revisions_author_idx on idea_revisions (author_id) where author_id is not null`);

    await db.query(`
      create table idea_co_authors (
        idea_id   uuid not null constraint idea_co_authors_idea_fk references ideas (id),
        person_id uuid not null constraint idea_co_authors_person_fk references people (id),
        joined_at timestamptz not null,
        constraint idea_co_authors_pk primary key (idea_id, person_id)
      )`);
    await db.query(`create index idea_co_authors_person_idx on idea_co_authors (person_id)`);

    await db.query(`
      create table idea_drafts (
        id        uuid constraint idea_drafts_pk primary key,
        person_id uuid not null constraint idea_drafts_person_fk references people (id),
        content   jsonb not null,
        saved_at  timestamptz not null
      )`);
    await db.query(`create index idea_drafts_person_idx on idea_drafts (person_id, saved_at)`);

    await db.query(`
      create table stage_changes (
        id         uuid constraint stage_changes_pk primary key,
        idea_id    uuid not null constraint stage_changes_idea_fk references ideas (id),
        number     integer not null,
        from_stage text not null,
        to_stage   text not null,
        -- the same record says why, where a person decided
        reason     text not null default '',
        actor_id   uuid constraint stage_changes_actor_fk references people (id),
        changed_at timestamptz not null,
        -- two transactions cannot both take an idea past the same point
        constraint stage_changes_one_after_another_key unique (idea_id, number),
        constraint stage_changes_moves_check check (from_stage <> to_stage)
      )`);
    await db.query(`create index stage_changes_actor_idx on stage_changes (actor_id) where actor_id is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['stage_changes', 'idea_drafts', 'idea_co_authors', 'idea_revisions', 'ideas'])
      await db.query(`drop table ${table}`);
    await db.query(`drop function idea_search(text, text, text, text, text)`);
    await db.query(`drop table gate_policies`);
  }
}
