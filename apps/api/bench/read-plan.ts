/** How a query is answered: what it reads by which index, and what would be slow among many rows. */
export interface Planned {
  readonly reads: string[];
  readonly faults: string[];
}

/** What `EXPLAIN (FORMAT JSON)` says of a step. */
export interface Step {
  readonly 'Node Type'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Plan Rows'?: number;
  readonly 'Subplan Name'?: string;
  readonly Plans?: readonly Step[];
}

/** More rows than this are many: of a table, and to be put in order. */
export const MANY = 5_000;

/** How many ideas the plans were made among, as it is written down: what is logged meanwhile changes nothing. */
export function inThousands(rows: number): number {
  return Math.round(rows / 1_000) * 1_000;
}

/** Tables of one row, which nobody looks up. */
const ONE_ROW: ReadonlySet<string> = new Set(['installation', 'app_clock']);

/**
 * Reads a plan. A large table that is read whole, and many rows that are put in order, are faults.
 *
 * Where large data holds few rows, a table is read whole whatever indexes it has; so each statement is planned again with
 * that forbidden (`seqscan: false`), and what is read whole even then has no index to serve it.
 */
export function readPlan(
  plan: Step,
  { rowsOf, seqscan }: { readonly rowsOf: ReadonlyMap<string, number>; readonly seqscan: boolean },
): Planned {
  const found: Planned = { reads: [], faults: [] };
  const words = JSON.stringify(plan);
  const visit = (step: Step, limited: boolean): void => {
    const { 'Node Type': kind = '', 'Relation Name': table, 'Index Name': index, Plans: inner = [] } = step;
    // Of few rows a table of hashes is made whatever is forbidden, so nothing can be told of them.
    const name = step['Subplan Name'];
    if (!seqscan && name !== undefined && words.includes(`hashed ${name})`)) return;
    const isLarge = (rowsOf.get(table ?? '') ?? 0) > MANY;
    if (table !== undefined) found.reads.push(`${table}: ${kind}${index === undefined ? '' : ` by ${index}`}`);
    if (kind === 'Seq Scan' && table !== undefined && !ONE_ROW.has(table) && isLarge === seqscan) {
      found.faults.push(isLarge ? `reads all of ${table}` : `has no index for ${table}`);
    }
    if (
      kind.startsWith('Index') &&
      isLarge &&
      seqscan &&
      !limited &&
      step['Index Cond'] === undefined &&
      (step['Plan Rows'] ?? 0) > MANY
    ) {
      found.faults.push(`reads all of ${table} in the order of ${index}`);
    }
    if (seqscan && kind === 'Sort' && (inner[0]?.['Plan Rows'] ?? 0) > MANY)
      found.faults.push('puts many rows in order');
    for (const each of inner) visit(each, limited || kind === 'Limit');
  };
  visit(plan, false);
  return found;
}
