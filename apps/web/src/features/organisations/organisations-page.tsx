import { graphql } from '../../gql/index.js';
import type { OrganisationFilter } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { isKind, KINDS } from './kinds.js';
import { useOrganisationWords } from './words.js';

const OrganisationsDocument = graphql(`
  query Organisations($after: String, $filter: OrganisationFilter) {
    organisations(first: 24, after: $after, filter: $filter) {
      nodes {
        id
        slug
        name
        kind
        about
        verifiedAt
        memberCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function filterOf(search: URLSearchParams): OrganisationFilter {
  const kind = search.get('kind');
  const verified = search.get('verified');
  const name = search.get('name')?.trim() ?? '';
  return {
    ...(name === '' ? {} : { search: name }),
    ...(isKind(kind) ? { kind } : {}),
    ...(verified === 'yes' || verified === 'no' ? { verified: verified === 'yes' } : {}),
  };
}

export const page = definePage({
  operation: ({ search }) => operation(OrganisationsDocument, { after: search.get('after'), filter: filterOf(search) }),
  head: (_data, { i18n, search }) => ({
    title: useOrganisationWords.of(i18n)('list.title'),
    description: useOrganisationWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
  }),
  Component: ({ data: { organisations }, search }) => {
    const t = useOrganisationWords();
    return (
      <PageBody>
        <PageHead
          title={t('list.title')}
          lead={t('list.lead')}
          actions={<LinkButton to="/organisations/new">{t('list.create')}</LinkButton>}
        />
        <FilterForm label={t('list.filter')}>
          <FilterSearch name="name" label={t('list.search')} value={search.get('name') ?? ''} />
          <FilterSelect
            name="kind"
            label={t('list.kind')}
            value={search.get('kind') ?? ''}
            any={t('list.kind.any')}
            options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <FilterSelect
            name="verified"
            label={t('list.verified')}
            value={search.get('verified') ?? ''}
            any={t('list.verified.any')}
            options={[
              { value: 'yes', label: t('list.verified.yes') },
              { value: 'no', label: t('list.verified.no') },
            ]}
          />
        </FilterForm>
        {organisations.nodes.length === 0 ? (
          <EmptyState
            title={t(search.size === 0 ? 'list.none' : 'list.empty')}
            action={<LinkButton to="/organisations/new">{t('list.create')}</LinkButton>}
          >
            {t(search.size === 0 ? 'list.none.text' : 'list.empty.text')}
          </EmptyState>
        ) : (
          <Columns>
            {organisations.nodes.map(({ id, slug, name, kind, about, verifiedAt, memberCount }) => (
              <Card
                key={id}
                level={2}
                to={`/organisations/${slug}`}
                title={name}
                kicker={t(`kind.${kind}`)}
                footer={[t('people', { count: memberCount }), verifiedAt == null ? null : t('verified')]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {about === '' ? undefined : <p>{about}</p>}
              </Card>
            ))}
          </Columns>
        )}
        <ShowMore pageInfo={organisations.pageInfo} />
      </PageBody>
    );
  },
});
