import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offers to ideas of what exists, and why nothing that exists fits. */
export class CreateReuse1790000410000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table reuse_offers (
        id               uuid constraint reuse_offers_pk primary key,
        idea_id          uuid not null constraint reuse_offers_idea_fk references ideas (id),
        component_id     uuid not null constraint reuse_offers_component_fk references components (id),
        -- empty: all of the component
        part             text not null default '',
        covers           text not null,
        missing          text not null,
        effort           text not null default '',
        saves            text not null default '',
        status           text not null constraint reuse_offers_status_check check (status in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'SUPERSEDED', 'WITHDRAWN')),
        offered_by_id    uuid not null constraint reuse_offers_offered_by_fk references people (id),
        organisation_id  uuid constraint reuse_offers_organisation_fk references organisations (id),
        offered_at       timestamptz not null,
        answered_by_id   uuid constraint reuse_offers_answered_by_fk references people (id),
        answered_at      timestamptz,
        answer_reason    text not null default '',
        -- what the licence came to when somebody accepted it
        verdict          text constraint reuse_offers_verdict_check check (verdict in ('SATISFIES', 'DOES_NOT', 'ASK_A_PERSON')),
        superseded_by_id uuid constraint reuse_offers_superseded_by_fk references reuse_offers (id),
        constraint reuse_offers_answered_check check ((status = 'PROPOSED') = (answered_at is null)),
        constraint reuse_offers_declined_with_a_reason_check check (status <> 'DECLINED' or answer_reason <> ''),
        -- unknown never means yes: whoever went ahead without one said why
        constraint reuse_offers_accepted_knowingly_check check ((status = 'ACCEPTED') = (verdict is not null)
          and (status <> 'ACCEPTED' or verdict = 'SATISFIES' or answer_reason <> '')),
        constraint reuse_offers_superseded_by_something_check check ((status = 'SUPERSEDED') = (superseded_by_id is not null))
      )`);
    // Two people who offer the same part at once: one offer stands.
    await db.query(
      `create unique index reuse_offers_one_standing_per_part_key on reuse_offers (idea_id, component_id, lower(part)) where status in ('PROPOSED', 'ACCEPTED')`,
    );
    await db.query(`create index reuse_offers_idea_idx on reuse_offers (idea_id, offered_at)`);
    await db.query(`create index reuse_offers_component_idx on reuse_offers (component_id, offered_at)`);
    await db.query(`create index reuse_offers_offered_by_idx on reuse_offers (offered_by_id)`);
    await db.query(
      `create index reuse_offers_organisation_idx on reuse_offers (organisation_id) where organisation_id is not null`,
    );
    await db.query(
      `create index reuse_offers_answered_by_idx on reuse_offers (answered_by_id) where answered_by_id is not null`,
    );
    await db.query(
      `create index reuse_offers_superseded_by_idx on reuse_offers (superseded_by_id) where superseded_by_id is not null`,
    );

    await db.query(`
      create table nothing_fits (
        id             uuid constraint nothing_fits_pk primary key,
        idea_id        uuid not null constraint nothing_fits_idea_fk references ideas (id),
        because        text not null default '',
        recorded_by_id uuid not null constraint nothing_fits_recorded_by_fk references people (id),
        recorded_at    timestamptz not null
      )`);
    await db.query(`create index nothing_fits_idea_idx on nothing_fits (idea_id, recorded_at)`);
    await db.query(`create index nothing_fits_recorded_by_idx on nothing_fits (recorded_by_id)`);
    await db.query(`
      create table nothing_fits_reasons (
        nothing_fits_id uuid not null constraint nothing_fits_reasons_nothing_fits_fk references nothing_fits (id),
        component_id    uuid not null constraint nothing_fits_reasons_component_fk references components (id),
        reason          text not null constraint nothing_fits_reasons_reason_check check (reason <> ''),
        constraint nothing_fits_reasons_pk primary key (nothing_fits_id, component_id)
      )`);
    await db.query(`create index nothing_fits_reasons_component_idx on nothing_fits_reasons (component_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['nothing_fits_reasons', 'nothing_fits', 'reuse_offers']) await db.query(`drop table ${table}`);
  }
}
