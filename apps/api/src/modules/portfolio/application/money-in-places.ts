import { sql, type Sql } from '../../../platform/database/index.js';

/**
 * What lies where of the money that an organisation put into its open offers: one row an offer. Read from the ledger's
 * accounts, so that a funder's figures and the project's are one and the same.
 */
export function moneyByOffer(organisation: Sql): Sql {
  return sql`(
    select mandate.id as mandate_id, mandate.status, mandate.published_at, mandate.currency, mandate.budget_minor,
      coalesce((select account.balance from ledger_accounts account
        where account.owner_id = mandate.id and account.kind = 'MANDATE_AVAILABLE' and account.currency = mandate.currency), 0) as available_minor,
      held.pledged_minor, held.committed_minor, held.called_minor, held.paid_minor
    from mandates mandate
    join lateral (
      select coalesce(sum(account.balance) filter (where account.kind = 'PLEDGED'), 0) as pledged_minor,
        coalesce(sum(account.balance) filter (where account.kind = 'COMMITTED'), 0) as committed_minor,
        coalesce(sum(account.balance) filter (where account.kind = 'CALLED'), 0) as called_minor,
        coalesce(sum(account.balance) filter (where account.kind = 'PAID'), 0) as paid_minor
      from pledges pledge join ledger_accounts account on account.owner_id = pledge.id
      where pledge.mandate_id = mandate.id) held on true
    where mandate.organisation_id = ${organisation})`;
}

/** The same, all offers of one currency together: two currencies are never added. */
export function moneyByCurrency(organisation: Sql): Sql {
  const offers = moneyByOffer(organisation);
  return sql`(
    select offer.currency, sum(offer.budget_minor) as budget_minor, sum(offer.available_minor) as available_minor, sum(offer.pledged_minor) as pledged_minor,
      sum(offer.committed_minor) as committed_minor, sum(offer.called_minor) as called_minor, sum(offer.paid_minor) as paid_minor
    from ${offers} offer group by offer.currency)`;
}

/** What of a pledge's agreed money went back to the open offer without being paid. Public, as each release is. */
export function releasedOf(pledge: Sql): Sql {
  return sql`(coalesce((select sum(release.amount_minor) from remainder_releases release
      where release.pledge_id = ${pledge} and release.released_at is not null), 0)
    + coalesce((select sum(part.released_minor) from call_parts part where part.pledge_id = ${pledge}), 0))`;
}
