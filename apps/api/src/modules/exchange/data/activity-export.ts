import { Injectable } from '@nestjs/common';

import { limit, Reader, sql } from '../../../platform/database/index.js';

/** Read at once; more would only be held in memory while they are written. */
const BATCH = 1_000;

/** An entry of the public log. Hexadecimal throughout. */
interface ActivityLine {
  readonly activity: {
    readonly leaf: string;
    /** Absent, with the content, where both were destroyed: the leaf stays. */
    readonly salt?: string;
    readonly content?: unknown;
  };
}

interface SealLine {
  readonly seal: {
    /** 1 for the first, without gaps. */
    readonly number: number;
    /** How many lines of activities above it are its own. */
    readonly entries: number;
    readonly previous: string;
    readonly root: string;
    readonly hash: string;
  };
}

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

  /** @param after the number of the last seal that somebody has already; 0 for everything. */
  async *lines(after = 0): AsyncGenerator<ActivityLine | SealLine> {
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
        seal: SealLine['seal'] | null;
      }>(sql`
        select p.position::text as position, encode(a.leaf, 'hex') as leaf, encode(c.salt, 'hex') as salt, c.content,
          case when s.number is not null then json_build_object('number', s.number, 'entries', s.entries,
            'previous', encode(s.previous_hash, 'hex'), 'root', encode(s.root, 'hex'), 'hash', encode(s.hash, 'hex')) end as seal
        from activity_positions p
          join activities a on a.id = p.activity_id and a.visibility = 'PUBLIC'
          left join activity_contents c on c.activity_id = a.id
          left join public_seals s on s.last_position = p.position
        where p.position > ${from}::bigint and p.position <= ${to}::bigint
        order by p.position ${limit(BATCH)}`);
      for (const { leaf, salt, content, seal } of rows) {
        yield { activity: salt === null ? { leaf } : { leaf, salt, content } };
        if (seal !== null) yield { seal };
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      from = last.position;
    }
  }
}
