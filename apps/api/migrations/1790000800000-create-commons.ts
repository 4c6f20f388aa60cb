import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shared library: entries with one address for ever, their versions, and where they came from. */
export class CreateCommons1790000800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    // The dictionary is chosen by a CASE over constants, as for ideas.
    await db.query(`
      create function entry_search(language text, title text, summary text, body text)
      returns tsvector language sql immutable parallel safe as $$
        select case split_part(language, '-', 1)
          when 'en' then
            setweight(to_tsvector('english', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('english', immutable_unaccent(summary)), 'B') ||
            setweight(to_tsvector('english', immutable_unaccent(left(coalesce(body, ''), 100000))), 'D')
          when 'fr' then
            setweight(to_tsvector('french', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('french', immutable_unaccent(summary)), 'B') ||
            setweight(to_tsvector('french', immutable_unaccent(left(coalesce(body, ''), 100000))), 'D')
          when 'es' then
            setweight(to_tsvector('spanish', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('spanish', immutable_unaccent(summary)), 'B') ||
            setweight(to_tsvector('spanish', immutable_unaccent(left(coalesce(body, ''), 100000))), 'D')
          when 'de' then
            setweight(to_tsvector('german', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('german', immutable_unaccent(summary)), 'B') ||
            setweight(to_tsvector('german', immutable_unaccent(left(coalesce(body, ''), 100000))), 'D')
          else
            setweight(to_tsvector('simple', immutable_unaccent(title)), 'A') ||
            setweight(to_tsvector('simple', immutable_unaccent(summary)), 'B') ||
            setweight(to_tsvector('simple', immutable_unaccent(left(coalesce(body, ''), 100000))), 'D')
        end
      $$`);
    await db.query(`
      create table commons_entries (
        id              uuid constraint commons_entries_pk primary key,
        -- given once: the address works for as long as there is an installation
        slug            text not null constraint commons_entries_slug_key unique,
        kind            text not null constraint commons_entries_kind_check check (kind in
          ('SOFTWARE', 'DATA_STANDARD', 'DATASET', 'USER_RESEARCH', 'IMPACT_STRATEGY', 'EVALUATION', 'DESIGN_PATTERN', 'API')),
        status          text not null constraint commons_entries_status_check check (status in ('PUBLISHED', 'WITHDRAWN')),
        title           text not null,
        summary         text not null,
        address         text,
        body            text,
        licence         text not null,
        -- what was found about the licence, and a person's word where nobody knew
        verdict         text not null constraint commons_entries_verdict_check check (verdict in ('SATISFIES', 'ASK_A_PERSON')),
        verdict_reason  text not null,
        licence_reason  text not null default '',
        language        text not null,
        themes          text[] not null default '{}',
        consent         text,
        anonymised      text,
        version         integer not null constraint commons_entries_version_check check (version >= 1),
        -- who gives it
        organisation_id uuid not null constraint commons_entries_organisation_fk references organisations (id),
        shared_by_id    uuid not null constraint commons_entries_shared_by_fk references people (id),
        -- where it came from; all absent for what an organisation gives without a venture
        obligation_id   uuid constraint commons_entries_one_per_promise_key unique constraint commons_entries_obligation_fk references obligations (id),
        idea_id         uuid constraint commons_entries_idea_fk references ideas (id),
        venture_id      uuid constraint commons_entries_venture_fk references ventures (id),
        round_id        uuid constraint commons_entries_round_fk references funding_rounds (id),
        -- set on what a venture that stopped learned: told once
        learned_from_id uuid constraint commons_entries_one_per_ending_key unique constraint commons_entries_learned_from_fk references ventures (id),
        -- the support the idea had when this came back, counted as the public may see it
        support         jsonb,
        published_at    timestamptz not null,
        updated_at      timestamptz not null,
        review_by       date not null,
        search          tsvector not null generated always as (entry_search(language, title, summary, body)) stored,
        constraint commons_entries_something_shared_check check (address is not null or body is not null),
        constraint commons_entries_provenance_check check (
          (idea_id is null) = (venture_id is null) and (idea_id is null) = (support is null)
          and (obligation_id is null) = (round_id is null) and (obligation_id is null or idea_id is not null)),
        constraint commons_entries_research_says_how_check check (kind <> 'USER_RESEARCH' or (consent is not null and anonymised is not null)),
        constraint commons_entries_unsure_licence_with_a_reason_check check (verdict = 'SATISFIES' or licence_reason <> '')
      )`);
    await db.query(`create index commons_entries_newest_idx on commons_entries (published_at, id)`);
    await db.query(`create index commons_entries_kind_newest_idx on commons_entries (kind, published_at, id)`);
    await db.query(`create index commons_entries_licence_idx on commons_entries (licence)`);
    await db.query(`create index commons_entries_themes_idx on commons_entries using gin (themes)`);
    await db.query(`create index commons_entries_search_idx on commons_entries using gin (search)`);
    await db.query(
      `create index commons_entries_title_words_idx on commons_entries using gin (immutable_unaccent(title) gin_trgm_ops)`,
    );
    await db.query(`create index commons_entries_organisation_idx on commons_entries (organisation_id, published_at)`);
    await db.query(`create index commons_entries_shared_by_idx on commons_entries (shared_by_id)`);
    for (const column of ['idea', 'venture', 'round']) {
      await db.query(
        `create index commons_entries_${column}_idx on commons_entries (${column}_id) where ${column}_id is not null`,
      );
    }

    await db.query(`
      create table entry_versions (
        entry_id     uuid not null constraint entry_versions_entry_fk references commons_entries (id),
        number       integer not null constraint entry_versions_number_check check (number >= 1),
        title        text not null,
        summary      text not null,
        address      text,
        body         text,
        licence      text not null,
        return_id    uuid constraint entry_versions_return_key unique constraint entry_versions_return_fk references returns (id),
        shared_by_id uuid not null constraint entry_versions_shared_by_fk references people (id),
        created_at   timestamptz not null,
        constraint entry_versions_pk primary key (entry_id, number)
      )`);
    await db.query(`create index entry_versions_shared_by_idx on entry_versions (shared_by_id)`);

    await db.query(`
      create table entry_funders (
        entry_id        uuid not null constraint entry_funders_entry_fk references commons_entries (id),
        organisation_id uuid not null constraint entry_funders_organisation_fk references organisations (id),
        constraint entry_funders_pk primary key (entry_id, organisation_id)
      )`);
    await db.query(`create index entry_funders_organisation_idx on entry_funders (organisation_id)`);
    await db.query(`
      create table entry_components (
        entry_id     uuid not null constraint entry_components_entry_fk references commons_entries (id),
        component_id uuid not null constraint entry_components_component_fk references components (id),
        constraint entry_components_pk primary key (entry_id, component_id)
      )`);
    // Ideas that an entry informs, whoever gave it: research that people consented to counts as having heard them.
    await db.query(`
      create table entry_ideas (
        entry_id uuid not null constraint entry_ideas_entry_fk references commons_entries (id),
        idea_id  uuid not null constraint entry_ideas_idea_fk references ideas (id),
        constraint entry_ideas_pk primary key (entry_id, idea_id)
      )`);
    await db.query(`create index entry_ideas_idea_idx on entry_ideas (idea_id)`);
    await db.query(`create index entry_components_component_idx on entry_components (component_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['entry_ideas', 'entry_components', 'entry_funders', 'entry_versions', 'commons_entries']) {
      await db.query(`drop table ${table}`);
    }
    await db.query('drop function entry_search(text, text, text, text)');
  }
}
