import { Injectable } from '@nestjs/common';

import { join, limit, raw, Reader, sql } from '../../../platform/database/index.js';

/** What is listed: the table, the time it began by, by which it is sorted through an index, and what is left out. */
const LISTED = {
  ideas: { began: 'created_at', changed: 'updated_at', listed: `stage not in ('WITHDRAWN', 'MERGED', 'DECLINED')` },
  ventures: { began: 'created_at', changed: 'created_at', listed: 'true' },
  commons: { table: 'commons_entries', began: 'published_at', changed: 'published_at', listed: `status = 'PUBLISHED'` },
  components: { began: 'registered_at', changed: 'updated_at', listed: 'true' },
  mandates: { began: 'published_at', changed: 'published_at', listed: 'true' },
  organisations: { began: 'created_at', changed: 'created_at', listed: 'true' },
} as const satisfies Record<
  string,
  { readonly table?: string; readonly began: string; readonly changed: string; readonly listed: string }
>;

export type Listed = keyof typeof LISTED;

export function isListed(kind: string): kind is Listed {
  return Object.hasOwn(LISTED, kind);
}

/** As many as one file may hold. */
const MOST = 50_000;

/** Pages about people are not listed: whoever speaks about their own life is found by nobody who only knows their name. */
@Injectable()
export class SitemapStore {
  constructor(private readonly reader: Reader) {}

  /** From the month of the first to this one, for each kind; months in between are listed even when nothing began in them. */
  async months(): Promise<{ readonly kind: Listed; readonly month: string }[]> {
    const kinds = Object.entries(LISTED) as [Listed, (typeof LISTED)[Listed]][];
    const firsts = kinds.map(([kind, { began, ...rest }]) => {
      const table = 'table' in rest ? rest.table : kind;
      return sql`select ${kind}::text as kind, (select min(${raw(began)}) from ${raw(table)}) as first`;
    });
    return this.reader.query(sql`
      select f.kind, to_char(m, 'YYYY-MM') as month
      from (${join(firsts, ' union all ')}) f,
        generate_series(date_trunc('month', f.first at time zone 'UTC'), app_now() at time zone 'UTC', interval '1 month') m
      where f.first is not null order by f.kind, m`);
  }

  /** The pages of what began in a month, newest first. The day is all that is said of when they changed. */
  pagesOf(kind: Listed, month: string): Promise<{ readonly path: string; readonly changedOn: string }[]> {
    const { began, changed, listed, ...rest } = LISTED[kind];
    const from = sql`(${`${month}-01`}::timestamp at time zone 'UTC')`;
    const until = sql`((${`${month}-01`}::timestamp + interval '1 month') at time zone 'UTC')`;
    return this.reader.query(sql`
      select ${`/${kind}/`}::text || slug as path, to_char(${raw(changed)} at time zone 'UTC', 'YYYY-MM-DD') as "changedOn"
      from ${raw('table' in rest ? rest.table : kind)}
      where ${raw(began)} >= ${from} and ${raw(began)} < ${until} and ${raw(listed)}
      order by ${raw(began)} desc ${limit(MOST)}`);
  }
}
