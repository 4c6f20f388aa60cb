import type { ResultOf } from '@graphql-typed-document-node/core';
import { Fragment } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { previewOf } from '../../lib/preview-address.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Facts } from '../../ui/facts.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { LinkButton } from '../../ui/button.js';
import { Columns, PageBody, PageHead, Row, Section, Stack } from '../../ui/layout.js';
import { ReportLink } from '../../ui/report-link.js';
import { Markdown } from '../../ui/markdown.js';
import { Notice, Tag } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { EntryFiles } from './entry-files.js';
import { EntryFacts } from './entry-facts.js';
import { EntryLicence } from './entry-licence.js';
import { EntryOrigin } from './entry-origin.js';
import { EntryUses } from './entry-uses.js';
import { useCommonsWords } from './words.js';

const EntryDocument = graphql(`
  query Entry($slug: String!) {
    commonsEntry(slug: $slug) {
      id
      slug
      kind
      status
      title
      summary
      address
      text
      language
      themes
      reviewBy
      unconfirmed
      consent
      anonymised
      licence
      ...EntryFacts_entry
      ...EntryLicence_entry
      ...EntryOrigin_entry
      ...EntryFiles_entry
      ...EntryUses_entry
      method
      studiedOn
      sample
      confidence
      withdrawalContact
      release
      addressSeenAt
      component {
        id
        slug
        name
      }
      withdrawal {
        because
        reason
        withdrawnAt
        replacedBy {
          id
          slug
          title
        }
      }
      versions {
        number
        licence
        change
        createdAt
        sharedBy {
          id
          name
        }
      }
    }
  }
`);

type Entry = NonNullable<ResultOf<typeof EntryDocument>['commonsEntry']>;

