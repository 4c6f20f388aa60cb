import type { Reader } from '../platform/database/index.js';
import type { Sql } from '../platform/database/sql.js';

/** Something that is always true of the stored money: a query that finds what breaks it, and so finds nothing. */
export interface Invariant {
  /** `I1`, as the documentation numbers them. */
  readonly id: string;
  /** What is promised, in a sentence. */
  readonly promise: string;
  /** A query that finds what breaks it; or, where a query cannot say it, a program that does. */
  readonly violations: Sql | ((reader: InvariantReader) => Promise<readonly Readonly<Record<string, unknown>>[]>);
}

/** What an invariant found. Sound when there is no row. */
export interface InvariantResult {
  readonly id: string;
  readonly promise: string;
  /** At most twenty rows that break the promise, as the query describes them. */
  readonly violations: readonly Readonly<Record<string, unknown>>[];
}

/** Only what is needed of a reader, so that tests and commands can bring their own. */
export type InvariantReader = Pick<Reader, 'query'>;
