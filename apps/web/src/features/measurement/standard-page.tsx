import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Row, Section, Stack } from '../../ui/layout.js';
import { EmptyState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { useMeasurementWords } from './words.js';

const DefineIndicator = later(() => import('./indicator-forms.js').then((part) => part.DefineIndicator));
const ReviseIndicator = later(() => import('./indicator-forms.js').then((part) => part.ReviseIndicator));

const StandardDocument = graphql(`
  query Standard($slug: String!) {
    commonsEntry(slug: $slug) {
      id
      slug
      kind
      title
      summary
      language
      organisation {
        id
        name
      }
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
          direction
          countsPeople
          tier
        }
      }
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(StandardDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.commonsEntry?.kind === 'DATA_STANDARD',
  head: (data, { i18n }) => ({
    title: useMeasurementWords.of(i18n)('standard.title', { title: data.commonsEntry?.title ?? '' }),
    description: data.commonsEntry?.summary ?? '',
  }),
  Component: StandardPage,
});

function StandardPage({ data }: PageProps<ResultOf<typeof StandardDocument>>) {
  const t = useMeasurementWords();
  const { memberships } = useViewer();
  const entry = data.commonsEntry;
  if (entry == null) return null;
  const gives = memberships.some(({ organisation }) => organisation.id === entry.organisation.id);
  const address = `/commons/${entry.slug}`;
  return (
    <PageBody>
      <Breadcrumb
        trail={[{ to: address, label: <span lang={entry.language}>{entry.title}</span> }]}
        here={t('standard.here')}
      />
      <PageHead
        kicker={t('standard.kicker')}
        title={entry.title}
        lang={entry.language}
        lead={t('standard.lead', { organisation: entry.organisation.name })}
        actions={
          entry.indicators.length === 0 ? null : (
            <Row>
              <LinkButton to={`${address}/benchmarks`} look="primary">
                {t('standard.benchmarks')}
              </LinkButton>
              <LinkButton to={`${address}/report`}>{t('standard.report')}</LinkButton>
            </Row>
          )
        }
      />
      <Stack gap={7}>
        {entry.indicators.length === 0 ? (
          <EmptyState title={t('standard.none')}>{t('standard.none.text')}</EmptyState>
        ) : (
          <Table
            caption={t('standard.here')}
            columns={[
              { key: 'title', label: t('define.title') },
              { key: 'definition', label: t('definition') },
              { key: 'unit', label: t('define.unit') },
              { key: 'tier', label: t('standard.tier') },
              { key: 'version', label: t('standard.version'), numeric: true },
            ]}
            rows={entry.indicators.map(({ id, newest }) => ({
              id,
              cells: {
                title: <span lang={entry.language}>{newest.title}</span>,
                definition: <span lang={entry.language}>{newest.definition}</span>,
                unit: newest.unitNote === '' ? t(`unit.${newest.unit}`) : newest.unitNote,
                tier: t(`tier.${newest.tier}`),
                version: newest.version,
              },
            }))}
          />
        )}
        {entry.indicators.length === 0 ? null : (
          <Section heading={t('standard.files')} id="files">
            <ul>
              <li>
                <a href={`${address}/standard.csv`}>{t('standard.csv')}</a>
              </li>
              <li>
                <a href={`${address}/standard.schema.json`}>{t('standard.schema')}</a>
              </li>
              <li>
                <a href={`${address}/standard.tableschema.json`}>{t('standard.tableschema')}</a>
              </li>
            </ul>
          </Section>
        )}
        {gives ? (
          <Section heading={t('standard.change')} id="change">
            <DefineIndicator entryId={entry.id} />
            {entry.indicators.map((indicator) => (
              <ReviseIndicator key={indicator.id} indicator={indicator} />
            ))}
          </Section>
        ) : null}
      </Stack>
    </PageBody>
  );
}
