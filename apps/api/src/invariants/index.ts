import { FUNDING_INVARIANTS } from './funding-invariants.js';
import { GRANT_INVARIANTS } from './grant-invariants.js';
import type { Invariant, InvariantReader, InvariantResult } from './invariant.js';
import { LEDGER_INVARIANTS } from './ledger-invariants.js';
import { RULE_INVARIANTS } from './rule-invariants.js';

export type { Invariant, InvariantReader, InvariantResult } from './invariant.js';

/** Every promise about money that can be asked of the database, in the order of their numbers. */
export const INVARIANTS: readonly Invariant[] = [
  ...LEDGER_INVARIANTS,
  ...FUNDING_INVARIANTS,
  ...RULE_INVARIANTS,
  ...GRANT_INVARIANTS,
].toSorted((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)));

/**
 * Asks every invariant. Sound when each result has no violation.
 *
 * Reads only, and each statement sees one moment of the database; two statements may see two, so an operator who runs
 * this on a busy system asks again before being alarmed.
 */
export async function checkInvariants(reader: InvariantReader): Promise<readonly InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const { id, promise, violations } of INVARIANTS) {
    const found = typeof violations === 'function' ? await violations(reader) : await reader.query(violations);
    results.push({ id, promise, violations: found });
  }
  return results;
}
