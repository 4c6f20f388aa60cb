import { Injectable } from '@nestjs/common';

import { canonicalJson } from '../../../platform/activity/index.js';
import { limit, Reader, sql } from '../../../platform/database/index.js';

/** Read at once; more would only be held in memory while they are written. */
const BATCH = 200;

/**
 * What everybody may see of the log, with seals from which a stranger recomputes that nothing was changed, put in or taken
 * out. Each seal follows its entries, so that one can be checked after the other without keeping any of them.
 *
 * Private entries are in another chain, which nobody is shown: a gap between two public ones would be a private one with
 * its moment.
 */
@Injectable()
export class ActivityExport {
  constructor(private readonly reader: Reader) {}

  /**
   * Lines of JSON, some at once. The content stands last and byte for byte as it was sealed, so that whoever verifies it
   * takes it from the line and need not know how it was written. Salts, leaves and hashes are hexadecimal.
   *
   * @param after the number of the last seal that somebody has already; 0 for everything.
   */
  async *lines(after = 0): AsyncGenerator<string> {
    const range = await this.reader.one<{ from: string; to: string }>(sql`
      select coalesce((select last_position from public_seals where number = ${after}::bigint), 0)::text as from,
        coalesce((select last_position from public_seals s order by s.number desc limit 1), 0)::text as to`);
    const to = range?.to ?? '0';
    for (let from = range?.from ?? '0'; BigInt(from) < BigInt(to);) {
      const rows = await this.reader.query<{
        position: string;
        leaf: string;
        salt: string | null;
        content: unknown;
        seal: string | null;
        hash: string | null;
      }>(sql`
        select p.position::text as position, encode(a.leaf, 'hex') as leaf, encode(c.salt, 'hex') as salt, c.content,
          s.number::text as seal, encode(s.hash, 'hex') as hash
        from activity_positions p
          join activities a on a.id = p.activity_id and a.visibility = 'PUBLIC'
          left join activity_contents c on c.activity_id = a.id
          left join public_seals s on s.last_position = p.position
        where p.position > ${from}::bigint and p.position <= ${to}::bigint
        order by p.position ${limit(BATCH)}`);
      let lines = '';
      for (const { leaf, salt, content, seal, hash } of rows) {
        // Where salt and content were destroyed the leaf stands for them; otherwise it follows from them.
        lines += salt === null ? `{"leaf":"${leaf}"}\n` : `{"salt":"${salt}","content":${canonicalJson(content)}}\n`;
        if (seal !== null) lines += `{"seal":${seal},"hash":"${hash}"}\n`;
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      yield lines;
      from = last.position;
    }
  }
}
