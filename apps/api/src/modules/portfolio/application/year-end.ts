import { sql, type Sql } from '../../../platform/database/index.js';

/** Days of a funder's year, both included, by UTC. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * What a treasurer books for a year, one row a pledge that held money in it: what was agreed and unpaid at the start,
 * what was agreed, paid and let go since, and what that leaves at the end. What was asked for by then is owed and
 * accrued; what was agreed and not asked for yet depends on what the project shares back, so it is disclosed and not
 * accrued; what is only pledged binds nobody before its round closes. The ledger answers as it stood at the end of the
 * day, whatever happened since: every row adds up, start + agreed - paid - released = owed + conditional.
 */
export function yearEndByPledge(organisation: Sql, { from, to }: Period): Sql {
  return sql`(
    select * from (
      select pledge.id as pledge_id, pledge.currency,
        coalesce(sum(moved.amount) filter (where moved.kind in ('COMMITTED', 'CALLED') and moved.before), 0) as at_start_minor,
        coalesce(sum(moved.amount) filter (where moved.kind = 'COMMITTED' and moved.why = 'PLEDGE_COMMITTED' and not moved.before), 0) as agreed_minor,
        coalesce(sum(moved.amount) filter (where moved.kind = 'PAID' and not moved.before), 0) as paid_minor,
        - coalesce(sum(moved.amount) filter (where moved.kind in ('COMMITTED', 'CALLED') and moved.why in ('REMAINDER_RELEASED', 'CALL_RELEASED')
          and not moved.before), 0) as released_minor,
        coalesce(sum(moved.amount) filter (where moved.kind = 'CALLED'), 0) as owed_minor,
        coalesce(sum(moved.amount) filter (where moved.kind = 'COMMITTED'), 0) as conditional_minor,
        coalesce(sum(moved.amount) filter (where moved.kind = 'PLEDGED'), 0) as pledged_minor
      from pledges pledge
      join lateral (
        select account.kind, transaction.kind as why, entry.amount_minor as amount,
          transaction.effective_at < ${from}::date::timestamp at time zone 'UTC' as before
        from ledger_accounts account join ledger_entries entry on entry.account_id = account.id
        join ledger_transactions transaction on transaction.id = entry.transaction_id
        where account.owner_id = pledge.id and transaction.effective_at < (${to}::date + 1)::timestamp at time zone 'UTC') moved on true
      where pledge.organisation_id = ${organisation} group by pledge.id) line
    where (line.at_start_minor, line.agreed_minor, line.paid_minor, line.released_minor, line.pledged_minor) <> (0, 0, 0, 0, 0))`;
}

/** The same, all pledges of one currency together. */
export function yearEndByCurrency(organisation: Sql, period: Period): Sql {
  const lines = yearEndByPledge(organisation, period);
  return sql`(
    select line.currency, sum(line.at_start_minor) as at_start_minor, sum(line.agreed_minor) as agreed_minor, sum(line.paid_minor) as paid_minor,
      sum(line.released_minor) as released_minor, sum(line.owed_minor) as owed_minor, sum(line.conditional_minor) as conditional_minor,
      sum(line.pledged_minor) as pledged_minor
    from ${lines} line group by line.currency)`;
}
