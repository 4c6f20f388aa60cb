import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matching pledges, pledges that a funder authorised beforehand, interest, longer rounds and calls nobody paid. */
export class ExtendMoney1790108000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);

    await db.query(`
      create table automatic_pledge_rules (
        id               uuid constraint automatic_pledge_rules_pk primary key,
        mandate_id       uuid not null,
        -- a revised offer is another offer: what two people authorised was this one
        mandate_version  integer not null,
        currency         char(3) not null,
        per_idea_minor   bigint not null constraint automatic_pledge_rules_per_idea_check check (per_idea_minor > 0),
        per_month_minor  bigint not null,
        proposed_by_id   uuid not null constraint automatic_pledge_rules_proposed_by_fk references people (id),
        authorised_by_id uuid not null constraint automatic_pledge_rules_authorised_by_fk references people (id),
        authorised_at    timestamptz not null,
        ended_by_id      uuid constraint automatic_pledge_rules_ended_by_fk references people (id),
        ended_at         timestamptz,
        constraint automatic_pledge_rules_mandate_fk foreign key (mandate_id, mandate_version) references mandate_versions (mandate_id, version),
        constraint automatic_pledge_rules_per_month_check check (per_month_minor >= per_idea_minor),
        constraint automatic_pledge_rules_takes_two_check check (authorised_by_id <> proposed_by_id)
      )`);
    await db.query(
      `create unique index automatic_pledge_rules_one_in_force_key on automatic_pledge_rules (mandate_id) where ended_at is null`,
    );
    await db.query(
      `create index automatic_pledge_rules_mandate_idx on automatic_pledge_rules (mandate_id, mandate_version)`,
    );
    for (const column of ['proposed_by_id', 'authorised_by_id', 'ended_by_id']) {
      await db.query(
        `create index automatic_pledge_rules_${column.replace(/_id$/, '')}_idx on automatic_pledge_rules (${column})`,
      );
    }

    await db.query(`
      alter table pledges
        add match_percent integer,
        add match_most_minor bigint,
        add automatic_rule_id uuid constraint pledges_automatic_rule_fk references automatic_pledge_rules (id),
        -- since when it stands for a deadline that was moved; null: it was not asked again, or did not answer
        add reconfirmed_at timestamptz,
        -- who binds the funder, in what role, and where its grant agreement is: the funder's own words
        add signer_name text constraint pledges_signer_name_check check (char_length(signer_name) between 1 and 480),
        add signer_role text constraint pledges_signer_role_check check (char_length(signer_role) between 1 and 480),
        add grant_agreement_url text constraint pledges_grant_agreement_url_check check (grant_agreement_url ~ '^https?://' and char_length(grant_agreement_url) <= 2000)`);
    // A match is worth nothing until somebody else pledges; what it may come to is held from the beginning.
    await db.query(`alter table pledges drop constraint pledges_amount_check`);
    await db.query(`
      alter table pledges
        add constraint pledges_amount_check check (amount_minor > 0 or (amount_minor = 0 and match_most_minor is not null)) not valid,
        add constraint pledges_match_check check (
          (match_percent is null) = (match_most_minor is null)
          and (match_percent is null or (match_percent between 1 and 1000 and match_most_minor > 0 and amount_minor <= match_most_minor))) not valid`);
    await db.query(`alter table pledges validate constraint pledges_amount_check`);
    await db.query(`alter table pledges validate constraint pledges_match_check`);
    await db.query(
      `create index pledges_automatic_rule_idx on pledges (automatic_rule_id) where automatic_rule_id is not null`,
    );
    await db.query(`alter table pledge_versions add match_percent integer`);

    await db.query(`
      alter table funding_rounds
        add extended_from timestamptz,
        add extended_at timestamptz,
        add extension_reason text,
        -- what conditions asked about the round when it closed: they can be resolved again, whatever changed since
        add closing_facts jsonb,
        add constraint funding_rounds_extended_check check (
          (extended_from is null) = (extended_at is null) and (extended_from is null) = (extension_reason is null)
          and (extended_from is null or deadline > extended_from)) not valid`);
    await db.query(`alter table funding_rounds validate constraint funding_rounds_extended_check`);

    await db.query(`
      create table funding_interests (
        id              uuid constraint funding_interests_pk primary key,
        idea_id         uuid not null constraint funding_interests_idea_fk references ideas (id),
        organisation_id uuid not null constraint funding_interests_organisation_fk references organisations (id),
        mandate_id      uuid not null constraint funding_interests_mandate_fk references mandates (id),
        board_meets_on  date not null,
        note            text not null default '' constraint funding_interests_note_check check (char_length(note) <= 2000),
        said_by_id      uuid not null constraint funding_interests_said_by_fk references people (id),
        said_at         timestamptz not null,
        withdrawn_at    timestamptz
      )`);
    await db.query(
      `create unique index funding_interests_one_per_funder_key on funding_interests (idea_id, organisation_id) where withdrawn_at is null`,
    );
    for (const column of ['idea_id', 'organisation_id', 'mandate_id', 'said_by_id']) {
      await db.query(
        `create index funding_interests_${column.replace(/_id$/, '')}_idx on funding_interests (${column})`,
      );
    }

    await db.query(`
      alter table call_parts
        add released_minor bigint not null default 0,
        add released_at timestamptz,
        add released_by_id uuid constraint call_parts_released_by_fk references people (id),
        add release_reason text`);
    await db.query(`
      alter table call_parts
        add constraint call_parts_released_within_amount_check check (released_minor >= 0 and paid_minor + released_minor <= amount_minor) not valid,
        add constraint call_parts_released_check check (
          (released_minor > 0) = (released_at is not null) and (released_at is null) = (released_by_id is null)
          and (released_at is null) = (release_reason is null)) not valid`);
    await db.query(`alter table call_parts validate constraint call_parts_released_within_amount_check`);
    await db.query(`alter table call_parts validate constraint call_parts_released_check`);
    await db.query(
      `create index call_parts_released_by_idx on call_parts (released_by_id) where released_by_id is not null`,
    );

    await db.query(`alter table ledger_transactions drop constraint ledger_transactions_kind_check`);
    await db.query(`
      alter table ledger_transactions add constraint ledger_transactions_kind_check check (kind in
        ('BUDGET_SET', 'PLEDGE_PLACED', 'PLEDGE_CHANGED', 'PLEDGE_WITHDRAWN', 'PLEDGE_RELEASED', 'PLEDGE_COMMITTED',
         'TRANCHE_CALLED', 'PAYMENT_RECORDED', 'PAYMENT_REVERSED', 'REMAINDER_RELEASED', 'CALL_RELEASED')) not valid`);
    await db.query(`alter table ledger_transactions validate constraint ledger_transactions_kind_check`);

    await db.query(`
      create table invariant_checks (
        checked_at timestamptz constraint invariant_checks_pk primary key,
        -- the numbers of the promises that did not hold, empty: all did
        broken     text[] not null
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table invariant_checks`);
    await db.query(`alter table ledger_transactions drop constraint ledger_transactions_kind_check`);
    await db.query(`
      alter table ledger_transactions add constraint ledger_transactions_kind_check check (kind in
        ('BUDGET_SET', 'PLEDGE_PLACED', 'PLEDGE_CHANGED', 'PLEDGE_WITHDRAWN', 'PLEDGE_RELEASED', 'PLEDGE_COMMITTED',
         'TRANCHE_CALLED', 'PAYMENT_RECORDED', 'PAYMENT_REVERSED', 'REMAINDER_RELEASED'))`);
    await db.query(
      `alter table call_parts drop released_minor, drop released_at, drop released_by_id, drop release_reason`,
    );
    await db.query(`drop table funding_interests`);
    await db.query(
      `alter table funding_rounds drop extended_from, drop extended_at, drop extension_reason, drop closing_facts`,
    );
    await db.query(`alter table pledge_versions drop match_percent`);
    await db.query(`alter table pledges drop constraint pledges_amount_check`);
    await db.query(`
      alter table pledges drop match_percent, drop match_most_minor, drop automatic_rule_id, drop reconfirmed_at,
        drop signer_name, drop signer_role, drop grant_agreement_url,
        add constraint pledges_amount_check check (amount_minor > 0)`);
    await db.query(`drop table automatic_pledge_rules`);
  }
}
