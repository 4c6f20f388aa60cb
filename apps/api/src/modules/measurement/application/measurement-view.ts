import { sql } from '../../../platform/database/index.js';
import { column, defineView, extendView, idOf, time, type ViewField } from '../../../platform/graphql/index.js';
import { entryView } from '../../commons/index.js';
import { personView } from '../../people/index.js';
import { ventureView } from '../../ventures/index.js';

const person =
  (name: string): ViewField =>
  (at) =>
    at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col(name)}`);
export const day =
  (name: string): ViewField =>
  (at) =>
    sql`${at.col(name)}::text`;
export const decimal =
  (name: string): ViewField =>
  (at) =>
    sql`trim_scale(${at.col(name)})::text`;

export const indicatorVersionView = defineView('IndicatorVersion', {
  id: idOf('indicatorversion'),
  version: column('version'),
  title: column('title'),
  definition: column('definition'),
  unit: column('unit'),
  unitNote: column('unit_note'),
  direction: column('direction'),
  countsPeople: column('counts_people'),
  tier: column('tier'),
  change: column('change'),
  changeNote: column('change_note'),
  // The same as comparableSince() in the domain, answered beside the values.
  comparableSince: (at) => sql`(select max(w.version) from indicator_versions w
    where w.indicator_id = ${at.col('indicator_id')} and w.version <= ${at.col('version')} and w.change <> 'IMMATERIAL')`,
  author: person('author_id'),
  createdAt: time('created_at'),
});

export const indicatorView = defineView('Indicator', {
  id: idOf('indicator'),
  key: column('key'),
  newest: (at) =>
    at.one(
      indicatorVersionView,
      (row) => sql`indicator_versions ${row} where ${row}.indicator_id = ${at.col('id')} order by ${row}.version desc`,
    ),
  versions: (at) =>
    at.many(
      indicatorVersionView,
      (row) => sql`indicator_versions ${row} where ${row}.indicator_id = ${at.col('id')} order by ${row}.version desc`,
    ),
  standard: (at) => at.one(entryView, (row) => sql`commons_entries ${row} where ${row}.id = ${at.col('entry_id')}`),
});

const progressView = defineView('ProgressValue', {
  id: idOf('progress'),
  // Under the words it was reported, not under those that came later.
  definition: (at) =>
    at.one(
      indicatorVersionView,
      (row) => sql`indicator_versions ${row} where ${row}.id = ${at.col('indicator_version_id')}`,
    ),
  indicator: (at) => sql`(select v.title from indicator_versions v where v.id = ${at.col('indicator_version_id')})`,
  unit: (at) => sql`(select v.unit from indicator_versions v where v.id = ${at.col('indicator_version_id')})`,
  value: decimal('value'),
  fewerThan: column('under'),
  from: day('period_from'),
  to: day('period_to'),
  recordedBy: person('recorded_by_id'),
  recordedAt: time('recorded_at'),
});

const ventureIndicatorView = defineView('VentureIndicator', {
  indicator: (at) => at.one(indicatorView, (row) => sql`indicators ${row} where ${row}.id = ${at.col('indicator_id')}`),
  baseline: decimal('baseline'),
  baselineFewerThan: column('baseline_under'),
  baselineOn: day('baseline_on'),
  target: decimal('target'),
  targetFewerThan: column('target_under'),
  targetOn: day('target_on'),
  values: (at) =>
    at.many(
      progressView,
      (
        row,
      ) => sql`progress_values ${row} where ${row}.venture_id = ${at.col('venture_id')} and ${row}.indicator_id = ${at.col('indicator_id')}
        and ${row}.corrected_by_id is null order by ${row}.period_from, ${row}.period_to limit 400`,
    ),
});

extendView(ventureView, {
  indicators: (at) =>
    at.many(
      ventureIndicatorView,
      (row) =>
        sql`venture_indicators ${row} where ${row}.venture_id = ${at.col('id')} order by ${row}.since, ${row}.indicator_id`,
    ),
  progress: (at) =>
    at.many(
      progressView,
      (row) => sql`progress_values ${row} where ${row}.venture_id = ${at.col('id')} and ${row}.corrected_by_id is null
        order by ${row}.indicator_id, ${row}.period_from, ${row}.id limit 1000`,
    ),
});

extendView(entryView, {
  indicators: (at) =>
    at.many(
      indicatorView,
      (row) => sql`indicators ${row} where ${row}.entry_id = ${at.col('id')} order by ${row}.created_at, ${row}.id`,
    ),
});
