import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import type { ComponentFilterInput } from '../../gql/graphql.js';
import { useSite } from '../../lib/site.js';
import { definePage, operation } from '../../lib/page.js';
import { isTheme, THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { FUNCTIONS, isFunction, isLicenceUse, isMaturity, LANGUAGES, LICENCE_USES, MATURITIES } from './choices.js';
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
  const does = search.get('does');
  const licence = search.get('licence');
  const keeper = search.get('keeper')?.trim() ?? '';
  const speaks = search.get('speaks') ?? '';
  const released = search.get('released') ?? '';
  return {
    ...(text === '' ? {} : { text }),
    ...(isTheme(theme) ? { themes: [theme] } : {}),
    ...(isMaturity(maturity) ? { maturities: [maturity] } : {}),
    ...(isFunction(does) ? { functions: [does] } : {}),
    ...(isLicenceUse(licence) ? { licenceUses: [licence] } : {}),
    ...(keeper === '' ? {} : { maintainedBy: keeper }),
    ...(speaks === '' ? {} : { speaks }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(released) ? { releasedSince: released } : {}),
  };
}

/** The day so many years before, on the first of January: an address that stays the same all year. */
function yearsBefore(now: string, years: number): string {
  return `${new Date(now).getUTCFullYear() - years}-01-01`;
}

function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
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
    const { i18n } = useLingui();
    const { renderedAt } = useSite();
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
          <FilterSelect
            name="does"
            label={t('list.does')}
            value={search.get('does') ?? ''}
            any={t('list.theme.any')}
            options={FUNCTIONS.map((one) => ({ value: one, label: t(`function.${one}`) }))}
          />
          <FilterSelect
            name="licence"
            label={t('list.licence')}
            value={search.get('licence') ?? ''}
            any={t('list.licence.any')}
            options={LICENCE_USES.map((use) => ({ value: use, label: t(`use.${use}`) }))}
          />
          <FilterSelect
            name="speaks"
            label={t('facts.languages')}
            value={search.get('speaks') ?? ''}
            any={t('list.speaks.any')}
            options={LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag, i18n.locale) }))}
          />
          <FilterSelect
            name="released"
            label={t('list.released')}
            value={search.get('released') ?? ''}
            any={t('list.released.any')}
            options={[1, 2, 5].map((years) => ({
              value: yearsBefore(renderedAt, years),
              label: t('list.released.years', { years }),
            }))}
          />
          <FilterSearch name="keeper" label={t('facts.maintainedBy')} value={search.get('keeper') ?? ''} />
        </FilterForm>
        {components.nodes.length === 0 ? (
          <EmptyState title={t(search.size === 0 ? 'list.none' : 'list.empty')} action={create}>
            {t(search.size === 0 ? 'list.none.text' : 'list.empty.text')}
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
