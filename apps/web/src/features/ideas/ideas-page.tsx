import { Link } from 'react-router';
import { graphql } from '../../gql/index.js';
import type { IdeaFilterInput, IdeaOrder } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { STAGES, THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { IdeaCard } from './idea-card.js';
import { useIdeaWords } from './words.js';

const IdeasDocument = graphql(`
  query Ideas($after: String, $filter: IdeaFilterInput, $orderBy: IdeaOrder!) {
    ideas(first: 24, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        ...IdeaCard_idea
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ORDERS = ['NEWEST', 'MOST_ORGANISATIONS', 'CLOSEST_TO_TARGET'] as const;
const ENDED = ['WITHDRAWN', 'DECLINED', 'STOPPED'] as const;

/** What an address asks for. Anything it says that is not known is left out rather than refused. */
function filterOf(search: URLSearchParams): IdeaFilterInput {
  const stage = [...STAGES, ...ENDED].find((each) => each === search.get('stage'));
  const theme = THEMES.find((each) => each === search.get('theme'));
  const place = search.get('place')?.trim() ?? '';
  const text = search.get('q')?.trim() ?? '';
  return {
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(theme === undefined ? {} : { themes: [theme] }),
    ...(place === '' ? {} : { place }),
    ...(text === '' ? {} : { text }),
  };
}

function orderOf(search: URLSearchParams): IdeaOrder {
  return ORDERS.find((each) => each === search.get('sort')) ?? 'TRENDING';
}

export const page = definePage({
  operation: ({ search }) =>
    operation(IdeasDocument, { after: search.get('after'), filter: filterOf(search), orderBy: orderOf(search) }),
  head: (_data, { i18n, search }) => ({
    title: useIdeaWords.of(i18n)('list.title'),
    description: useIdeaWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
    canonical: '/ideas',
  }),
  Component: ({ data: { ideas }, search }) => {
    const t = useIdeaWords();
    const v = useVocabulary();
    return (
      <PageBody>
        <PageHead
          title={t('list.title')}
          lead={t('list.lead')}
          actions={
            <>
              <LinkButton look="primary" to="/ideas/new">
                {t('list.new')}
              </LinkButton>
              <LinkButton to="/ideas/board">{t('list.asBoard')}</LinkButton>
            </>
          }
        />
        <FilterForm label={t('list.filter')}>
          <FilterSearch name="q" label={t('list.search')} value={search.get('q') ?? ''} />
          <FilterSelect
            name="stage"
            label={t('list.stage')}
            value={search.get('stage') ?? ''}
            any={t('list.stage.any')}
            options={[...STAGES, ...ENDED].map((stage) => ({ value: stage, label: v.stage(stage) }))}
          />
          <FilterSelect
            name="theme"
            label={t('list.theme')}
            value={search.get('theme') ?? ''}
            any={t('list.theme.any')}
            options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
          />
          <FilterSearch name="place" label={t('list.place')} value={search.get('place') ?? ''} />
          <FilterSelect
            name="sort"
            label={t('list.order')}
            value={search.get('sort') ?? ''}
            any={t('list.order.any')}
            options={ORDERS.map((order) => ({ value: order, label: t(`list.order.${order}`) }))}
          />
        </FilterForm>
        {ideas.nodes.length === 0 ? (
          <EmptyState title={t('list.empty')} action={<LinkButton to="/ideas/new">{t('list.new')}</LinkButton>}>
            {t('list.empty.text')} <Link to="/ideas">{t('list.all')}</Link>
          </EmptyState>
        ) : (
          <Columns>
            {ideas.nodes.map((idea) => (
              <IdeaCard key={idea.id} idea={idea} />
            ))}
          </Columns>
        )}
        <ShowMore pageInfo={ideas.pageInfo} />
      </PageBody>
    );
  },
});
