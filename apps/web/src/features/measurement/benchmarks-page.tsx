import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import { Link } from '../../lib/router.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { LinkButton } from '../../ui/button.js';
import { FilterForm, FilterSelect } from '../../ui/filter-form.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { EmptyState } from '../../ui/states.js';
import { useBenchmarkWords } from './benchmark-words.js';
import { Benchmarks } from './benchmarks.js';
import { Standings } from './standings.js';

const BenchmarksDocument = graphql(`
  query Benchmarks($slug: String!, $indicator: String) {
    commonsEntry(slug: $slug) {
      id
      slug
      kind
      title
      language
      indicators {
        id
        key
        newest {
          id
          title
        }
      }
      indicator(key: $indicator) {
        id
        key
        newest {
          id
          title
          definition
          unit
          unitNote
          direction
        }
        versions {
          id
          version
          change
          changeNote
        }
        benchmarks(first: 40) {
          nodes {
            id
            from
            to
            organisations
            newestOn
            definition {
              id
              version
              comparableSince
            }
            middle {
              value
              fewerThan
            }
            lower {
              value
              fewerThan
            }
            upper {
              value
              fewerThan
            }
            standings {
              organisation {
                id
                name
              }
              value
              fewerThan
              place
            }
          }
        }
      }
    }
  }
`);

export type BenchmarkedIndicator = NonNullable<
  NonNullable<ResultOf<typeof BenchmarksDocument>['commonsEntry']>['indicator']
>;
export type ToldBenchmark = BenchmarkedIndicator['benchmarks']['nodes'][number];

export const page = definePage({
  operation: ({ params, search }) =>
    operation(BenchmarksDocument, { slug: params['slug'] ?? '', indicator: search.get('indicator') }),
  found: ({ commonsEntry }) =>
    commonsEntry?.kind === 'DATA_STANDARD' && (commonsEntry.indicator != null || commonsEntry.indicators.length === 0),
  head: ({ commonsEntry }, { i18n }) => ({
    title: useBenchmarkWords.of(i18n)('title', { title: commonsEntry?.title ?? '' }),
    description: useBenchmarkWords.of(i18n)('lead'),
  }),
  Component: BenchmarksPage,
});

/** What organisations measured by a standard, all of them together, and where one's own stands. */
function BenchmarksPage({ data }: PageProps<ResultOf<typeof BenchmarksDocument>>) {
  const t = useBenchmarkWords();
  const { memberships } = useViewer();
  const entry = data.commonsEntry;
  if (entry == null) return null;
  const address = `/commons/${entry.slug}`;
  const { indicator } = entry;
  const benchmarks = indicator?.benchmarks.nodes ?? [];
  return (
    <PageBody>
      <Breadcrumb trail={[{ to: address, label: <span lang={entry.language}>{entry.title}</span> }]} here={t('here')} />
      <PageHead
        kicker={t('kicker')}
        title={<span lang={entry.language}>{entry.title}</span>}
        lead={t('lead')}
        actions={<LinkButton to={`${address}/report`}>{t('report')}</LinkButton>}
      />
      {indicator == null ? (
        <EmptyState title={t('nothing')}>{t('nothing.text')}</EmptyState>
      ) : (
        <Stack gap={7}>
          {entry.indicators.length < 2 ? null : (
            <FilterForm label={t('choose')} submit={t('show')}>
              <FilterSelect
                name="indicator"
                label={t('indicator')}
                value={indicator.key}
                options={entry.indicators.map(({ key, newest }) => ({ value: key, label: newest.title }))}
              />
            </FilterForm>
          )}
          <Section heading={<span lang={entry.language}>{indicator.newest.title}</span>} id={indicator.key}>
            <Stack gap={5}>
              <div>
                <Markdown text={indicator.newest.definition} lang={entry.language} />
                <p>{t(`direction.${indicator.newest.direction}`)}</p>
              </div>
              {benchmarks.length === 0 ? (
                <EmptyState title={t('empty')} action={<LinkButton to={`${address}/report`}>{t('report')}</LinkButton>}>
                  {t('empty.text')}
                </EmptyState>
              ) : (
                <Benchmarks indicator={indicator} slug={entry.slug} />
              )}
            </Stack>
          </Section>
          {benchmarks.length === 0 || memberships.length === 0 ? null : <Standings indicator={indicator} />}
          <HowItComesAbout />
        </Stack>
      )}
    </PageBody>
  );
}

function HowItComesAbout() {
  const t = useBenchmarkWords();
  return (
    <Section heading={t('how')} id="how">
      <ul>
        {(['how.one', 'how.method', 'how.rounded', 'how.changes', 'how.same'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>
        {t.rich(
          'how.files',
          {},
          {
            csv: <Link to="/data/benchmarks.csv" reloadDocument />,
            lines: <Link to="/data/benchmarks.ndjson" reloadDocument />,
            schema: <Link to="/data/benchmarks.schema.json" reloadDocument />,
          },
        )}
      </p>
    </Section>
  );
}
