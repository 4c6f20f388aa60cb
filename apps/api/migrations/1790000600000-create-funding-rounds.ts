import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Funding rounds and their instalments. */
export class CreateFundingRounds1790000600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table funding_rounds (
        id                           uuid constraint funding_rounds_pk primary key,
        idea_id                      uuid not null constraint funding_rounds_idea_fk references ideas (id),
        -- set when the round succeeds, or at once where a venture asks again
        venture_id                   uuid,
        agreement_id                 uuid not null constraint funding_rounds_agreement_fk references commons_agreements (id),
        purpose                      text not null constraint funding_rounds_purpose_check check (purpose in ('DISCOVERY', 'BUILD', 'RUN')),
        status                       text not null constraint funding_rounds_status_check check (status in ('OPEN', 'CLOSING', 'SUCCEEDED', 'FAILED')),
        currency                     char(3) not null,
        minimum_minor                bigint not null,
        target_minor                 bigint not null,
        -- pledges in force, and what of them became commitments and was not released since
        pledged_minor                bigint not null default 0,
        committed_minor              bigint not null default 0,
        committed_at_close_minor     bigint,
        deadline                     timestamptz not null,
        lead_organisation_id         uuid not null constraint funding_rounds_lead_organisation_fk references organisations (id),
        -- a host body where the lead cannot hold money
        money_holder_organisation_id uuid not null constraint funding_rounds_money_holder_fk references organisations (id),
        opened_by_id                 uuid not null constraint funding_rounds_opened_by_fk references people (id),
        opened_at                    timestamptz not null,
        closed_at                    timestamptz,
        closed_by                    text constraint funding_rounds_closed_by_check check (closed_by in ('DEADLINE', 'LEAD', 'LEAD_GIVING_UP')),
        closing_note                 text not null default '',
        constraint funding_rounds_minimum_check check (0 < minimum_minor and minimum_minor <= target_minor),
        constraint funding_rounds_within_target_check check (pledged_minor >= 0 and committed_minor >= 0 and pledged_minor + committed_minor <= target_minor),
        constraint funding_rounds_closed_check check ((status in ('SUCCEEDED', 'FAILED')) = (closed_at is not null and closed_by is not null and committed_at_close_minor is not null)),
        constraint funding_rounds_closed_holds_no_pledge_check check (status in ('OPEN', 'CLOSING') or pledged_minor = 0),
        constraint funding_rounds_success_check check (
          committed_at_close_minor is null or (status = 'SUCCEEDED') = (committed_at_close_minor >= minimum_minor)),
        constraint funding_rounds_currency_key unique (id, currency)
      )`);
    await db.query(
      `create unique index funding_rounds_one_open_per_idea_key on funding_rounds (idea_id) where status in ('OPEN', 'CLOSING')`,
    );
    await db.query(`create index funding_rounds_idea_idx on funding_rounds (idea_id)`);
    await db.query(`create index funding_rounds_venture_idx on funding_rounds (venture_id)`);
    await db.query(`create index funding_rounds_agreement_idx on funding_rounds (agreement_id)`);
    await db.query(`create index funding_rounds_lead_organisation_idx on funding_rounds (lead_organisation_id)`);
    await db.query(`create index funding_rounds_money_holder_idx on funding_rounds (money_holder_organisation_id)`);
    await db.query(`create index funding_rounds_opened_by_idx on funding_rounds (opened_by_id)`);
    await db.query(`create index funding_rounds_newest_idx on funding_rounds (opened_at desc, id desc)`);
    // What the sweep looks for, so that a deadline that passed while nothing ran is found at once.
    await db.query(
      `create index funding_rounds_due_idx on funding_rounds (deadline) where status in ('OPEN', 'CLOSING')`,
    );

    await db.query(`
      create table round_tranches (
        round_id     uuid not null constraint round_tranches_round_fk references funding_rounds (id),
        position     integer not null constraint round_tranches_position_check check (position >= 1),
        title        text not null,
        basis_points integer not null constraint round_tranches_share_check check (basis_points between 1 and 10000),
        constraint round_tranches_pk primary key (round_id, position)
      )`);
    await db.query(`
      create function assert_round_tranches_add_up() returns trigger language plpgsql as $$
      begin
        if (select coalesce(sum(basis_points), 0) from round_tranches where round_id = new.round_id) <> 10000 then
          raise exception 'the instalments of round % are not the whole', new.round_id
            using errcode = 'check_violation', constraint = 'round_tranches_add_up_check';
        end if;
        return null;
      end $$`);
    await db.query(`
      create constraint trigger round_tranches_add_up after insert or update on round_tranches
        deferrable initially deferred for each row execute function assert_round_tranches_add_up()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table round_tranches`);
    await db.query(`drop function assert_round_tranches_add_up()`);
    await db.query(`drop table funding_rounds`);
  }
}
