import {
  accountKey,
  ACCOUNT_OWNERS,
  mustNotBeNegative,
  type AccountAddress,
  type LedgerEntry,
  type LedgerTransaction,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

interface LockedAccount {
  readonly id: string;
  readonly kind: AccountAddress['kind'];
  readonly owner_id: string;
  readonly currency: string;
}

/** The only writer of the ledger. */
@Injectable()
export class LedgerStore {
  /**
   * Writes a ledger transaction in the transaction of the change it records.
   *
   * @param revision which change of its cause this is: the same effect posted twice meets
   *   `ledger_transactions_effect_key` instead of moving money twice.
   * @returns the id, for what points at it.
   */
  async post(tx: Tx, transaction: LedgerTransaction, revision = 1): Promise<string> {
    const id = newId();
    const { kind, cause, reverses } = transaction;
    await tx.query(sql`
      insert into ledger_transactions (id, kind, cause_type, cause_id, effect_key, reverses_id, effective_at)
      values (${id}, ${kind}, ${cause.type}, ${cause.id}, ${`${kind}:${cause.id}:${revision}`}, ${reverses ?? null}, app_now())`);

    const accounts = await this.lockAccounts(tx, transaction.entries);
    const entries = transaction.entries.map((entry) => {
      const accountId = accounts.get(accountKey(entry.account));
      if (accountId === undefined) throw new Error(`The account ${accountKey(entry.account)} was not locked.`);
      return { id: newId(), accountId, amount: entry.amount.minorUnits.toString() };
    });
    await tx.query(sql`
      with moved as (
        update ledger_accounts account set balance = account.balance + entry.amount, version = account.version + 1
        from unnest(${entries.map((entry) => entry.id)}::uuid[], ${entries.map((entry) => entry.accountId)}::uuid[],
                    ${entries.map((entry) => entry.amount)}::bigint[]) as entry (id, account_id, amount)
        where account.id = entry.account_id
        returning entry.id, account.id as account_id, account.currency, entry.amount, account.balance, account.version)
      insert into ledger_entries (id, transaction_id, account_id, currency, amount_minor, balance_after, account_version)
      select id, ${id}, account_id, currency, amount, balance, version from moved`);
    return id;
  }

  /** What is in an account now; nothing ever moved there: zero. */
  async balance(tx: Tx, account: AccountAddress): Promise<bigint> {
    const row = await tx.one<{ balance: string }>(
      sql`select balance from ledger_accounts where owner_id = ${account.ownerId} and kind = ${account.kind} and currency = ${account.currency}`,
    );
    return BigInt(row?.balance ?? '0');
  }

  /** Makes the accounts that are missing and locks all of them by id: last in the order of locks, after the mandates. */
  private async lockAccounts(tx: Tx, entries: readonly LedgerEntry[]): Promise<ReadonlyMap<string, string>> {
    const accounts = entries.map((entry) => entry.account);
    const kinds = accounts.map((account) => account.kind);
    const owners = accounts.map((account) => account.ownerId);
    const currencies = accounts.map((account) => account.currency);
    await tx.query(sql`
      insert into ledger_accounts (id, kind, owner_type, owner_id, currency, min_balance)
      select * from unnest(${accounts.map(() => newId())}::uuid[], ${kinds}::text[], ${kinds.map((kind) => ACCOUNT_OWNERS[kind])}::text[],
                           ${owners}::uuid[], ${currencies}::text[], ${kinds.map((kind) => (mustNotBeNegative(kind) ? '0' : null))}::bigint[])
      on conflict on constraint ledger_accounts_one_per_owner_key do nothing`);
    const locked = await tx.query<LockedAccount>(sql`
      select account.id, account.kind, account.owner_id, account.currency from ledger_accounts account
      join unnest(${kinds}::text[], ${owners}::uuid[], ${currencies}::text[]) as asked (kind, owner_id, currency)
        on account.kind = asked.kind and account.owner_id = asked.owner_id and account.currency = asked.currency
      order by account.id for no key update of account`);
    return new Map(locked.map((row) => [`${row.kind}:${row.owner_id}:${row.currency}`, row.id]));
  }
}
