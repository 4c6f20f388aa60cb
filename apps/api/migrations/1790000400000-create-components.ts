import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Components and the files they were read from. */
export class CreateComponents1790000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    // The name also as it is written: an invented word has no stem. A CASE over constants, as for ideas.
    const weighted = (dictionary: string) => `
      setweight(to_tsvector('${dictionary}', immutable_unaccent(name || ' ' || summary)), 'A') ||
      setweight(to_tsvector('${dictionary}', immutable_unaccent(purposes)), 'B') ||
      setweight(to_tsvector('${dictionary}', immutable_unaccent(description)), 'C')`;
    await db.query(`
      create function component_search(language text, name text, summary text, purposes text, description text)
      returns tsvector language sql immutable parallel safe as $$
        select setweight(to_tsvector('simple', immutable_unaccent(name)), 'A') || case split_part(language, '-', 1)
          when 'en' then ${weighted('english')}
          when 'fr' then ${weighted('french')}
          when 'es' then ${weighted('spanish')}
          when 'de' then ${weighted('german')}
          when 'it' then ${weighted('italian')}
          when 'nl' then ${weighted('dutch')}
          when 'sv' then ${weighted('swedish')}
          else ${weighted('simple')}
        end
      $$`);
    await db.query(`create function words_of(categories text[]) returns text language sql immutable parallel safe as
      $$ select replace(array_to_string(categories, ' '), '-', ' ') $$`);

    await db.query(`
      create table components (
        id                      uuid constraint components_pk primary key,
        slug                    text not null constraint components_slug_key unique,
        name                    text not null,
        summary                 text not null,
        description             text not null default '',
        language                text not null default 'en',
        themes                  text[] not null default '{}',
        -- two components never share a repository
        repository_url          text constraint components_repository_key unique,
        landing_url             text,
        documentation_url       text,
        software_type           text,
        maturity                text constraint components_maturity_check check (maturity in ('CONCEPT', 'DEVELOPMENT', 'BETA', 'STABLE', 'OBSOLETE')),
        categories              text[] not null default '{}',
        platforms               text[] not null default '{}',
        languages               text[] not null default '{}',
        features                text[] not null default '{}',
        software_version        text,
        release_date            date,
        -- who the file says maintains it; the owner is an organisation that is here
        maintained_by           text,
        -- three facts that are never mixed: what the metadata says, what the licence's text is, what a person decided
        licence_declared        text,
        licence_found           text,
        licence_concluded       text,
        licence_concluded_why   text,
        licence_concluded_by_id uuid constraint components_licence_concluded_by_fk references people (id),
        licence_concluded_at    timestamptz,
        owner_organisation_id   uuid constraint components_owner_organisation_fk references organisations (id),
        registered_by_id        uuid not null constraint components_registered_by_fk references people (id),
        registered_at           timestamptz not null,
        updated_at              timestamptz not null,
        search                  tsvector not null generated always as (component_search(language, name, summary, words_of(categories), description)) stored,
        constraint components_concluded_with_a_reason_check check (
          (licence_concluded is null) = (licence_concluded_why is null)
          and (licence_concluded is null) = (licence_concluded_at is null))
      )`);
    await db.query(`create index components_newest_idx on components (registered_at, id)`);
    await db.query(`create index components_name_idx on components (name, id)`);
    await db.query(`create index components_registered_by_idx on components (registered_by_id)`);
    await db.query(
      `create index components_owner_organisation_idx on components (owner_organisation_id) where owner_organisation_id is not null`,
    );
    await db.query(
      `create index components_licence_concluded_by_idx on components (licence_concluded_by_id) where licence_concluded_by_id is not null`,
    );
    await db.query(`create index components_themes_idx on components using gin (themes)`);
    await db.query(`create index components_search_idx on components using gin (search)`);
    await db.query(
      `create index components_name_words_idx on components using gin (immutable_unaccent(name) gin_trgm_ops)`,
    );

    await db.query(`
      create table component_sources (
        id             uuid constraint component_sources_pk primary key,
        component_id   uuid not null constraint component_sources_component_fk references components (id),
        number         integer not null constraint component_sources_number_check check (number > 0),
        -- as it came; it names people as contacts, so it is kept and not published
        raw            text not null,
        valid          boolean not null,
        -- path, line, column, code, message, severity; never the text of a value
        problems       jsonb not null,
        -- whether the people it names agreed to stand in the file that is published here
        contacts_agreed boolean not null default false,
        received_by_id uuid not null constraint component_sources_received_by_fk references people (id),
        received_at    timestamptz not null,
        constraint component_sources_one_after_another_key unique (component_id, number)
      )`);
    await db.query(`create index component_sources_received_by_idx on component_sources (received_by_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table component_sources`);
    await db.query(`drop table components`);
    await db.query(`drop function words_of(text[])`);
    await db.query(`drop function component_search(text, text, text, text, text)`);
  }
}
