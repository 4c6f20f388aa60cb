import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import type { VentureStatus } from '../../gql/graphql.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { FilterForm, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { VentureCard } from './venture-card.js';
import { useVentureWords } from './words.js';

const VenturesDocument = graphql(`
  query Ventures($after: String, $status: VentureStatus) {
    ventures(first: 24, after: $after, status: $status) {
      nodes {
        id
        ...VentureCard_venture
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const STATUSES = ['CONVENING', 'ACTIVE', 'HANDED_OVER', 'STOPPED'] as const satisfies readonly VentureStatus[];

function statusOf(search: URLSearchParams): VentureStatus | null {
  return STATUSES.find((one) => one === search.get('status')) ?? null;
}

export const page = definePage({
  operation: ({ search }) => operation(VenturesDocument, { after: search.get('after'), status: statusOf(search) }),
  head: (_data, { i18n, search }) => ({
    title: useVentureWords.of(i18n)('list.title'),
    description: useVentureWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
  }),
  Component: VenturesPage,
});

function VenturesPage({ data: { ventures }, search }: PageProps<ResultOf<typeof VenturesDocument>>) {
  const t = useVentureWords();
  return (
    <PageBody>
      <PageHead title={t('list.title')} lead={t('list.lead')} />
      <FilterForm label={t('list.filter')}>
        <FilterSelect
          name="status"
          label={t('list.status')}
          value={search.get('status') ?? ''}
          any={t('list.status.any')}
          options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
      </FilterForm>
      {ventures.nodes.length === 0 ? (
        <EmptyState title={t('list.empty')} action={<LinkButton to="/ideas">{t('list.empty.action')}</LinkButton>}>
          {t('list.empty.text')}
        </EmptyState>
      ) : (
        <Columns>
          {ventures.nodes.map((venture) => (
            <VentureCard key={venture.id} venture={venture} />
          ))}
        </Columns>
      )}
      <ShowMore pageInfo={ventures.pageInfo} />
    </PageBody>
  );
}
