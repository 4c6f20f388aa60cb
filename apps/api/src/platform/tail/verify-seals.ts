import { createHash } from 'node:crypto';

import type { Reader } from '../database/reader.js';
import { sql } from '../database/sql.js';
import { leafOf } from '../activity/commitment.js';
import { sealHash } from './tail.js';

/** What a check of the log found. `faults` is empty when every seal and every readable leaf is right. */
export interface SealCheck {
  readonly seals: number;
  readonly activities: number;
  /** Activities whose content was destroyed by redaction or deletion: their leaf stays and is chained all the same. */
  readonly withoutContent: number;
  readonly faults: readonly string[];
}

/** Recomputes the hash chain from the first seal to the newest, and each leaf from its salt and content where they still exist. */
export async function verifySeals(reader: Reader): Promise<SealCheck> {
  const faults: string[] = [];
  let previous: Buffer = Buffer.alloc(32);
  let next = 1n;
  let activities = 0;
  let withoutContent = 0;
  const seals = await reader.query<{
    number: string;
    first: string;
    last: string;
    previous: Buffer;
    root: Buffer;
    hash: Buffer;
  }>(
    sql`select number::text, first_position::text as first, last_position::text as last, previous_hash as previous, root, hash from activity_seals s order by s.number`,
  );
  for (const seal of seals) {
    const entries = await reader.query<{ id: string; leaf: Buffer; salt: Buffer | null; content: unknown }>(sql`
      select a.id, a.leaf, c.salt, c.content from activity_positions p join activities a on a.id = p.activity_id left join activity_contents c on c.activity_id = a.id
      where p.position between ${seal.first}::bigint and ${seal.last}::bigint order by p.position`);
    const root = createHash('sha256');
    for (const entry of entries) {
      root.update(entry.leaf);
      if (entry.salt === null) withoutContent += 1;
      else if (!leafOf(entry.salt, entry.content).equals(entry.leaf))
        faults.push(`activity ${entry.id}: its content does not match its leaf`);
    }
    activities += entries.length;
    const expected = root.digest();
    if (BigInt(seal.first) !== next) faults.push(`seal ${seal.number}: begins at ${seal.first}, expected ${next}`);
    if (!seal.previous.equals(previous)) faults.push(`seal ${seal.number}: does not follow the seal before it`);
    if (!seal.root.equals(expected)) faults.push(`seal ${seal.number}: its root does not match its activities`);
    if (!sealHash(seal.previous, expected, BigInt(seal.first), BigInt(seal.last)).equals(seal.hash)) {
      faults.push(`seal ${seal.number}: its hash is wrong`);
    }
    previous = seal.hash;
    next = BigInt(seal.last) + 1n;
  }
  return { seals: seals.length, activities, withoutContent, faults };
}
