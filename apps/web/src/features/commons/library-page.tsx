import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import type { CommonsEntryFilter } from '../../gql/graphql.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { EntryCard } from './entry-card.js';
import { OUTPUT_KINDS } from './kinds.js';
import { useCommonsWords } from './words.js';

const LibraryDocument = graphql(`
  query Library($after: String, $filter: CommonsEntryFilter, $text: String!, $searching: Boolean!) {
    commonsEntries(first: 24, after: $after, filter: $filter) {
      nodes {
        id
        matched(text: $text) @include(if: $searching) {
          where
          excerpt
        }
        ...EntryCard_entry
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const LICENCE_SORTS = ['ANY_USE', 'SHARE_ALIKE'] as const;

function filterOf(search: URLSearchParams): CommonsEntryFilter {
  const text = search.get('text')?.trim() ?? '';
  const kind = OUTPUT_KINDS.find((one) => one === search.get('kind'));
  const theme = THEMES.find((one) => one === search.get('theme'));
  const sort = LICENCE_SORTS.find((one) => one === search.get('licence'));
  const organisation = search.get('organisation')?.trim() ?? '';
  const venture = search.get('project')?.trim() ?? '';
  return {
    ...(text === '' ? {} : { text }),
    ...(kind ? { kinds: [kind] } : {}),
    ...(theme ? { themes: [theme] } : {}),
    ...(sort ? { licenceSort: sort } : {}),
    ...(organisation === '' ? {} : { organisation }),
    ...(venture === '' ? {} : { venture }),
    ...(search.get('fresh') === 'yes' ? { confirmedOnly: true } : {}),
  };
}

export const page = definePage({
  operation: ({ search }) => {
    const text = search.get('text')?.trim() ?? '';
    return operation(LibraryDocument, {
      after: search.get('after'),
      filter: filterOf(search),
      text,
      searching: text !== '',
    });
  },
  head: (_data, { i18n, search }) => ({
    title: useCommonsWords.of(i18n)('list.title'),
    description: useCommonsWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
  }),
  Component: LibraryPage,
});

function LibraryPage({ data: { commonsEntries }, search }: PageProps<ResultOf<typeof LibraryDocument>>) {
  const t = useCommonsWords();
  const v = useVocabulary();
  return (
    <PageBody>
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        actions={<LinkButton to="/commons/new">{t('list.share')}</LinkButton>}
      />
      <FilterForm label={t('list.filter')}>
        <FilterSearch name="text" label={t('list.search')} value={search.get('text') ?? ''} />
        <FilterSelect
          name="kind"
          label={t('list.kind')}
          value={search.get('kind') ?? ''}
          any={t('list.kind.any')}
          options={OUTPUT_KINDS.map((kind) => ({ value: kind, label: v.outputKind(kind) }))}
        />
        <FilterSelect
          name="theme"
          label={t('list.theme')}
          value={search.get('theme') ?? ''}
          any={t('list.theme.any')}
          options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
        />
        <FilterSelect
          name="licence"
          label={t('list.licence')}
          value={search.get('licence') ?? ''}
          any={t('list.licence.any')}
          options={LICENCE_SORTS.map((sort) => ({ value: sort, label: t(`list.licence.${sort}`) }))}
        />
        <FilterSelect
          name="fresh"
          label={t('list.fresh')}
          value={search.get('fresh') ?? ''}
          any={t('list.fresh.any')}
          options={[{ value: 'yes', label: t('list.fresh.yes') }]}
        />
        <Kept name="organisation" search={search} />
        <Kept name="project" search={search} />
      </FilterForm>
      {commonsEntries.nodes.length === 0 ? (
        <EmptyState
          title={t(search.size === 0 ? 'list.none' : 'list.empty')}
          action={<LinkButton to="/commons/new">{t('list.share')}</LinkButton>}
        >
          {t(search.size === 0 ? 'list.none.text' : 'list.empty.text')}
        </EmptyState>
      ) : (
        <Columns>
          {commonsEntries.nodes.map((entry) => (
            <EntryCard key={entry.id} entry={entry} match={entry.matched ?? null} />
          ))}
        </Columns>
      )}
      <ShowMore pageInfo={commonsEntries.pageInfo} />
    </PageBody>
  );
}

/** Narrowed from another page, an organisation's or a project's: kept while somebody narrows further. */
function Kept({ name, search }: { readonly name: string; readonly search: URLSearchParams }) {
  const value = search.get(name);
  return value === null || value === '' ? null : <input type="hidden" name={name} value={value} />;
}
