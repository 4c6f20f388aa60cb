import { createHash } from 'node:crypto';

import { plannedEachTime } from './sql.js';

/** How many texts one process remembers the names of. */
const MOST_NAMES = 2_000;

/**
 * Names of prepared statements: the hash of the text, so that the same question is the same statement on every
 * connection and in every process.
 *
 * A text has a name from the second time on. Documents from elsewhere can ask for any combination of fields, and what is
 * asked for once is not worth the memory of a prepared statement on each connection.
 */
export class StatementNames {
  private readonly names = new Map<string, string | undefined>();

  /** Undefined for what is better planned anew: what was never asked before, and what depends on its values. */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (text.includes(plannedEachTime.text)) return undefined;
    if (!this.names.has(text)) {
      if (this.names.size >= MOST_NAMES) this.names.clear();
      this.names.set(text, undefined);
      return undefined;
    }
    const name = `v_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
    this.names.set(text, name);
    return name;
  }
}
