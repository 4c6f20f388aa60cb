import type { ResultOf } from '@graphql-typed-document-node/core';
import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { Chart } from '../../ui/chart.js';
import { Facts } from '../../ui/facts.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Line } from '../../ui/line.js';
import { Markdown } from '../../ui/markdown.js';
import { EmptyState } from '../../ui/states.js';
import { Day } from '../../ui/time.js';
import { runsOf } from './runs.js';
import { useMeasurementWords } from './words.js';

// The team's own; their code comes when somebody of the team gets near them.
const IndicatorForms = later(() => import('./indicator-forms.js').then((part) => part.IndicatorForms));
const DefineIndicator = later(() => import('./indicator-forms.js').then((part) => part.DefineIndicator));
const AdoptStandard = later(() => import('./adopt-standard.js').then((part) => part.AdoptStandard));

export const Indicators_venture = graphql(`
  fragment Indicators_venture on Venture {
    id
    slug
    language
    status
    indicators {
      baseline
      baselineFewerThan
      baselineOn
      target
      targetFewerThan
      targetOn
      indicator {
        id
        key
        standard {
          id
          slug
          title
        }
        newest {
          id
          version
          title
          definition
          unit
          unitNote
          direction
          countsPeople
          tier
        }
        versions {
          id
          version
          change
          changeNote
          createdAt
        }
      }
      values {
        id
        value
        fewerThan
        from
        to
        recordedBy {
          id
          name
        }
        definition {
          id
          version
          comparableSince
        }
      }
    }
    viewerCan {
      coordinate {
        allowed
      }
    }
  }
`);

export type MeasuredVenture = ResultOf<typeof Indicators_venture>;
export type Measured = MeasuredVenture['indicators'][number];

/** What a project measures: from where, to where, and how it goes. */
export function Indicators({ venture }: { readonly venture: FragmentType<typeof Indicators_venture> }) {
  const t = useMeasurementWords();
  const data = useFragmentData(Indicators_venture, venture);
  if (data === null) return null;
  const coordinates = data.viewerCan.coordinate.allowed;
  return (
    <Section heading={t('title')} id="values">
      <Stack gap={7}>
        {data.indicators.length === 0 ? (
          <EmptyState title={t('none')}>{t(coordinates ? 'none.text' : 'none.reader')}</EmptyState>
        ) : null}
        {data.indicators.map((measured) => (
          <Indicator key={measured.indicator.id} venture={data} measured={measured} />
        ))}
        {coordinates ? (
          <Row gap={3}>
            <DefineIndicator ventureId={data.id} />
            <AdoptStandard ventureId={data.id} />
          </Row>
        ) : null}
      </Stack>
    </Section>
  );
}

function Indicator({ venture, measured }: { readonly venture: MeasuredVenture; readonly measured: Measured }) {
  const t = useMeasurementWords();
  const say = useNumbers(measured);
  const { indicator } = measured;
  const { newest, standard } = indicator;
  const latest = measured.values.at(-1);
  return (
    <Stack gap={4} as="article" id={indicator.key}>
      <h3 lang={venture.language}>{newest.title}</h3>
      <Facts
        items={[
          {
            label: t('latest'),
            value:
              latest === undefined ? (
                t('latest.none')
              ) : (
                <>
                  <strong>{say(latest.value, latest.fewerThan)}</strong>, <Day on={latest.from} /> –{' '}
                  <Day on={latest.to} />
                </>
              ),
          },
          {
            label: t('target'),
            value: (
              <When
                number={say(measured.target, measured.targetFewerThan)}
                on={measured.targetOn}
                none={t('target.none')}
              />
            ),
          },
          {
            label: t('baseline'),
            value: (
              <When
                number={say(measured.baseline, measured.baselineFewerThan)}
                on={measured.baselineOn}
                none={t('baseline.none')}
              />
            ),
          },
          {
            label: t('definition'),
            value: (
              <>
                <Markdown text={newest.definition} lang={venture.language} /> {t(`direction.${newest.direction}`)}.
              </>
            ),
          },
          ...(standard == null
            ? []
            : [{ label: t('standard'), value: <Link to={`/commons/${standard.slug}`}>{standard.title}</Link> }]),
        ]}
      />
      {measured.values.length === 0 ? null : <Values venture={venture} measured={measured} />}
      <Versions venture={venture} measured={measured} />
      {venture.viewerCan.coordinate.allowed ? <IndicatorForms ventureId={venture.id} measured={measured} /> : null}
    </Stack>
  );
}

