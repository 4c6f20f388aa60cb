import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Chart } from '../../ui/chart.js';
import { Facts } from '../../ui/facts.js';
import { Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Day } from '../../ui/time.js';
import { RecordUsersSaid, RecordValue } from './progress-forms.js';
import { headOf, VentureFrame } from './venture-frame.js';
import { useVentureWords } from './words.js';

const ProgressDocument = graphql(`
  query VentureProgress($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      language
      usersSaid {
        id
        said
        people
        fewerThan
        changed
        heardOn
      }
      progress {
        id
        indicator
        unit
        value
        fewerThan
        from
        to
      }
      viewerCan {
        coordinate {
          allowed
        }
      }
      ...VentureFrame_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(ProgressDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'progress'),
  Component: ProgressPage,
});

type Venture = NonNullable<ResultOf<typeof ProgressDocument>['venture']>;

function ProgressPage({ data: { venture } }: PageProps<ResultOf<typeof ProgressDocument>>) {
  const t = useVentureWords();
  if (venture == null) return null;
  const coordinates = venture.viewerCan.coordinate.allowed;
  return (
    <VentureFrame venture={venture}>
      <Section heading={t('progress.said')} id="said">
        <Stack gap={6}>
          {venture.usersSaid.length === 0 ? <p>{t('progress.said.none')}</p> : null}
          {venture.usersSaid.map((said) => (
            <Stack key={said.id} gap={3} as="article">
              <Markdown text={said.said} lang={venture.language} />
              <Facts
                items={[
                  {
                    label: t('progress.heard'),
                    value: (
                      <>
                        <Day on={said.heardOn} />,{' '}
                        {said.people == null
                          ? t('progress.few', { count: said.fewerThan ?? 5 })
                          : t('progress.people', { count: said.people })}
                      </>
                    ),
                  },
                  { label: t('progress.changed'), value: <span lang={venture.language}>{said.changed}</span> },
                ]}
              />
            </Stack>
          ))}
          {coordinates ? <RecordUsersSaid ventureId={venture.id} /> : null}
        </Stack>
      </Section>
      <Section heading={t('progress.values')} id="values">
        <Stack gap={6}>
          {venture.progress.length === 0 ? <p>{t('progress.values.none')}</p> : null}
          <Values venture={venture} />
          {coordinates ? <RecordValue ventureId={venture.id} /> : null}
        </Stack>
      </Section>
    </VentureFrame>
  );
}

/** One chart for each thing that is measured. A number kept as a band is drawn at nothing and said in words. */
function Values({ venture }: { readonly venture: Venture }) {
  const t = useVentureWords();
  const byIndicator = Map.groupBy(venture.progress, ({ indicator, unit }) => `${unit} ${indicator}`);
  return [...byIndicator.values()].map((values) => {
    const [first] = values;
    if (first === undefined) return null;
    return (
      <Chart
        key={first.id}
        title={t('progress.values.title', { indicator: first.indicator })}
        unit={t(`unit.${first.unit}`)}
        over={t('progress.period')}
        fileName={`${venture.slug}-${first.indicator}.csv`}
        points={values.map((value) => ({
          label: `${value.from} – ${value.to}`,
          value: Number(value.value ?? 0),
          ...(value.fewerThan == null ? {} : { shown: t('progress.few.value', { count: value.fewerThan }) }),
        }))}
      />
    );
  });
}
