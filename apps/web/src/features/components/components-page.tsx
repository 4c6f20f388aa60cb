import { graphql } from '../../gql/index.js';
import type { ComponentFilterInput } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { isTheme, THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { isMaturity, MATURITIES } from './choices.js';
import { useComponentWords } from './words.js';

const ComponentsDocument = graphql(`
  query Components($after: String, $filter: ComponentFilterInput) {
    components(first: 24, after: $after, filter: $filter) {
      nodes {
        id
        slug
        name
        summary
        language
        maturity
        maintainedBy
        themes
        licence {
          inForce
          basis
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function filterOf(search: URLSearchParams): ComponentFilterInput {
  const text = search.get('text')?.trim() ?? '';
  const theme = search.get('theme');
  const maturity = search.get('maturity');
  return {
    ...(text === '' ? {} : { text }),
    ...(isTheme(theme) ? { themes: [theme] } : {}),
    ...(isMaturity(maturity) ? { maturities: [maturity] } : {}),
  };
}

export const page = definePage({
  operation: ({ search }) => operation(ComponentsDocument, { after: search.get('after'), filter: filterOf(search) }),
  head: (_data, { i18n, search }) => ({
    title: useComponentWords.of(i18n)('list.title'),
    description: useComponentWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
  }),
  Component: ({ data: { components }, search }) => {
    const t = useComponentWords();
    const v = useVocabulary();
    const create = <LinkButton to="/components/new">{t('list.create')}</LinkButton>;
    return (
      <PageBody>
        <PageHead title={t('list.title')} lead={t('list.lead')} actions={create} />
        <FilterForm label={t('list.filter')}>
          <FilterSearch name="text" label={t('list.search')} value={search.get('text') ?? ''} />
          <FilterSelect
            name="theme"
            label={t('list.theme')}
            value={search.get('theme') ?? ''}
            any={t('list.theme.any')}
            options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
          />
          <FilterSelect
            name="maturity"
            label={t('list.maturity')}
            value={search.get('maturity') ?? ''}
            any={t('list.maturity.any')}
            options={MATURITIES.map((maturity) => ({ value: maturity, label: t(`maturity.${maturity}`) }))}
          />
        </FilterForm>
        {components.nodes.length === 0 ? (
          <EmptyState title={t('list.empty')} action={create}>
            {t('list.empty.text')}
          </EmptyState>
        ) : (
          <Columns>
            {components.nodes.map(({ id, slug, name, summary, language, maturity, maintainedBy, themes, licence }) => (
              <Card
                key={id}
                level={2}
                to={`/components/${slug}`}
                title={name}
                lang={language}
                kicker={maturity == null ? t('maturity.unknown') : t(`maturity.${maturity}`)}
                footer={[
                  licence.inForce ?? t(licence.basis === 'DISPUTED' ? 'licence.disputed' : 'licence.none'),
                  maintainedBy,
                  ...themes.map((theme) => v.theme(theme)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              >
                <p lang={language}>{summary}</p>
              </Card>
            ))}
          </Columns>
        )}
        <ShowMore pageInfo={components.pageInfo} />
      </PageBody>
    );
  },
});
