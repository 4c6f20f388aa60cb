import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger: double entry, immutable, balanced by the database. */
export class CreateLedger1790000510000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table ledger_accounts (
        id          uuid constraint ledger_accounts_pk primary key,
        kind        text not null constraint ledger_accounts_kind_check check (kind in
                    ('MANDATE_CONTROL', 'MANDATE_AVAILABLE', 'PLEDGED', 'COMMITTED', 'CALLED', 'PAID',
                     'VENTURE_FUNDING', 'VENTURE_RECEIVABLE', 'VENTURE_RECEIVED')),
        owner_type  text not null constraint ledger_accounts_owner_type_check check (owner_type in ('MANDATE', 'PLEDGE', 'ROUND')),
        owner_id    uuid not null,
        currency    char(3) not null,
        -- null: a source, which goes below zero by nature
        min_balance bigint,
        version     bigint not null default 0,
        balance     bigint not null default 0,
        created_at  timestamptz not null default app_now(),
        constraint ledger_accounts_one_per_owner_key unique (owner_id, kind, currency),
        -- what entries point at
        constraint ledger_accounts_currency_key unique (id, currency),
        constraint ledger_accounts_balance_check check (min_balance is null or balance >= min_balance)
      )`);

    await db.query(`
      create table ledger_transactions (
        id           uuid constraint ledger_transactions_pk primary key,
        kind         text not null constraint ledger_transactions_kind_check check (kind in
                     ('BUDGET_SET', 'PLEDGE_PLACED', 'PLEDGE_CHANGED', 'PLEDGE_WITHDRAWN', 'PLEDGE_RELEASED', 'PLEDGE_COMMITTED',
                      'TRANCHE_CALLED', 'PAYMENT_RECORDED', 'PAYMENT_REVERSED', 'REMAINDER_RELEASED')),
        cause_type   text not null constraint ledger_transactions_cause_type_check check (cause_type in ('MANDATE', 'PLEDGE', 'CALL', 'PAYMENT', 'RELEASE')),
        cause_id     uuid not null,
        -- kind, cause and the cause's revision: the same effect cannot be posted twice, whoever asks
        effect_key   text not null constraint ledger_transactions_effect_key unique,
        reverses_id  uuid constraint ledger_transactions_reversed_once_key unique
                     constraint ledger_transactions_reverses_fk references ledger_transactions (id),
        -- which database transaction wrote it: the change it records carries the same
        xid          xid8 not null default pg_current_xact_id(),
        effective_at timestamptz not null,
        constraint ledger_transactions_reversal_check check ((kind = 'PAYMENT_REVERSED') = (reverses_id is not null))
      )`);
    await db.query(`create index ledger_transactions_cause_idx on ledger_transactions (cause_id)`);

    await db.query(`
      create table ledger_entries (
        id              uuid constraint ledger_entries_pk primary key,
        transaction_id  uuid not null constraint ledger_entries_transaction_fk references ledger_transactions (id),
        account_id      uuid not null,
        currency        char(3) not null,
        amount_minor    bigint not null constraint ledger_entries_amount_not_zero_check check (amount_minor <> 0),
        balance_after   bigint not null,
        account_version bigint not null,
        -- the currency is part of the key, so an entry in another currency has no account to point at
        constraint ledger_entries_account_fk foreign key (account_id, currency) references ledger_accounts (id, currency),
        -- a lock that was missed becomes an error instead of a wrong balance
        constraint ledger_entries_account_version_key unique (account_id, account_version)
      )`);
    await db.query(`create index ledger_entries_transaction_idx on ledger_entries (transaction_id)`);
    await db.query(`create index ledger_entries_account_idx on ledger_entries (account_id, currency)`);

    await db.query(`
      create function assert_ledger_transaction_balances() returns trigger language plpgsql as $$
      declare
        checked uuid := case tg_table_name when 'ledger_entries' then (to_jsonb(new) ->> 'transaction_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end;
      begin
        if not exists (select from ledger_entries where transaction_id = checked) then
          raise exception 'ledger transaction % has no entries', checked
            using errcode = 'check_violation', constraint = 'ledger_transactions_have_entries_check';
        end if;
        if exists (select from ledger_entries where transaction_id = checked group by currency having sum(amount_minor) <> 0) then
          raise exception 'ledger transaction % does not balance', checked
            using errcode = 'check_violation', constraint = 'ledger_transactions_balance_check';
        end if;
        return null;
      end $$`);
    // Checked at commit: a transaction is unbalanced for a moment while its entries are being written.
    for (const table of ['ledger_entries', 'ledger_transactions']) {
      await db.query(`
        create constraint trigger ${table}_balance after insert on ${table}
          deferrable initially deferred for each row execute function assert_ledger_transaction_balances()`);
      await db.query(
        `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
      );
      await db.query(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['ledger_entries', 'ledger_transactions', 'ledger_accounts'])
      await db.query(`drop table ${table}`);
    await db.query('drop function assert_ledger_transaction_balances()');
  }
}
