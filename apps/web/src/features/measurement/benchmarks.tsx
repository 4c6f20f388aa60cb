import { Chart } from '../../ui/chart.js';
import { useLingui } from '@lingui/react';
import { useBenchmarkWords } from './benchmark-words.js';
import type { BenchmarkedIndicator } from './benchmarks-page.js';
import { placeOf, useFigures } from './figures.js';
import { usePeriodWords } from './periods.js';
import { Spread, type SpreadRow } from './spread.js';

/** What is told of one indicator, period by period: a table first, a drawing if one wants it. */
export function Benchmarks({ indicator, slug }: { readonly indicator: BenchmarkedIndicator; readonly slug: string }) {
  const t = useBenchmarkWords();
  const { i18n } = useLingui();
  const { newest } = indicator;
  const { bare, said } = useFigures(newest);
  const period = usePeriodWords();
  const told = indicator.benchmarks.nodes;
  const [latest] = told;
  if (latest === undefined) return null;
  const day = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const unit = newest.unitNote === '' ? t(`unit.${newest.unit}`) : newest.unitNote;
  const note = (index: number): string | undefined => {
    const [above, below] = [told[index], told[index + 1]];
    if (above === undefined || below === undefined) return undefined;
    const since = above.definition.comparableSince;
    if (since === below.definition.comparableSince) return undefined;
    return indicator.versions.find(({ version }) => version === Math.max(since, below.definition.comparableSince))
      ?.changeNote;
  };
  const rows = told.map((one, index): SpreadRow => {
    const changed = note(index);
    return {
      id: one.id,
      label: period(one.from, one.to),
      shown: said(one.middle),
      middle: placeOf(one.middle),
      lower: one.lower == null ? null : placeOf(one.lower),
      upper: one.upper == null ? null : placeOf(one.upper),
      own: one.standings.map(placeOf),
      ...(changed === undefined ? {} : { breaks: t('break', { note: changed }) }),
    };
  });
  const places = rows.flatMap(({ middle, lower, upper, own }) => [middle, lower ?? middle, upper ?? middle, ...own]);
  const bound = (place: number) => bare({ value: String(place) });
  return (
    <>
      <Chart
        title={t('finding', {
          period: period(latest.from, latest.to),
          organisations: latest.organisations,
          value: said(latest.middle),
        })}
        over={t('period')}
        unit={`${t('middle')} (${unit})`}
        columns={[
          { label: t('lower'), numeric: true },
          { label: t('upper'), numeric: true },
          { label: t('organisations'), numeric: true },
          { label: t('version') },
          { label: t('newest') },
        ]}
        points={told.map((one) => ({
          label: period(one.from, one.to),
          value: placeOf(one.middle),
          shown: bare(one.middle),
          more: [
            one.lower == null ? '' : bare(one.lower),
            one.upper == null ? '' : bare(one.upper),
            String(one.organisations),
            t('version.number', { version: one.definition.version }),
            day.format(new Date(one.newestOn)),
          ],
        }))}
        fileName={`${slug}-${indicator.key}`}
        drawing={
          <>
            <Spread rows={rows} lowest={bound(Math.min(0, ...places))} highest={bound(Math.max(...places))} />
            <p>
              {t('drawing')} {rows.some(({ own }) => own.length > 0) ? t('drawing.own') : null}
            </p>
          </>
        }
      />
      {told.map((one, index) => {
        const changed = note(index);
        return changed === undefined ? null : (
          <p key={one.id}>{t('break.before', { period: period(one.from, one.to), note: changed })}</p>
        );
      })}
    </>
  );
}
