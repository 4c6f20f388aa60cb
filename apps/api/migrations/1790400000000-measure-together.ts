import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What organisations measure by data standards, theirs alone; and benchmarks, which tell of at least five organisations
 * and change only when at least five of them changed.
 */
export class MeasureTogether1790400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table measurements (
        id                   uuid constraint measurements_pk primary key,
        organisation_id      uuid not null constraint measurements_organisation_fk references organisations (id),
        indicator_id         uuid not null,
        indicator_version_id uuid not null,
        counts_people        boolean not null,
        -- the oldest version whose numbers mean the same as those of this one
        comparable_since     integer not null constraint measurements_comparable_since_check check (comparable_since > 0),
        value                numeric(21, 6),
        under                integer constraint measurements_under_check check (under = 5),
        taken_back           boolean not null,
        -- how it was counted, in the organisation's words
        method               text not null,
        period_from          date not null,
        period_to            date not null,
        -- from 1 up for each organisation, indicator and period
        revision             integer not null constraint measurements_revision_check check (revision > 0),
        -- when a later one took its place; it is kept
        replaced_at          timestamptz,
        recorded_by_id       uuid not null constraint measurements_recorded_by_fk references people (id),
        recorded_at          timestamptz not null,
        constraint measurements_indicator_version_fk foreign key (indicator_version_id, indicator_id, counts_people)
          references indicator_versions (id, indicator_id, counts_people),
        constraint measurements_one_number_check check (num_nonnulls(value, under) = case when taken_back then 0 else 1 end),
        constraint measurements_few_people_banded_check check (not counts_people or value is null or value = 0 or value >= 5),
        constraint measurements_period_check check (period_from <= period_to),
        constraint measurements_revision_key unique (organisation_id, indicator_id, period_from, period_to, revision)
      )`);
    await db.query(
      `create unique index measurements_one_value_key on measurements (organisation_id, indicator_id, period_from, period_to) where replaced_at is null`,
    );
    // What a benchmark is made of.
    await db.query(`
      create index measurements_benchmark_idx on measurements (indicator_id, comparable_since, period_from, period_to)
        where replaced_at is null and not taken_back`);
    // What an organisation reported, newest period first.
    await db.query(
      `create index measurements_organisation_idx on measurements (organisation_id, period_to, id) where replaced_at is null and not taken_back`,
    );
    await db.query(`create index measurements_indicator_version_idx on measurements (indicator_version_id)`);
    await db.query(`create index measurements_recorded_by_idx on measurements (recorded_by_id)`);

    await db.query(`
      create table benchmarks (
        id                   uuid constraint benchmarks_pk primary key,
        indicator_id         uuid not null constraint benchmarks_indicator_fk references indicators (id),
        comparable_since     integer not null,
        period_from          date not null,
        period_to            date not null,
        -- how often something was told, or no longer told
        publication          integer not null,
        -- all null while nothing is told
        organisations        integer constraint benchmarks_organisations_check check (organisations >= 5),
        indicator_version_id uuid constraint benchmarks_indicator_version_fk references indicator_versions (id),
        middle               numeric(21, 6),
        middle_under         integer constraint benchmarks_middle_under_check check (middle_under = 5),
        lower                numeric(21, 6),
        lower_under          integer constraint benchmarks_lower_under_check check (lower_under = 5),
        upper                numeric(21, 6),
        upper_under          integer constraint benchmarks_upper_under_check check (upper_under = 5),
        newest_on            date,
        published_at         timestamptz not null,
        constraint benchmarks_one_key unique (indicator_id, comparable_since, period_from, period_to),
        constraint benchmarks_told_whole_check check (num_nonnulls(organisations, indicator_version_id, newest_on) in (0, 3)
          and num_nonnulls(middle, middle_under) = case when organisations is null then 0 else 1 end),
        constraint benchmarks_quarters_check check (num_nonnulls(lower, lower_under) = case when organisations >= 10 then 1 else 0 end
          and num_nonnulls(upper, upper_under) = case when organisations >= 10 then 1 else 0 end)
      )`);
    await db.query(
      `create index benchmarks_indicator_idx on benchmarks (indicator_id, period_to, id) where organisations is not null`,
    );
    await db.query(`create index benchmarks_indicator_version_idx on benchmarks (indicator_version_id)`);
    // Of which values each state was made that was ever told, so that the next one can be held against all of them.
    await db.query(`
      create table benchmark_parts (
        benchmark_id   uuid not null constraint benchmark_parts_benchmark_fk references benchmarks (id),
        publication    integer not null,
        measurement_id uuid not null constraint benchmark_parts_measurement_fk references measurements (id),
        constraint benchmark_parts_pk primary key (benchmark_id, publication, measurement_id)
      )`);
    await db.query(`create index benchmark_parts_measurement_idx on benchmark_parts (measurement_id)`);
    // Places at which something changed since it was last asked whether it may be told.
    await db.query(`
      create table benchmarks_waiting (
        indicator_id     uuid not null constraint benchmarks_waiting_indicator_fk references indicators (id),
        comparable_since integer not null,
        period_from      date not null,
        period_to        date not null,
        constraint benchmarks_waiting_pk primary key (indicator_id, comparable_since, period_from, period_to)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['benchmarks_waiting', 'benchmark_parts', 'benchmarks', 'measurements'])
      await db.query(`drop table ${table}`);
  }
}