export const page = definePage({
  operation: ({ params }) => operation(EntryDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.commonsEntry != null,
  head: ({ commonsEntry }, { i18n }) => ({
    title: commonsEntry?.title ?? '',
    description: commonsEntry?.summary ?? '',
    noIndex: commonsEntry?.status === 'WITHDRAWN',
    ...(commonsEntry == null
      ? {}
      : {
          ...(commonsEntry.status === 'WITHDRAWN' ? {} : { image: previewOf(`/commons/${commonsEntry.slug}`, i18n) }),
          jsonLd: {
            '@context': 'https://schema.org',
            '@type': commonsEntry.kind === 'SOFTWARE' ? 'SoftwareSourceCode' : 'CreativeWork',
            name: commonsEntry.title,
            description: commonsEntry.summary,
            ...(commonsEntry.status === 'WITHDRAWN' ? { creativeWorkStatus: 'Withdrawn' } : {}),
            inLanguage: commonsEntry.language,
            license: `https://spdx.org/licenses/${commonsEntry.licence}`,
            ...(commonsEntry.address == null ? {} : { url: commonsEntry.address }),
          },
        }),
  }),
  Component: EntryPage,
});

function EntryPage({ data }: PageProps<ResultOf<typeof EntryDocument>>) {
  const t = useCommonsWords();
  const v = useVocabulary();
  const entry = data.commonsEntry as Entry;
  return (
    <PageBody>
      <Breadcrumb
        trail={[{ to: '/commons', label: t('list.title') }]}
        here={<span lang={entry.language}>{entry.title}</span>}
      />
      <PageHead
        title={entry.title}
        lang={entry.language}
        kicker={
          <>
            <Tag tone="good">{v.outputKind(entry.kind)}</Tag>
            {entry.themes.map((theme) => (
              <Fragment key={theme}>
                {' '}
                <Tag>{v.theme(theme)}</Tag>
              </Fragment>
            ))}
          </>
        }
        lead={<span lang={entry.language}>{entry.summary}</span>}
        actions={
          <Row>
            {entry.address == null ? null : (
              <LinkButton to={entry.address} look="primary">
                {t('entry.go')}
              </LinkButton>
            )}
            {entry.kind === 'DATA_STANDARD' ? (
              <LinkButton to={`/commons/${entry.slug}/indicators`}>{t('entry.indicators')}</LinkButton>
            ) : null}
            {entry.status === 'WITHDRAWN' ? null : (
              <LinkButton to={`/ideas/new?from=${entry.slug}`}>{t('entry.begin')}</LinkButton>
            )}
          </Row>
        }
      />
      <Standing entry={entry} />
      <p>
        <ReportLink about={entry.id} />
      </p>
      <Columns kind="aside" ruled>
        <Stack gap={7}>
          <EntryOrigin entry={entry} />
          <EntryFiles entry={entry} />
          {entry.text == null || entry.kind === 'IMPACT_STRATEGY' ? null : (
            <Section heading={t('entry.text')} id="text">
              <Markdown text={entry.text} lang={entry.language} />
            </Section>
          )}
          {entry.consent == null ? null : (
            <Section heading={t('entry.research')} id="research">
              <Facts
                items={[
                  { label: t('entry.method'), value: entry.method },
                  { label: t('entry.studiedOn'), value: entry.studiedOn == null ? null : <Day on={entry.studiedOn} /> },
                  { label: t('entry.sample'), value: entry.sample },
                  {
                    label: t('entry.confidence'),
                    value: entry.confidence == null ? null : t(`confidence.${entry.confidence}`),
                  },
                  { label: t('entry.contact'), value: entry.withdrawalContact },
                ]}
              />
              <h3>{t('entry.consent')}</h3>
              <Markdown text={entry.consent} lang={entry.language} />
              <h3>{t('entry.anonymised')}</h3>
              <Markdown text={entry.anonymised ?? ''} lang={entry.language} />
            </Section>
          )}
          <Section heading={t('entry.versions')} id="versions">
            <Table
              caption={t('entry.versions')}
              hideCaption
              columns={[
                { key: 'number', label: t('entry.versions.number') },
                { key: 'change', label: t('entry.versions.change') },
                { key: 'when', label: t('entry.versions.when') },
                { key: 'by', label: t('entry.versions.by') },
                { key: 'licence', label: t('entry.versions.licence') },
              ]}
              rows={entry.versions.map(({ number, createdAt, sharedBy, licence, change }) => ({
                id: String(number),
                cells: { number, change, when: <Day on={createdAt} />, by: sharedBy.name, licence },
              }))}
            />
          </Section>
          <EntryUses entry={entry} />
        </Stack>
        <Stack gap={7}>
          <EntryLicence entry={entry} />
          <EntryFacts entry={entry} />
        </Stack>
      </Columns>
    </PageBody>
  );
}

/** What one has to know before relying on it. */
function Standing({ entry }: { readonly entry: Entry }) {
  const t = useCommonsWords();
  if (entry.status === 'WITHDRAWN') {
    return (
      <Notice tone="attention" title={t('entry.withdrawn')}>
        <p>
          {entry.withdrawal == null ? null : t(`withdrawn.${entry.withdrawal.because}`)} {t('entry.withdrawn.text')}
        </p>
        {entry.withdrawal == null ? null : (
          <p>
            {t.rich(
              'entry.withdrawn.said',
              { reason: entry.withdrawal.reason },
              { day: <Day on={entry.withdrawal.withdrawnAt} /> },
            )}
          </p>
        )}
        {entry.withdrawal?.replacedBy == null ? null : (
          <p>
            {t.rich(
              'entry.withdrawn.instead',
              { title: entry.withdrawal.replacedBy.title },
              { link: <Link to={`/commons/${entry.withdrawal.replacedBy.slug}`} /> },
            )}
          </p>
        )}
      </Notice>
    );
  }
  if (!entry.unconfirmed) return null;
  return (
    <Notice tone="attention" title={t('entry.unconfirmed')}>
      <p>{t.rich('entry.unconfirmed.text', {}, { day: <Day on={entry.reviewBy} /> })}</p>
    </Notice>
  );
}
