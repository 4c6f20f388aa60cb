import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { IdeaFilterInput, IdeaOrder } from '../../gql/graphql.js';
import { feedAddress } from '../../lib/feed-address.js';
import { definePage, operation } from '../../lib/page.js';
import { PERSPECTIVES, STAGES, THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { IdeaCard } from './idea-card.js';
import { useIdeaWords } from './words.js';

const IdeasDocument = graphql(`
  query Ideas($after: String, $filter: IdeaFilterInput, $orderBy: IdeaOrder!, $text: String!, $searching: Boolean!) {
    ideas(first: 24, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        excerpt(text: $text) @include(if: $searching) {
          text
          found
        }
        ...IdeaCard_idea
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ORDERS = ['NEEDS_VOTES', 'NEWEST', 'MOST_ORGANISATIONS', 'CLOSEST_TO_TARGET'] as const;
const ENDED = ['WITHDRAWN', 'DECLINED', 'STOPPED'] as const;

/** What an address asks for. Anything it says that is not known is left out rather than refused. */
function filterOf(search: URLSearchParams): IdeaFilterInput {
  const stage = [...STAGES, ...ENDED].find((each) => each === search.get('stage'));
  const theme = THEMES.find((each) => each === search.get('theme'));
  const place = search.get('place')?.trim() ?? '';
  const perspective = PERSPECTIVES.find((each) => each === search.get('perspective'));
  const text = search.get('q')?.trim() ?? '';
  return {
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(theme === undefined ? {} : { themes: [theme] }),
    ...(place === '' ? {} : { place }),
    ...(perspective === undefined ? {} : { perspective }),
    ...(text === '' ? {} : { text }),
  };
}

function orderOf(search: URLSearchParams): IdeaOrder {
  return ORDERS.find((each) => each === search.get('sort')) ?? 'TRENDING';
}

/** The same list as a feed or a file: the address says the same. */
function sameListAt(address: string, search: URLSearchParams): string {
  const asked = new URLSearchParams([...search].filter(([name, value]) => name !== 'after' && value !== ''));
  return asked.size === 0 ? address : `${address}?${asked.toString()}`;
}

export const page = definePage({
  operation: ({ search }) =>
    operation(IdeasDocument, {
      after: search.get('after'),
      filter: filterOf(search),
      orderBy: orderOf(search),
      text: filterOf(search).text ?? '',
      searching: filterOf(search).text !== undefined,
    }),
  head: (_data, { i18n, search }) => ({
    title: useIdeaWords.of(i18n)('list.title'),
    description: useIdeaWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
    canonical: '/ideas',
    feed: {
      href: feedAddress(sameListAt('/feeds/ideas.atom', search), i18n),
      title: useIdeaWords.of(i18n)('list.feed'),
    },
  }),
  Component: ({ data: { ideas }, search }) => {
    const t = useIdeaWords();
    const { i18n } = useLingui();
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
            name="perspective"
            label={t('list.perspective')}
            value={search.get('perspective') ?? ''}
            any={t('list.perspective.any')}
            options={PERSPECTIVES.map((each) => ({ value: each, label: v.perspective(each) }))}
          />
          <FilterSelect
            name="sort"
            label={t('list.order')}
            value={search.get('sort') ?? ''}
            any={t('list.order.any')}
            options={ORDERS.map((order) => ({ value: order, label: t(`list.order.${order}`) }))}
          />
        </FilterForm>
        {ideas.nodes.length === 0 ? (
          <EmptyState
            title={t(search.size === 0 ? 'list.none' : 'list.empty')}
            action={<LinkButton to="/ideas/new">{t('list.new')}</LinkButton>}
          >
            {t(search.size === 0 ? 'list.none.text' : 'list.empty.text')}{' '}
            {search.size === 0 ? null : <Link to="/ideas">{t('list.all')}</Link>}
          </EmptyState>
        ) : (
          <Columns>
            {ideas.nodes.map((idea) => (
              <IdeaCard key={idea.id} idea={idea} excerpt={idea.excerpt} />
            ))}
          </Columns>
        )}
        <ShowMore pageInfo={ideas.pageInfo} />
        <p>
          <a href={feedAddress(sameListAt('/feeds/ideas.atom', search), i18n)}>{t('list.feed')}</a> ·{' '}
          <a href={sameListAt('/data/ideas.csv', search)}>{t('list.csv')}</a>
        </p>
      </PageBody>
    );
  },
});
