import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payment requests, payments against them, and releases of what was never asked for. */
export class CreateTrancheCalls1790000620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table tranche_calls (
        id           uuid constraint tranche_calls_pk primary key,
        round_id     uuid not null,
        position     integer not null,
        currency     char(3) not null,
        amount_minor bigint not null constraint tranche_calls_amount_check check (amount_minor > 0),
        due_on       date not null,
        called_by_id uuid not null constraint tranche_calls_called_by_fk references people (id),
        called_at    timestamptz not null,
        constraint tranche_calls_one_per_tranche_key unique (round_id, position),
        constraint tranche_calls_tranche_fk foreign key (round_id, position) references round_tranches (round_id, position),
        constraint tranche_calls_round_fk foreign key (round_id, currency) references funding_rounds (id, currency)
      )`);
    await db.query(`create index tranche_calls_round_idx on tranche_calls (round_id, currency)`);
    await db.query(`create index tranche_calls_called_by_idx on tranche_calls (called_by_id)`);

    await db.query(`
      create table call_parts (
        id           uuid constraint call_parts_pk primary key,
        call_id      uuid not null constraint call_parts_call_fk references tranche_calls (id),
        pledge_id    uuid not null constraint call_parts_pledge_fk references pledges (id),
        amount_minor bigint not null constraint call_parts_amount_check check (amount_minor > 0),
        paid_minor   bigint not null default 0,
        constraint call_parts_one_per_pledge_key unique (call_id, pledge_id),
        constraint call_parts_paid_within_amount_check check (paid_minor between 0 and amount_minor)
      )`);
    await db.query(`create index call_parts_pledge_idx on call_parts (pledge_id)`);

    await db.query(`
      create table payments (
        id                    uuid constraint payments_pk primary key,
        call_part_id          uuid not null constraint payments_call_part_fk references call_parts (id),
        organisation_id       uuid not null constraint payments_organisation_fk references organisations (id),
        currency              char(3) not null,
        amount_minor          bigint not null constraint payments_amount_check check (amount_minor > 0),
        -- seen by payer and money holder only
        reference             text not null constraint payments_reference_check check (char_length(reference) between 1 and 560),
        paid_on               date not null,
        status                text not null constraint payments_status_check check (status in ('RECORDED', 'RECEIVED', 'REVERSED')),
        ledger_transaction_id uuid not null constraint payments_ledger_transaction_key unique
                              constraint payments_ledger_transaction_fk references ledger_transactions (id),
        recorded_by_id        uuid not null constraint payments_recorded_by_fk references people (id),
        recorded_at           timestamptz not null,
        received_by_id        uuid constraint payments_received_by_fk references people (id),
        received_at           timestamptz,
        reversed_by_id        uuid constraint payments_reversed_by_fk references people (id),
        reversed_at           timestamptz,
        reversal_reason       text,
        constraint payments_one_per_reference_key unique (organisation_id, reference),
        constraint payments_received_check check (status <> 'RECEIVED' or received_at is not null),
        constraint payments_reversed_check check ((status = 'REVERSED') = (reversed_at is not null and reversal_reason is not null))
      )`);
    for (const column of ['call_part_id', 'recorded_by_id', 'received_by_id', 'reversed_by_id']) {
      await db.query(`create index payments_${column.replace(/_id$/, '')}_idx on payments (${column})`);
    }

    await db.query(`
      create table remainder_releases (
        id              uuid constraint remainder_releases_pk primary key,
        pledge_id       uuid not null constraint remainder_releases_pledge_fk references pledges (id),
        currency        char(3) not null,
        amount_minor    bigint not null constraint remainder_releases_amount_check check (amount_minor > 0),
        reason          text not null,
        announced_by_id uuid not null constraint remainder_releases_announced_by_fk references people (id),
        announced_at    timestamptz not null,
        released_by_id  uuid constraint remainder_releases_released_by_fk references people (id),
        released_side   text constraint remainder_releases_side_check check (released_side in ('FUNDER', 'LEAD')),
        released_at     timestamptz,
        constraint remainder_releases_second_person_check check (released_by_id is null or released_by_id <> announced_by_id),
        constraint remainder_releases_released_check check (
          (released_by_id is null) = (released_at is null) and (released_at is null) = (released_side is null))
      )`);
    await db.query(
      `create unique index remainder_releases_one_announced_key on remainder_releases (pledge_id) where released_at is null`,
    );
    for (const column of ['pledge_id', 'announced_by_id', 'released_by_id']) {
      await db.query(
        `create index remainder_releases_${column.replace(/_id$/, '')}_idx on remainder_releases (${column})`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['remainder_releases', 'payments', 'call_parts', 'tranche_calls'])
      await db.query(`drop table ${table}`);
  }
}
