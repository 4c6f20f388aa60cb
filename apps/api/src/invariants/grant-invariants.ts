import { awardFaults } from '@openimpact/domain';

import { type AwardRow, awardsFrom, awardsOf, venturesAfter } from '../modules/grants/index.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Invariant, InvariantReader } from './invariant.js';

interface Books extends Record<string, unknown> {
  readonly ventureId: string;
  readonly currency: string;
  /** Agreed when the rounds closed, and paid since, by the ledger. */
  readonly agreed: string;
  readonly paid: string;
  /** What is agreed now: as the funders’ accounts say it, as the project’s do, and as the public reads it. */
  readonly funders: string;
  readonly project: string;
  readonly everyone: string;
}

/** The same money of each project, each currency, from every side that looks at it. */
function booksOf(ventureIds: readonly string[]): Sql {
  return sql`
    select r.venture_id as "ventureId", r.currency, sum(book.agreed)::text as agreed, sum(book.received)::text as paid,
      sum(held.money)::text as funders, sum(book.received + book.receivable)::text as project, sum(r.committed_minor)::text as everyone
    from funding_rounds r
    join lateral (
      select coalesce(sum(account.balance) filter (where account.kind = 'VENTURE_RECEIVED'), 0) as received,
        coalesce(sum(account.balance) filter (where account.kind = 'VENTURE_RECEIVABLE'), 0) as receivable,
        coalesce(sum((select sum(entry.amount_minor) from ledger_entries entry join ledger_transactions transaction on transaction.id = entry.transaction_id
          where entry.account_id = account.id and transaction.kind = 'PLEDGE_COMMITTED')) filter (where account.kind = 'VENTURE_RECEIVABLE'), 0) as agreed
      from ledger_accounts account where account.owner_id = r.id) book on true
    join lateral (
      select coalesce(sum(account.balance), 0) as money from pledges p
      join ledger_accounts account on account.owner_id = p.id and account.kind in ('COMMITTED', 'CALLED', 'PAID')
      where p.round_id = r.id) held on true
    where r.status = 'SUCCEEDED' and r.venture_id = any(${ventureIds}::uuid[]) group by r.venture_id, r.currency`;
}

/** What leaves the house about money, held against the ledger. */
export const GRANT_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I22',
    promise:
      'Grants as they are published are what the standard asks for and add up to the ledger; funders, project and public read the same money.',
    violations: async (reader) => {
      const found: Readonly<Record<string, unknown>>[] = [];
      for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
        const ventures = await reader.query<{ id: string } & Record<string, unknown>>(venturesAfter(after));
        const last = ventures.at(-1);
        if (last === undefined || found.length >= 20) return found.slice(0, 20);
        found.push(
          ...(await brokenOf(
            reader,
            ventures.map(({ id }) => id),
          )),
        );
        after = last.id;
      }
    },
  },
];

async function brokenOf(
  reader: InvariantReader,
  ventureIds: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await reader.query<AwardRow>(awardsOf(ventureIds));
  const books = await reader.query<Books>(booksOf(ventureIds));
  const sums = new Map<string, { awarded: bigint; disbursed: bigint }>();
  for (const { ventureId, currency, awarded, disbursed } of rows) {
    const sum = sums.get(`${ventureId} ${currency}`) ?? { awarded: 0n, disbursed: 0n };
    sums.set(`${ventureId} ${currency}`, {
      awarded: sum.awarded + BigInt(awarded),
      disbursed: sum.disbursed + BigInt(disbursed),
    });
  }
  const differing = books.flatMap((book) => {
    const { awarded, disbursed } = sums.get(`${book.ventureId} ${book.currency}`) ?? { awarded: 0n, disbursed: 0n };
    const same =
      awarded === BigInt(book.agreed) &&
      disbursed === BigInt(book.paid) &&
      book.funders === book.project &&
      book.project === book.everyone;
    return same ? [] : [{ ...book, awarded: awarded.toString(), disbursed: disbursed.toString() }];
  });
  return [...awardFaults(awardsFrom(rows)), ...differing].map((fault) => ({ ...fault }));
}
