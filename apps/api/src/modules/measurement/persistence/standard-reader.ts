import type { Standard } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';

@Injectable()
export class StandardReader {
  constructor(private readonly reader: Reader) {}

  /** A published data standard with the newest version of each of its indicators. */
  bySlug(slug: string, baseUrl: string): Promise<Standard | undefined> {
    const asked = slug.toWellFormed().replaceAll('\u0000', '');
    return this.reader.one<Standard>(sql`
      select e.title, e.summary as description, ${baseUrl}::text || '/commons/' || e.slug as address, e.licence,
        coalesce((select json_agg(json_build_object('key', i.key, 'version', v.version, 'title', v.title, 'definition', v.definition,
            'unit', v.unit, 'unitNote', v.unit_note, 'direction', v.direction, 'countsPeople', v.counts_people, 'tier', v.tier,
            'change', v.change, 'changeNote', v.change_note) order by i.created_at, i.id)
          from indicators i join lateral (select * from indicator_versions w where w.indicator_id = i.id order by w.version desc limit 1) v on true
          where i.entry_id = e.id), '[]'::json) as indicators
      from commons_entries e where e.slug = ${asked} and e.kind = 'DATA_STANDARD' and e.status = 'PUBLISHED'`);
  }
}