function When({
  number,
  on,
  none,
}: {
  readonly number: string;
  readonly on: string | null | undefined;
  readonly none: string;
}) {
  if (on == null) return none;
  return (
    <>
      {number} (<Day on={on} />)
    </>
  );
}

/** A table first, a line if one wants it. The line breaks where something else was counted from then on. */
function Values({ venture, measured }: { readonly venture: MeasuredVenture; readonly measured: Measured }) {
  const t = useMeasurementWords();
  const { i18n } = useLingui();
  const say = useNumbers(measured);
  const { values, indicator } = measured;
  const { newest } = indicator;
  const day = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const first = values[0];
  const latest = values.at(-1);
  if (first === undefined || latest === undefined) return null;
  const numbers = values.flatMap(({ value, fewerThan }) => [Number(value ?? fewerThan ?? 0)]);
  const target = measured.target == null ? [] : [Number(measured.target)];
  const said = { indicator: newest.title, value: say(latest.value, latest.fewerThan) };
  return (
    <Chart
      title={
        measured.targetOn == null
          ? t('chart.only', said)
          : t('chart.latest', { ...said, target: say(measured.target, measured.targetFewerThan) })
      }
      unit={newest.unitNote === '' ? t(`unit.${newest.unit}`) : `${t(`unit.${newest.unit}`)} (${newest.unitNote})`}
      over={t('period')}
      columns={[{ label: t('by') }]}
      fileName={`${venture.slug}-${indicator.key}`}
      points={values.map((value) => ({
        label: t('period.of', { from: day.format(new Date(value.from)), to: day.format(new Date(value.to)) }),
        value: Number(value.value ?? 0),
        shown: say(value.value, value.fewerThan),
        more: [value.recordedBy?.name ?? t('by.gone')],
      }))}
      drawing={
        <Line
          runs={runsOf(values)}
          marks={target}
          highest={say(String(Math.max(...numbers, ...target, 1)), null)}
          lowest={say(String(Math.min(...numbers, 0)), null)}
          first={day.format(new Date(first.from))}
          last={day.format(new Date(latest.to))}
        />
      }
    />
  );
}

function Versions({ venture, measured }: { readonly venture: MeasuredVenture; readonly measured: Measured }) {
  const t = useMeasurementWords();
  const { versions } = measured.indicator;
  if (versions.length < 2) return null;
  // Newest first, as the versions are; only those that break the line are said outside the list.
  const breaks = versions.filter(({ change }) => change === 'MATERIAL');
  return (
    <>
      {breaks.map(({ id, version, changeNote }) => (
        <p key={id}>{t('break', { version, note: changeNote })}</p>
      ))}
      <details>
        <summary>{t('versions')}</summary>
        <ul>
          {versions.map((version) => (
            <li key={version.id}>
              <Row gap={2}>
                <strong>{t('version', { version: version.version })}</strong>
                <Day on={version.createdAt} />
                <span>{t(`change.${version.change}`)}</span>
              </Row>
              <span lang={venture.language}>{version.changeNote}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Numbers as a person writes them, with what they count where that is short. */
function useNumbers({ indicator }: Measured) {
  const t = useMeasurementWords();
  const { i18n } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 6 });
  const { unit } = indicator.newest;
  return (value: string | null | undefined, fewerThan: number | null | undefined): string => {
    if (value == null) return fewerThan == null ? '' : t('few', { count: fewerThan });
    const written = number.format(Number(value));
    return unit === 'PERCENT' ? `${written} %` : written;
  };
}
