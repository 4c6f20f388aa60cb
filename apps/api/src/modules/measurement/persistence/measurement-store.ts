import type { IndicatorVersion, MeasuredIndicator, MeasuredValue, RecordedMeasurements } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import type { By } from './indicator-store.js';

/** A data standard with what is measured by it. */
export interface StoredStandard {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly indicators: readonly StoredMeasuredIndicator[];
}

export interface StoredMeasuredIndicator extends MeasuredIndicator {
  readonly id: string;
  readonly versions: readonly (IndicatorVersion & { readonly id: string })[];
}

/** The newest thing that was said at one place: an organisation, an indicator and a period. */
export interface StoredMeasurement {
  readonly id: string;
  readonly indicatorId: string;
  readonly versionId: string;
  readonly value: string | null;
  readonly under: number | null;
  readonly takenBack: boolean;
  readonly method: string;
  readonly revision: number;
}

/** A value as it would be written. */
export type NewMeasurement = Omit<MeasuredValue, 'key'> & {
  readonly indicator: StoredMeasuredIndicator;
  readonly takenBack: boolean;
};

type Period = Pick<RecordedMeasurements, 'from' | 'to'>;

@Injectable()
export class MeasurementStore {
  /** Keeps others from writing what this organisation measured until the transaction ends. */
  async lockOrganisation(tx: Tx, organisationId: string): Promise<boolean> {
    const statement = sql`select id from organisations where id = ${organisationId} for no key update`;
    return (await tx.one(statement)) !== undefined;
  }

  /** The standard, kept from being changed or taken back until the transaction ends. */
  async standard(tx: Tx, entryId: string): Promise<StoredStandard | undefined> {
    const entry = await tx.one<Omit<StoredStandard, 'indicators'>>(
      sql`select id, kind, status from commons_entries where id = ${entryId} for share`,
    );
    if (entry === undefined) return undefined;
    const indicators = await tx.query<StoredMeasuredIndicator>(sql`
      select i.id, i.key, (
        select json_agg(json_build_object('id', v.id, 'version', v.version, 'title', v.title, 'definition', v.definition, 'unit', v.unit,
          'unitNote', v.unit_note, 'direction', v.direction, 'countsPeople', v.counts_people, 'tier', v.tier, 'change', v.change,
          'changeNote', v.change_note) order by v.version)
        from indicator_versions v where v.indicator_id = i.id) as versions
      from indicators i where i.entry_id = ${entryId} order by i.created_at, i.id`);
    return { ...entry, indicators };
  }

  /** What was last said of these indicators in a period, by indicator. The organisation must be locked. */
  async newest(
    tx: Tx,
    organisationId: string,
    { from, to }: Period,
    indicatorIds: readonly string[],
  ): Promise<ReadonlyMap<string, StoredMeasurement>> {
    const rows = await tx.query<StoredMeasurement>(sql`
      select m.id, m.indicator_id as "indicatorId", m.indicator_version_id as "versionId", m.value::text, m.under, m.taken_back as "takenBack",
        m.method, m.revision
      from measurements m
      where m.organisation_id = ${organisationId} and m.indicator_id = any(${indicatorIds}::uuid[]) and m.period_from = ${from}
        and m.period_to = ${to} and m.replaced_at is null`);
    return new Map(rows.map((row) => [row.indicatorId, row]));
  }

  /** Writes values in the place of those before them, which are kept. The organisation must be locked. */
  async add(
    tx: Tx,
    organisationId: string,
    { from, to, method }: Omit<RecordedMeasurements, 'values'>,
    values: readonly (NewMeasurement & { readonly before: StoredMeasurement | undefined })[],
    by: By,
  ): Promise<void> {
    const replaced = values.flatMap(({ before }) => (before === undefined ? [] : [before.id]));
    if (replaced.length > 0) {
      await tx.query(sql`update measurements set replaced_at = ${by.at} where id = any(${replaced}::uuid[])`);
    }
    const rows = values.map(({ indicator, before, ...value }) => {
      const definition = indicator.versions.find(({ version }) => version === value.version);
      if (definition === undefined) throw new Error('A value is under a version that does not exist.');
      return {
        id: newId(),
        indicator_id: indicator.id,
        indicator_version_id: definition.id,
        counts_people: definition.countsPeople,
        comparable_since: value.comparableSince,
        value: value.value,
        under: value.under,
        taken_back: value.takenBack,
        revision: (before?.revision ?? 0) + 1,
      };
    });
    await tx.query(sql`
      insert into measurements (id, organisation_id, indicator_id, indicator_version_id, counts_people, comparable_since, value, under, taken_back,
        method, period_from, period_to, revision, recorded_by_id, recorded_at)
      select r.id, ${organisationId}, r.indicator_id, r.indicator_version_id, r.counts_people, r.comparable_since, r.value, r.under, r.taken_back,
        ${method}, ${from}, ${to}, r.revision, ${by.personId}, ${by.at}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, indicator_id uuid, indicator_version_id uuid, counts_people boolean,
        comparable_since integer, value numeric, under integer, taken_back boolean, revision integer)`);
    // Under another version the place of the old value changed too. A place that waits already is locked until this commits:
    // whoever looked at it before would not see what is written here, and nobody would look again.
    const touched = [...replaced, ...rows.map(({ id }) => id)];
    await tx.query(sql`
      insert into benchmarks_waiting (indicator_id, comparable_since, period_from, period_to)
      select distinct m.indicator_id, m.comparable_since, m.period_from, m.period_to from measurements m where m.id = any(${touched}::uuid[])
      order by 1, 2, 3, 4 on conflict on constraint benchmarks_waiting_pk do update set period_to = excluded.period_to`);
  }

  /** The newest of the place that a measurement is at, if it stands. */
  at(tx: Tx, measurementId: string): Promise<Place | undefined> {
    return tx.one<Place>(sql`
      select m.organisation_id as "organisationId", i.entry_id as "entryId", m.indicator_id as "indicatorId", m.period_from::text as "from",
        m.period_to::text as "to"
      from measurements m join indicators i on i.id = m.indicator_id where m.id = ${measurementId} and m.replaced_at is null and not m.taken_back`);
  }
}

export interface Place {
  readonly organisationId: string;
  readonly entryId: string;
  readonly indicatorId: string;
  readonly from: string;
  readonly to: string;
}
