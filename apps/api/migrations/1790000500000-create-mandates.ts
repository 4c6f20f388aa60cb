import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mandates: what funders declare once, version by version, and how much of each budget is drawn. */
export class CreateMandates1790000500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table mandates (
        id              uuid constraint mandates_pk primary key,
        slug            text not null constraint mandates_slug_key unique,
        organisation_id uuid not null constraint mandates_organisation_fk references organisations (id),
        status          text not null constraint mandates_status_check check (status in ('PUBLISHED', 'CLOSED')),
        version         integer not null constraint mandates_version_check check (version >= 1),
        currency        char(3) not null,
        -- copies of the version in force, for lists and for the walls below
        title           text not null,
        themes          text[] not null,
        places          text[] not null,
        purposes        text[] not null,
        opens_on        date not null,
        closes_on       date not null,
        budget_minor    bigint not null constraint mandates_budget_check check (budget_minor > 0),
        -- what pledges hold of the budget: promised, agreed, asked for or paid
        drawn_minor     bigint not null default 0,
        published_at    timestamptz not null,
        closed_at       timestamptz,
        constraint mandates_drawn_within_budget_check check (drawn_minor between 0 and budget_minor),
        constraint mandates_closed_check check ((status = 'CLOSED') = (closed_at is not null)),
        -- what a pledge points at, so that a pledge in another currency has no mandate to be made under
        constraint mandates_currency_key unique (id, currency)
      )`);
    await db.query(`create index mandates_organisation_idx on mandates (organisation_id)`);
    await db.query(`create index mandates_newest_idx on mandates (published_at desc, id desc)`);
    await db.query(`create index mandates_themes_idx on mandates using gin (themes)`);

    await db.query(`
      create table mandate_versions (
        mandate_id               uuid not null constraint mandate_versions_mandate_fk references mandates (id),
        version                  integer not null,
        title                    text not null constraint mandate_versions_title_check check (char_length(title) between 1 and 480),
        summary                  text not null,
        language                 text not null,
        themes                   text[] not null constraint mandate_versions_themes_check check (cardinality(themes) > 0),
        places                   text[] not null,
        people_served            text not null,
        currency                 char(3) not null,
        budget_minor             bigint not null,
        smallest_minor           bigint not null,
        largest_minor            bigint not null,
        opens_on                 date not null,
        closes_on                date not null,
        purposes                 text[] not null,
        pays                     text[] not null,
        return_conditions        jsonb not null,
        pledge_conditions        jsonb not null,
        approval_threshold_minor bigint constraint mandate_versions_threshold_check check (approval_threshold_minor >= 0),
        always_ask_second_person boolean not null,
        published_by_id          uuid not null constraint mandate_versions_published_by_fk references people (id),
        published_at             timestamptz not null,
        constraint mandate_versions_pk primary key (mandate_id, version),
        constraint mandate_versions_ticket_check check (0 < smallest_minor and smallest_minor <= largest_minor and largest_minor <= budget_minor),
        constraint mandate_versions_period_check check (opens_on <= closes_on)
      )`);
    await db.query(`create index mandate_versions_published_by_idx on mandate_versions (published_by_id)`);
    // What was pledged stays under its version, so a version never changes.
    await db.query(
      `create trigger mandate_versions_append_only before update or delete on mandate_versions for each row execute function refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table mandate_versions`);
    await db.query(`drop table mandates`);
  }
}
