import type pg from 'pg';

import type { Sql } from './sql.js';

/** Asked so often within a second, a statement’s answer is shared. Below that everything is asked anew. */
const OFTEN = 10;
const WINDOW_MS = 1_000;
/** How old an answer may be that is given to somebody else, if nothing was written since. */
const SHARED_MS = 1_000;
/** Where writing goes on all the time, sharing gains nothing: an answer is made anew at most this often. */
const LEAST_BETWEEN_MS = 50;
/** Of how many statements one process knows how often they are asked. */
const MOST_COUNTED = 1_000;

let writes = 0;

/** To be called when something was committed, here or, as the database said, elsewhere: what was read before is old. */
export function written(): void {
  writes += 1;
}

/** One answer, and what had been written when it was asked for. */
interface Shared<Row> {
  readonly writes: number;
  readonly since: number;
  readonly row: Promise<Row | undefined>;
}

interface Counted {
  /** When the window began, and how often was asked in it. */
  since: number;
  times: number;
  /** Whether it was asked often in the window before. */
  often: boolean;
  shared?: Shared<unknown>;
}

/**
 * What many ask alike within a second, asked once.
 *
 * The same statement with the same values has the same answer, whoever asks: what may be seen by whom stands in the
 * statement. An answer is given to others until something is written, and never for longer than a second; so whoever
 * wrote something reads it, and what others wrote in another process is a second late at most.
 */
export class SharedReads {
  /** The longest unasked first. */
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly read: <Row extends pg.QueryResultRow>(statement: Sql) => Promise<Row | undefined>) {}

  /**
   * The first row of the answer, which others read too: whoever changes it changes theirs. Undefined where few ask: then
   * the asker’s own statement is as good.
   */
  often<Row extends pg.QueryResultRow>(statement: Sql): Promise<Readonly<Row> | undefined> | undefined {
    const now = performance.now();
    const counted = this.count(keyOf(statement), now);
    if (!counted.often && counted.times < OFTEN) return undefined;
    const { shared } = counted;
    if (shared !== undefined) {
      const age = now - shared.since;
      if (shared.writes === writes && age < SHARED_MS) return shared.row as Promise<Row | undefined>;
      if (age < LEAST_BETWEEN_MS) return undefined;
    }
    const row = this.read<Row>(statement);
    counted.shared = { writes, since: now, row };
    row.catch(() => {
      if (counted.shared?.row === row) delete counted.shared;
    });
    return row;
  }

  /** The first row, whether many ask for it or few. */
  async one<Row extends pg.QueryResultRow>(statement: Sql): Promise<Readonly<Row> | undefined> {
    return this.often<Row>(statement) ?? this.read<Row>(statement);
  }

  private count(key: string, now: number): Counted {
    let counted = this.counted.get(key);
    if (counted === undefined || now - counted.since >= WINDOW_MS) {
      const isRecent = counted !== undefined && now - counted.since < 2 * WINDOW_MS;
      counted = { ...counted, since: now, times: 0, often: isRecent && (counted?.times ?? 0) >= OFTEN };
      this.counted.delete(key);
      this.makeRoom(now);
      this.counted.set(key, counted);
    }
    counted.times += 1;
    return counted;
  }

  private makeRoom(now: number): void {
    for (const [key, { since }] of this.counted) {
      if (now - since < 2 * WINDOW_MS && this.counted.size < MOST_COUNTED) break;
      this.counted.delete(key);
    }
  }
}

function keyOf({ text, values }: Sql): string {
  return `${text}\n${JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`;
}
