import { isDay } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';
import { isoTime } from '../../../platform/graphql/index.js';

/** A place as an address names it. */
export interface PlaceNamed {
  readonly organisation: string;
  readonly standard: string;
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
}

export interface PlaceFound {
  readonly organisationId: string;
  readonly entryId: string;
  /** Null where nothing was reported, or it was taken back. */
  readonly measurement: {
    readonly id: string;
    readonly value: string | null;
    readonly fewerThan: number | null;
    readonly version: number;
    readonly method: string;
    readonly revision: number;
    readonly recordedAt: string;
  } | null;
  readonly wasTakenBack: boolean;
}

@Injectable()
export class MeasurementReader {
  constructor(private readonly reader: Reader) {}

  /** A place of one of the person's own organisations with what is reported there. */
  at(named: PlaceNamed, personId: string): Promise<PlaceFound | undefined> {
    const [organisation, standard, indicator] = [named.organisation, named.standard, named.indicator].map((text) =>
      text.toWellFormed().replaceAll('\u0000', ''),
    );
    // Of a day that does not exist nothing was reported; the rule says what is wrong with it.
    const [from, to] = [named.from, named.to].map((day) => (isDay(day) ? day : null));
    return this.reader.one<PlaceFound & Record<string, unknown>>(sql`
      select o.id as "organisationId", e.id as "entryId",
        case when m.id is not null and not m.taken_back then json_build_object('id', m.id, 'value', trim_scale(m.value)::text,
          'fewerThan', m.under, 'version', v.version, 'method', m.method, 'revision', m.revision,
          'recordedAt', ${isoTime(sql`m.recorded_at`)}) end as measurement,
        coalesce(m.taken_back, false) as "wasTakenBack"
      from organisations o
        join memberships own on own.organisation_id = o.id and own.person_id = ${personId} and own.left_at is null
        join commons_entries e on e.slug = ${standard} and e.kind = 'DATA_STANDARD'
        join indicators i on i.entry_id = e.id and i.key = ${indicator}
        left join measurements m on m.organisation_id = o.id and m.indicator_id = i.id and m.period_from = ${from}::date
          and m.period_to = ${to}::date and m.replaced_at is null
        left join indicator_versions v on v.id = m.indicator_version_id
      where o.slug = ${organisation}`);
  }
}
