import type { Viewer } from '../../../platform/auth/index.js';
import { sql, type Sql } from '../../../platform/database/index.js';
import { column, defineView, extendView, idOf, time, type ViewField } from '../../../platform/graphql/index.js';
import { entryView } from '../../commons/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';
import { day, decimal, indicatorVersionView, indicatorView } from './measurement-view.js';

/** Only what the viewer's own organisations reported: to anybody else there is nothing. */
export function isOwnMeasurement(measurement: Sql, viewer: Viewer): Sql {
  return sql`exists (select from memberships own where own.organisation_id = ${measurement}.organisation_id
    and own.person_id = ${viewer.person?.id ?? null}::uuid and own.left_at is null)`;
}

const organisation: ViewField = (at) =>
  at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`);
const definition: ViewField = (at) =>
  at.one(
    indicatorVersionView,
    (row) => sql`indicator_versions ${row} where ${row}.id = ${at.col('indicator_version_id')}`,
  );

export const measurementView = defineView('Measurement', {
  id: idOf('measurement'),
  indicator: (at) => at.one(indicatorView, (row) => sql`indicators ${row} where ${row}.id = ${at.col('indicator_id')}`),
  organisation,
  definition,
  value: decimal('value'),
  fewerThan: column('under'),
  method: column('method'),
  from: day('period_from'),
  to: day('period_to'),
  revision: column('revision'),
  recordedBy: (at) => at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col('recorded_by_id')}`),
  recordedAt: time('recorded_at'),
});

const figure =
  (name: string): ViewField =>
  (at) =>
    sql`case when num_nonnulls(${at.col(name)}, ${at.col(`${name}_under`)}) > 0 then ${at.embed({
      value: decimal(name),
      fewerThan: column(`${name}_under`),
    })} end`;

/** One's own value beside what everybody is told; `place` is found from it. */
const standingView = defineView('Standing', {
  organisation,
  value: decimal('value'),
  fewerThan: column('under'),
  place: (at) => sql`json_build_object(
    'own', json_build_object('value', trim_scale(${at.col('value')})::text, 'under', ${at.col('under')}),
    'middle', json_build_object('value', trim_scale(${at.col('told_middle')})::text, 'under', ${at.col('told_middle_under')}),
    'lower', case when ${at.col('told_organisations')} >= 10
      then json_build_object('value', trim_scale(${at.col('told_lower')})::text, 'under', ${at.col('told_lower_under')}) end,
    'upper', case when ${at.col('told_organisations')} >= 10
      then json_build_object('value', trim_scale(${at.col('told_upper')})::text, 'under', ${at.col('told_upper_under')}) end,
    'unit', (select v.unit from indicator_versions v where v.id = ${at.col('indicator_version_id')}),
    'countsPeople', ${at.col('counts_people')})`,
});

export const benchmarkView = defineView('Benchmark', {
  id: idOf('benchmark'),
  definition,
  from: day('period_from'),
  to: day('period_to'),
  organisations: column('organisations'),
  middle: figure('middle'),
  lower: figure('lower'),
  upper: figure('upper'),
  newestOn: day('newest_on'),
  publishedOn: (at) => sql`to_char(${at.col('published_at')} at time zone 'UTC', 'YYYY-MM-DD')`,
  standings: (at) => {
    const told = ['organisations', 'middle', 'middle_under', 'lower', 'lower_under', 'upper', 'upper_under'] as const;
    const asTold = told.reduce((all, name) => sql`${all}, ${at.col(name)} as ${TOLD[name]}`, sql`m.*`);
    return at.many(
      standingView,
      (row) => sql`(select ${asTold} from memberships own join measurements m on m.organisation_id = own.organisation_id
        where own.person_id = ${at.viewer.person?.id ?? null}::uuid and own.left_at is null and m.indicator_id = ${at.col('indicator_id')}
          and m.period_from = ${at.col('period_from')} and m.period_to = ${at.col('period_to')} and m.replaced_at is null
          and not m.taken_back and m.comparable_since = ${at.col('comparable_since')} order by own.joined_at limit 20) ${row}`,
    );
  },
});

const TOLD = {
  organisations: sql`told_organisations`,
  middle: sql`told_middle`,
  middle_under: sql`told_middle_under`,
  lower: sql`told_lower`,
  lower_under: sql`told_lower_under`,
  upper: sql`told_upper`,
  upper_under: sql`told_upper_under`,
} as const;

extendView(indicatorView, {
  benchmarks: (at) =>
    at.page(benchmarkView, {
      from: (row) => sql`benchmarks ${row}`,
      where: (row) => [sql`${row}.indicator_id = ${at.col('id')}`, sql`${row}.organisations is not null`],
      order: newestPeriodFirst,
      args: at.args,
    }),
});

extendView(entryView, {
  // The one that was asked for, or else one of which something is told.
  indicator: (at) => {
    const key = at.args['key'] ?? null;
    return at.one(
      indicatorView,
      (
        row,
      ) => sql`indicators ${row} where ${row}.entry_id = ${at.col('id')} and (${key}::text is null or ${row}.key = ${key})
        order by exists (select from benchmarks b where b.indicator_id = ${row}.id and b.organisations is not null) desc,
          ${row}.created_at, ${row}.id`,
    );
  },
  measurements: (at) =>
    at.page(measurementView, {
      from: (row) => sql`measurements ${row} join indicators measured on measured.id = ${row}.indicator_id`,
      where: (row) => [
        sql`measured.entry_id = ${at.col('id')}`,
        sql`${row}.organisation_id in (select own.organisation_id from memberships own
          where own.person_id = ${at.viewer.person?.id ?? null}::uuid and own.left_at is null)`,
        sql`${row}.replaced_at is null and not ${row}.taken_back`,
      ],
      order: newestPeriodFirst,
      args: at.args,
    }),
});

function newestPeriodFirst(row: Sql) {
  return {
    direction: 'desc',
    by: [
      { expression: sql`${row}.period_to`, type: 'date' },
      { expression: sql`${row}.id`, type: 'uuid' },
    ],
  } as const;
}
