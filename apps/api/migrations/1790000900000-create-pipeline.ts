import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Briefs with their budgets, and recorded sessions with people who live with a need. */
export class CreatePipeline1790000900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table briefs (
        idea_id              uuid constraint briefs_pk primary key constraint briefs_idea_fk references ideas (id),
        for_whom             text not null,
        outcome              text not null,
        approach             text not null,
        what_could_go_wrong  text not null,
        risk_for_whom        text not null,
        how_we_would_notice  text not null,
        when_we_would_stop   text not null,
        currency             char(3) not null,
        total_minor          bigint not null constraint briefs_total_check check (total_minor >= 0),
        language             text not null,
        version              integer not null,
        saved_by_id          uuid constraint briefs_saved_by_fk references people (id),
        saved_at             timestamptz not null,
        constraint briefs_currency_key unique (idea_id, currency)
      )`);
    await db.query(`create index briefs_saved_by_idx on briefs (saved_by_id) where saved_by_id is not null`);
    await db.query(`
      create table budget_lines (
        idea_id      uuid not null,
        position     integer not null,
        kind         text not null constraint budget_lines_kind_check check (kind in
          ('DELIVERY', 'CORE_COSTS', 'PARTICIPATION', 'COMPONENT_ADAPTATION', 'MAINTENANCE', 'ADOPTER_CAPACITY')),
        note         text not null,
        amount_minor bigint not null constraint budget_lines_amount_check check (amount_minor > 0),
        currency     char(3) not null,
        constraint budget_lines_pk primary key (idea_id, position),
        -- the currency is part of the key, so a line in another currency has no brief to belong to
        constraint budget_lines_brief_fk foreign key (idea_id, currency) references briefs (idea_id, currency) on update cascade
      )`);
    await db.query(`create index budget_lines_brief_idx on budget_lines (idea_id, currency)`);

    await db.query(`
      create table hearings (
        id             uuid constraint hearings_pk primary key,
        idea_id        uuid not null constraint hearings_idea_fk references ideas (id),
        people         integer not null constraint hearings_people_check check (people >= 3),
        held_on        date not null,
        how_invited    text not null,
        how_thanked    text not null,
        what_was_said  text not null,
        recorded_by_id uuid constraint hearings_recorded_by_fk references people (id),
        recorded_at    timestamptz not null
      )`);
    await db.query(`create index hearings_idea_idx on hearings (idea_id, held_on)`);
    await db.query(
      `create index hearings_recorded_by_idx on hearings (recorded_by_id) where recorded_by_id is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['hearings', 'budget_lines', 'briefs']) await db.query(`drop table ${table}`);
  }
}
