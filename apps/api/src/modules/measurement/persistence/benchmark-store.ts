import type { BenchmarkFigures, IndicatorVersion, KeptNumber } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, newId, sql, type Tx } from '../../../platform/database/index.js';

/** What can be put side by side: values of an indicator for one period, under definitions that mean the same. */
export interface BenchmarkPlace {
  readonly indicatorId: string;
  readonly comparableSince: number;
  readonly from: string;
  readonly to: string;
}

export interface WaitingPlace extends BenchmarkPlace {
  /** The data standard. */
  readonly entryId: string;
}

/** A value that would be told of: the newest of a verified organisation. */
export interface CountedValue extends KeptNumber, Pick<IndicatorVersion, 'unit' | 'countsPeople'> {
  readonly id: string;
  readonly version: number;
  readonly versionId: string;
  /** The day it was reported. */
  readonly on: string;
}

export interface StoredBenchmark {
  readonly id: string;
  readonly publication: number;
  /** None while nothing is told. */
  readonly told: number;
}

@Injectable()
export class BenchmarkStore {
  /**
   * A place that waits, taken off the list; one at which somebody is reporting now is left to the job they add. Until this
   * transaction ends nobody else has it, and whoever reports at it waits to put it back.
   */
  async takeWaiting(tx: Tx): Promise<WaitingPlace | undefined> {
    return tx.one<WaitingPlace>(sql`
      delete from benchmarks_waiting w
      where (w.indicator_id, w.comparable_since, w.period_from, w.period_to) in (
        select n.indicator_id, n.comparable_since, n.period_from, n.period_to from benchmarks_waiting n
        order by n.indicator_id, n.comparable_since, n.period_from, n.period_to ${limit(1)} for update skip locked)
      returning w.indicator_id as "indicatorId", w.comparable_since as "comparableSince", w.period_from::text as "from", w.period_to::text as "to",
        (select i.entry_id from indicators i where i.id = w.indicator_id) as "entryId"`);
  }

  /** Every place at which an organisation's values count from now on, or no longer do. */
  async waitForAllOf(tx: Tx, organisationId: string): Promise<void> {
    await tx.query(sql`
      insert into benchmarks_waiting (indicator_id, comparable_since, period_from, period_to)
      select distinct m.indicator_id, m.comparable_since, m.period_from, m.period_to from measurements m
      where m.organisation_id = ${organisationId} and m.replaced_at is null and not m.taken_back
      order by 1, 2, 3, 4 on conflict on constraint benchmarks_waiting_pk do update set period_to = excluded.period_to`);
  }

  /**
   * One value an organisation. Only verified organisations count: else somebody would make four of their own and read the
   * fifth.
   */
  counted(tx: Tx, { indicatorId, comparableSince, from, to }: BenchmarkPlace): Promise<CountedValue[]> {
    return tx.query<CountedValue>(sql`
      select m.id, m.value::text, m.under, v.version, v.id as "versionId", v.unit, v.counts_people as "countsPeople", to_char(m.recorded_at at time zone 'UTC', 'YYYY-MM-DD') as "on"
      from measurements m join organisations o on o.id = m.organisation_id and o.verified_at is not null
        join indicator_versions v on v.id = m.indicator_version_id
      where m.indicator_id = ${indicatorId} and m.comparable_since = ${comparableSince} and m.period_from = ${from} and m.period_to = ${to}
        and m.replaced_at is null and not m.taken_back`);
  }

  find(tx: Tx, { indicatorId, comparableSince, from, to }: BenchmarkPlace): Promise<StoredBenchmark | undefined> {
    return tx.one<StoredBenchmark>(sql`
      select id, publication, coalesce(organisations, 0) as told from benchmarks
      where indicator_id = ${indicatorId} and comparable_since = ${comparableSince} and period_from = ${from} and period_to = ${to} for update`);
  }

  /** By how many organisations these values differ from each state that was ever told, the newest last. */
  async apart(tx: Tx, benchmarkId: string, measurementIds: readonly string[]): Promise<readonly number[]> {
    const rows = await tx.query<{ apart: number }>(sql`
      with now as materialized (
        select m.organisation_id, m.value, m.under from measurements m where m.id = any(${measurementIds}::uuid[])
      )
      select ((select count(*) from now) + count(*) - count(n.organisation_id)
        - count(*) filter (where (n.value, n.under) is not distinct from (m.value, m.under)))::int as apart
      from benchmark_parts p join measurements m on m.id = p.measurement_id left join now n on n.organisation_id = m.organisation_id
      where p.benchmark_id = ${benchmarkId} group by p.publication order by p.publication`);
    return rows.map(({ apart }) => apart);
  }

  async publish(
    tx: Tx,
    place: BenchmarkPlace,
    before: StoredBenchmark | undefined,
    figures: BenchmarkFigures,
    values: readonly CountedValue[],
    at: Date,
  ): Promise<string> {
    const { indicatorId, comparableSince, from, to } = place;
    const { organisations, middle, lower, upper } = figures;
    const publication = (before?.publication ?? 0) + 1;
    const newest = values.reduce((a, b) => (b.version > a.version ? b : a));
    const on = values.map((value) => value.on).reduce((a, b) => (b > a ? b : a));
    const row = await tx.one<{ id: string }>(sql`
      insert into benchmarks as b (id, indicator_id, comparable_since, period_from, period_to, publication, organisations, indicator_version_id,
        middle, middle_under, lower, lower_under, upper, upper_under, newest_on, published_at)
      values (${newId()}, ${indicatorId}, ${comparableSince}, ${from}, ${to}, ${publication}, ${organisations}, ${newest.versionId},
        ${middle.value}, ${middle.under}, ${lower?.value ?? null}, ${lower?.under ?? null}, ${upper?.value ?? null}, ${upper?.under ?? null},
        ${on}, ${at})
      on conflict on constraint benchmarks_one_key do update set publication = excluded.publication, organisations = excluded.organisations,
        indicator_version_id = excluded.indicator_version_id, middle = excluded.middle, middle_under = excluded.middle_under,
        lower = excluded.lower, lower_under = excluded.lower_under, upper = excluded.upper, upper_under = excluded.upper_under,
        newest_on = excluded.newest_on, published_at = excluded.published_at
      returning b.id`);
    if (row === undefined) throw new Error('The benchmark was not written.');
    const parts = values.map(({ id }) => id);
    await tx.query(sql`
      insert into benchmark_parts (benchmark_id, publication, measurement_id) select ${row.id}, ${publication}, unnest(${parts}::uuid[])`);
    return row.id;
  }

  async takeDown(tx: Tx, benchmarkId: string, at: Date): Promise<void> {
    await tx.query(sql`
      update benchmarks set publication = publication + 1, organisations = null, indicator_version_id = null, middle = null, middle_under = null,
        lower = null, lower_under = null, upper = null, upper_under = null, newest_on = null, published_at = ${at} where id = ${benchmarkId}`);
  }
}
