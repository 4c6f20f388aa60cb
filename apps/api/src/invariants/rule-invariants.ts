import {
  matchedAmounts,
  resolveConditions,
  type AgreedOutput,
  type ConditionalPledge,
  type Matching,
} from '@openimpact/domain';

import { moneyOf, readCondition, type StoredCondition } from '../modules/mandates/index.js';
import { limit, sql } from '../platform/database/sql.js';
import type { Invariant, InvariantReader } from './invariant.js';

interface StoredPledge {
  readonly id: string;
  readonly funderId: string;
  readonly status: string;
  readonly amount: string;
  readonly percent: number | null;
  readonly most: string | null;
  readonly conditions: readonly StoredCondition[];
}

interface StoredRound {
  readonly id: string;
  readonly status: string;
  readonly currency: string;
  readonly target: string;
  readonly minimum: string;
  readonly committed: string | null;
  readonly facts: {
    readonly votes: number;
    readonly livedExperienceHeard: boolean;
    readonly leadVerified: boolean;
    readonly outputs: readonly AgreedOutput[];
  } | null;
  readonly pledges: readonly StoredPledge[];
}

/** So many rounds at once: enough for one statement, little enough for one process. */
const PAGE = 200;

const PLEDGE = sql`json_build_object('id', pledge.id, 'funderId', pledge.organisation_id, 'status', pledge.status, 'amount', pledge.amount_minor::text,
  'percent', pledge.match_percent, 'most', pledge.match_most_minor::text, 'conditions', pledge.conditions)`;

/** Promises that a rule has to be asked about: the database knows what was stored, not what follows from it. */
export const RULE_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I17',
    promise: 'A match is worth what the pledges it matches make it.',
    violations: (reader) =>
      eachRound(reader, sql`round.status in ('OPEN', 'CLOSING')`, sql`pledge.status = 'PLEDGED'`, (round) => {
        const pledges = pledgesOf(round);
        const worth = matchedAmounts(pledges, moneyOf(BigInt(round.target), round.currency));
        return pledges
          .filter((pledge) => pledge.matching && !worth.get(pledge.id)?.equals(pledge.amount))
          .map((pledge) => ({
            round: round.id,
            pledge: pledge.id,
            stored: pledge.amount.minorUnits.toString(),
            worth: worth.get(pledge.id)?.minorUnits.toString(),
          }));
      }),
  },
  {
    id: 'I21',
    promise: 'The conditions of a closed round, resolved again, give the pledges that were agreed and their sum.',
    violations: (reader) =>
      eachRound(
        reader,
        sql`round.status in ('SUCCEEDED', 'FAILED') and round.closed_by <> 'LEAD_GIVING_UP' and round.closing_facts is not null`,
        // What was given back with the close, not before it: that is still as it was.
        sql`(pledge.status in ('COMMITTED', 'SETTLED') or (pledge.status = 'RELEASED' and pledge.updated_at = round.closed_at))`,
        (round) => {
          if (round.facts === null) return [];
          const target = moneyOf(BigInt(round.target), round.currency);
          const resolution = resolveConditions(pledgesOf(round), { ...round.facts, target });
          const reached = resolution.total.minorUnits >= BigInt(round.minimum);
          const worth = [...resolution.amounts].filter(([, amount]) => amount.isPositive).map(([id]) => id);
          const expected = reached ? worth : [];
          const agreed = round.pledges.filter(({ status }) => status !== 'RELEASED').map(({ id }) => id);
          const committed = reached ? resolution.total.minorUnits : 0n;
          const same =
            reached === (round.status === 'SUCCEEDED') &&
            committed === BigInt(round.committed ?? '0') &&
            expected.toSorted().join() === agreed.toSorted().join();
          return same ? [] : [{ round: round.id, status: round.status, expected, agreed }];
        },
      ),
  },
];

async function eachRound(
  reader: InvariantReader,
  which: ReturnType<typeof sql>,
  pledges: ReturnType<typeof sql>,
  violationsOf: (round: StoredRound) => readonly Readonly<Record<string, unknown>>[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rounds = await reader.query<StoredRound & Record<string, unknown>>(sql`
      select round.id, round.status, round.currency, round.target_minor::text as target, round.minimum_minor::text as minimum,
        round.committed_at_close_minor::text as committed, round.closing_facts as facts,
        (select coalesce(json_agg(${PLEDGE} order by pledge.placed_at, pledge.id), '[]'::json) from pledges pledge
          where pledge.round_id = round.id and ${pledges}) as pledges
      from funding_rounds round where ${which} and round.id > ${after}::uuid order by round.id ${limit(PAGE)}`);
    found.push(...rounds.flatMap(violationsOf));
    const last = rounds.at(-1);
    if (last === undefined || rounds.length < PAGE || found.length >= 20) return found.slice(0, 20);
    after = last.id;
  }
}

function pledgesOf({ currency, pledges }: StoredRound): readonly (ConditionalPledge & { matching: Matching | null })[] {
  return pledges.map(({ id, funderId, amount, percent, most, conditions }) => ({
    id,
    funderId,
    amount: moneyOf(BigInt(amount), currency),
    matching: percent === null || most === null ? null : { percent, most: moneyOf(BigInt(most), currency) },
    conditions: conditions.map(readCondition),
  }));
}
