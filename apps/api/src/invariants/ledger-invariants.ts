import { sql } from '../platform/database/sql.js';
import type { Invariant } from './invariant.js';

/** Triggers that keep the ledger immutable and balanced. One that is missing keeps nothing. */
const GUARDS = [
  'ledger_entries_append_only',
  'ledger_entries_never_emptied',
  'ledger_entries_balance',
  'ledger_transactions_append_only',
  'ledger_transactions_never_emptied',
  'ledger_transactions_balance',
  'pledge_versions_append_only',
  'pledge_approvals_append_only',
  'pledge_approvals_second_person',
  'mandate_versions_append_only',
];

/** Promises about entries and accounts, whatever they are for. */
export const LEDGER_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I1',
    promise: 'Every transaction has entries, and they sum to zero in each currency.',
    violations: sql`
      select transaction.id, entry.currency, sum(entry.amount_minor)::text as sum
      from ledger_transactions transaction left join ledger_entries entry on entry.transaction_id = transaction.id
      group by transaction.id, entry.currency having count(entry.id) = 0 or sum(entry.amount_minor) <> 0 limit 20`,
  },
  {
    id: 'I2',
    promise: 'An account’s balance is the sum of its entries and what its last entry left.',
    violations: sql`
      select account.id, account.kind, account.balance::text, coalesce(sum(entry.amount_minor), 0)::text as sum
      from ledger_accounts account left join ledger_entries entry on entry.account_id = account.id
      group by account.id
      having account.balance <> coalesce(sum(entry.amount_minor), 0)
        or account.balance <> coalesce((select last.balance_after from ledger_entries last where last.account_id = account.id
                                        order by last.account_version desc limit 1), 0) limit 20`,
  },
  {
    id: 'I3',
    promise: 'Account versions run from 1 without a gap.',
    violations: sql`
      select account.id, account.version::text, count(entry.id)::text as entries, max(entry.account_version)::text as last
      from ledger_accounts account left join ledger_entries entry on entry.account_id = account.id
      group by account.id having count(entry.id) <> account.version or coalesce(max(entry.account_version), 0) <> account.version limit 20`,
  },
  {
    id: 'I4',
    promise: 'No account is below its minimum.',
    violations: sql`select id, kind, balance::text from ledger_accounts where balance < min_balance limit 20`,
  },
  {
    id: 'I13',
    promise: 'Entries, versions and approvals are guarded against change by their triggers.',
    violations: sql`
      select expected.name from unnest(${GUARDS}::text[]) as expected (name)
      where not exists (select from pg_trigger where tgname = expected.name and not tgisinternal and tgenabled in ('O', 'A')) limit 20`,
  },
  {
    id: 'I15',
    promise: 'No entry is in a currency other than its account’s.',
    violations: sql`
      select entry.id, entry.currency, account.currency as account_currency
      from ledger_entries entry join ledger_accounts account on account.id = entry.account_id where account.currency <> entry.currency limit 20`,
  },
  {
    id: 'I19',
    promise: 'A reversal points at one transaction, at most once, with opposite amounts.',
    violations: sql`
      select reversal.id from ledger_transactions reversal
      where reversal.reverses_id is not null and (
        exists (select from ledger_transactions other where other.reverses_id = reversal.reverses_id and other.id <> reversal.id)
        or exists (
          select from ledger_entries taken full join (select * from ledger_entries where transaction_id = reversal.id) back
            on back.account_id = taken.account_id
          where (taken.transaction_id = reversal.reverses_id or taken.id is null)
            and (taken.id is null or back.id is null or taken.amount_minor + back.amount_minor <> 0))) limit 20`,
  },
];
