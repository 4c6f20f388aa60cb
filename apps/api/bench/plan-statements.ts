import type pg from 'pg';

import { plannedEachTime } from '../src/platform/database/index.js';
import type { Collected } from './collected.js';
import { inThousands, MANY, type Planned, readPlan, type Step } from './read-plan.js';

/** What a statement reads of large tables, by the file it comes from and its hash. */
export type StatementPlans = Record<string, Record<string, { readonly says: string } & Partial<Planned>>>;

/** Asks about each column of each table by a statement of its own, so that they say nothing but their columns. */
const TOO_MANY: ReadonlySet<string> = new Set(['modules/stewardship/persistence/redaction-store.ts']);

/** How much of a statement is written down, for whoever looks for it. */
const SAYS = 70;

/**
 * How the database would answer each statement once it stops planning it for its values, as it does for all that is asked
 * often. Only what concerns large tables is kept; of most statements that is nothing.
 */
export async function planStatements(
  client: pg.ClientBase,
  collected: readonly Collected[],
  rowsOf: ReadonlyMap<string, number>,
): Promise<StatementPlans> {
  const large = (table: string) => (rowsOf.get(table) ?? 0) > MANY;
  const plans: StatementPlans = {};
  for (const { from, text, sameAs, hash } of collected) {
    const key = TOO_MANY.has(from) ? '*' : hash;
    if (plans[from]?.[key] !== undefined) continue;
    // Planned for its values, each time: a plan without them is not how it is answered.
    const found = text.includes(plannedEachTime.text) ? undefined : await planOf(client, text, rowsOf);
    const reads = [...new Set(found?.reads ?? [])].filter((read) => large(read.split(':')[0] ?? '')).toSorted();
    const faults = [...new Set(found?.faults ?? [])].toSorted();
    (plans[from] ??= {})[key] = {
      says: sameAs.slice(0, SAYS),
      ...(reads.length > 0 ? { reads } : {}),
      ...(faults.length > 0 ? { faults } : {}),
    };
  }
  return plans;
}

async function planOf(client: pg.ClientBase, text: string, rowsOf: ReadonlyMap<string, number>): Promise<Planned> {
  const found: Planned = { reads: [], faults: [] };
  for (const seqscan of ['on', 'off'] as const) {
    await client.query(`set enable_seqscan = ${seqscan}`);
    try {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Step }[] }>(
        `explain (generic_plan, format json, verbose) ${text}`,
      );
      const plan = readPlan(rows[0]?.['QUERY PLAN'][0]?.Plan ?? {}, { rowsOf, seqscan: seqscan === 'on' });
      found.reads.push(...(seqscan === 'on' ? plan.reads : []));
      found.faults.push(...plan.faults);
    } catch (error) {
      found.faults.push(`has no plan: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }
  return found;
}

/**
 * A line for each statement, so that a change shows what changed.
 *
 * @param complete whether one whole run of the suites is in it: from then on, a statement that is not is a fault.
 */
export function statementsAsJson(ideas: number, complete: boolean, plans: StatementPlans): string {
  const files = Object.entries(plans).map(([from, found]) => {
    const lines = Object.entries(found).map(([hash, plan]) => `      ${JSON.stringify(hash)}: ${JSON.stringify(plan)}`);
    return `    ${JSON.stringify(from)}: {\n${lines.join(',\n')}\n    }`;
  });
  return `{\n  "ideas": ${inThousands(ideas)},\n  "complete": ${complete},\n  "statements": {\n${files.join(',\n')}\n  }\n}\n`;
}
