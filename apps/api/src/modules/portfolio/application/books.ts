import { decimalText, LEDGER_WORDS, type Currency, type LedgerTransactionKind } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, Reader, sql } from '../../../platform/database/index.js';
import { releasedOf } from './money-in-places.js';
import { type Period, yearEndByPledge } from './year-end.js';

/** Read at once; more would only be held in memory while they are written. */
const BATCH = 5_000;

const START = '00000000-0000-0000-0000-000000000000';

type Cell = string | number | null;
type Line = Readonly<Record<string, Cell>>;

/** Columns of each file, as the first line names them. Amounts are as a treasurer writes them: 1250.00. */
export const BOOK_COLUMNS = {
  portfolio: [
    'project',
    'purpose',
    'openOffer',
    'state',
    'currency',
    'agreed',
    'notAskedFor',
    'askedForUnpaid',
    'paid',
    'released',
    'promised',
    'sharedBack',
  ],
  yearEnd: [
    'project',
    'purpose',
    'openOffer',
    'currency',
    'atStart',
    'agreed',
    'paid',
    'released',
    'owed',
    'conditional',
    'pledgedOnly',
  ],
  ledger: [
    'day',
    'transaction',
    'what',
    'as',
    'project',
    'otherSide',
    'account',
    'currency',
    'amount',
    'balanceAfter',
    'reference',
  ],
} as const;

/** What an organisation's treasurer takes along: portfolio, year and ledger, row by row. The caller knows the reader may. */
@Injectable()
export class Books {
  constructor(private readonly reader: Reader) {}

  async *portfolio(organisationId: string): AsyncGenerator<Line> {
    for (let after = START; ;) {
      const rows = await this.reader.query<Line & { id: string; currency: Currency }>(sql`
        select pledge.id, idea.title as project, round.purpose, mandate.title as "openOffer", pledge.status as state, pledge.currency,
          pledge.amount_minor::text as agreed, held.committed::text as "notAskedFor", held.called::text as "askedForUnpaid",
          held.paid::text as paid, ${releasedOf(sql`pledge.id`)}::text as released, kept.promised, kept.returned as "sharedBack"
        from pledges pledge join funding_rounds round on round.id = pledge.round_id join ideas idea on idea.id = round.idea_id
        join mandates mandate on mandate.id = pledge.mandate_id
        join lateral (
          select coalesce(sum(account.balance) filter (where account.kind = 'COMMITTED'), 0) as committed,
            coalesce(sum(account.balance) filter (where account.kind = 'CALLED'), 0) as called,
            coalesce(sum(account.balance) filter (where account.kind = 'PAID'), 0) as paid
          from ledger_accounts account where account.owner_id = pledge.id) held on true
        join lateral (
          select count(*)::int as promised, count(*) filter (where promise.state = 'VERIFIED')::int as returned
          from obligations promise where promise.round_id = round.id and pledge.status in ('COMMITTED', 'SETTLED')) kept on true
        where pledge.organisation_id = ${organisationId} and pledge.id > ${after} order by pledge.id ${limit(BATCH)}`);
      for (const row of rows) yield inDecimals(row, ['agreed', 'notAskedFor', 'askedForUnpaid', 'paid', 'released']);
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  }

  async *yearEnd(organisationId: string, period: Period): AsyncGenerator<Line> {
    // One statement: a payment between two of them would be in one row and missing in another.
    const rows = await this.reader.query<Line & { currency: Currency }>(sql`
      select idea.title as project, round.purpose, mandate.title as "openOffer", line.currency, line.at_start_minor::text as "atStart",
        line.agreed_minor::text as agreed, line.paid_minor::text as paid, line.released_minor::text as released,
        line.owed_minor::text as owed, line.conditional_minor::text as conditional, line.pledged_minor::text as "pledgedOnly"
      from ${yearEndByPledge(sql`${organisationId}`, period)} line join pledges pledge on pledge.id = line.pledge_id
      join funding_rounds round on round.id = pledge.round_id join ideas idea on idea.id = round.idea_id
      join mandates mandate on mandate.id = pledge.mandate_id order by line.pledge_id`);
    const amounts = ['atStart', 'agreed', 'paid', 'released', 'owed', 'conditional', 'pledgedOnly'];
    for (const row of rows) yield inDecimals(row, amounts);
  }

  /**
   * Every entry of the accounts that are an organisation's: of its open offers and pledges as a funder, and of the rounds
   * whose money it holds or that it leads. A bank reference is shown to the two sides of its payment.
   */
  async *ledger(organisationId: string, { from, to }: Period): AsyncGenerator<Line> {
    for (let after = START; ;) {
      const rows = await this.reader.query<
        Line & { id: string; currency: Currency; kind: LedgerTransactionKind; account: string }
      >(sql`
        with mine as (
          select mandate.id as owner_id, 'funder' as side, null::uuid as round_id, null::uuid as other_id from mandates mandate
            where mandate.organisation_id = ${organisationId}
          union all
          select pledge.id, 'funder', round.id, round.money_holder_organisation_id from pledges pledge
            join funding_rounds round on round.id = pledge.round_id where pledge.organisation_id = ${organisationId}
          union all
          select round.id, case when round.money_holder_organisation_id = ${organisationId} then 'money holder' else 'lead' end, round.id, null
          from funding_rounds round
          where round.money_holder_organisation_id = ${organisationId} or round.lead_organisation_id = ${organisationId})
        select entry.id, to_char(transaction.effective_at at time zone 'UTC', 'YYYY-MM-DD') as day, transaction.id as transaction,
          transaction.kind, mine.side as "as", idea.title as project, coalesce(other.name, payer.name) as "otherSide", account.kind as account,
          entry.currency, entry.amount_minor::text as amount, entry.balance_after::text as "balanceAfter",
          case when mine.side <> 'lead' then payment.reference end as reference
        from mine join ledger_accounts account on account.owner_id = mine.owner_id
        join ledger_entries entry on entry.account_id = account.id
        join ledger_transactions transaction on transaction.id = entry.transaction_id
        left join funding_rounds round on round.id = mine.round_id left join ideas idea on idea.id = round.idea_id
        left join organisations other on other.id = mine.other_id
        left join payments payment on payment.id = transaction.cause_id
        left join organisations payer on payer.id = payment.organisation_id and mine.other_id is null
        where transaction.effective_at >= ${from}::date::timestamp at time zone 'UTC'
          and transaction.effective_at < (${to}::date + 1)::timestamp at time zone 'UTC' and entry.id > ${after}
        order by entry.id ${limit(BATCH)}`);
      for (const row of rows) {
        const words = {
          what: LEDGER_WORDS.transaction[row.kind] ?? row.kind,
          account: LEDGER_WORDS.account[row.account as 'PAID'],
        };
        yield { ...inDecimals(row, ['amount', 'balanceAfter']), ...words };
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  }
}

/** Minor units in these columns as a treasurer writes them. */
function inDecimals(row: Line & { readonly currency: Currency }, columns: readonly string[]): Line {
  const written: Record<string, string> = {};
  for (const column of columns) written[column] = decimalText(BigInt(String(row[column])), row.currency);
  return { ...row, ...written };
}
