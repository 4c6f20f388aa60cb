import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { EmptyState } from '../../ui/states.js';
import { useBenchmarkWords } from './benchmark-words.js';
import { FromSpreadsheet } from './from-spreadsheet.js';
import { OwnMeasurements } from './own-measurements.js';
import { ReportByProgram } from './report-by-program.js';
import { ReportForm } from './report-form.js';

const ReportMeasurementsDocument = graphql(`
  query ReportMeasurements($slug: String!, $after: String) {
    commonsEntry(slug: $slug) {
      id
      slug
      kind
      status
      title
      language
      indicators {
        id
        key
        newest {
          id
          version
          title
          definition
          unit
          unitNote
          countsPeople
          tier
        }
        versions {
          id
          version
          change
        }
      }
      measurements(first: 100, after: $after) {
        nodes {
          id
          value
          fewerThan
          from
          to
          method
          recordedAt
          recordedBy {
            id
            name
          }
          organisation {
            id
            name
          }
          indicator {
            id
            key
          }
          definition {
            id
            version
            title
            unit
            unitNote
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type ReportedStandard = NonNullable<ResultOf<typeof ReportMeasurementsDocument>['commonsEntry']>;

export const page = definePage({
  operation: ({ params, search }) =>
    operation(ReportMeasurementsDocument, { slug: params['slug'] ?? '', after: search.get('after') }),
  public: false,
  found: ({ commonsEntry }) => commonsEntry?.kind === 'DATA_STANDARD',
  head: ({ commonsEntry }, { i18n }) => ({
    title: useBenchmarkWords.of(i18n)('report.title', { title: commonsEntry?.title ?? '' }),
    noIndex: true,
  }),
  Component: ReportPage,
});

export interface ReportingOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** An organisation reports what it measured: by hand, from a spreadsheet, or from its own software; and sees what it reported. */
function ReportPage({ data }: PageProps<ResultOf<typeof ReportMeasurementsDocument>>) {
  const t = useBenchmarkWords();
  const { memberships } = useViewer();
  const standard = data.commonsEntry;
  if (standard == null) return null;
  const address = `/commons/${standard.slug}`;
  const organisations = memberships
    .filter(({ roles }) => roles.some((role) => role === 'ADMIN' || role === 'MEMBER'))
    .map(({ organisation }) => organisation);
  const open = standard.status === 'PUBLISHED' && standard.indicators.length > 0;
  return (
    <PageBody>
      <Breadcrumb
        trail={[
          { to: address, label: <span lang={standard.language}>{standard.title}</span> },
          { to: `${address}/benchmarks`, label: t('here') },
        ]}
        here={t('report.here')}
      />
      <PageHead
        kicker={t('kicker')}
        title={<span lang={standard.language}>{standard.title}</span>}
        lead={t('report.lead')}
      />
      <Stack gap={7}>
        {standard.status === 'PUBLISHED' ? null : (
          <Notice tone="attention" title={t('report.withdrawn')}>
            <p>{t('report.withdrawn.text')}</p>
          </Notice>
        )}
        {standard.indicators.length === 0 ? <EmptyState title={t('nothing')}>{t('nothing.text')}</EmptyState> : null}
        {organisations.length === 0 ? (
          <EmptyState
            title={t('report.none')}
            action={<LinkButton to="/organisations/new">{t('report.none.action')}</LinkButton>}
          >
            {t('report.none.text')}
          </EmptyState>
        ) : open ? (
          <>
            <Section heading={t('report.by.form')} id="form">
              <ReportForm standard={standard} organisations={organisations} />
            </Section>
            <Section heading={t('csv')} id="csv">
              <FromSpreadsheet standard={standard} organisations={organisations} />
            </Section>
          </>
        ) : null}
        {organisations.length === 0 && standard.measurements.nodes.length === 0 ? null : (
          <OwnMeasurements standard={standard} />
        )}
        {organisations[0] !== undefined && open ? (
          <ReportByProgram standard={standard} organisation={organisations[0]} />
        ) : null}
        <Section heading={t('next')} id="next">
          <p>{t.rich('next.text', {}, { link: <Link to={`${address}/benchmarks`} /> })}</p>
        </Section>
      </Stack>
    </PageBody>
  );
}
