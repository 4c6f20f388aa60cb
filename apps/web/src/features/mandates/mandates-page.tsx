import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import type { MandateFilter } from '../../gql/graphql.js';
import { formatMoney } from '../../lib/money.js';
import { definePage, operation } from '../../lib/page.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { FilterForm, FilterSearch, FilterSelect } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { Day } from '../../ui/time.js';
import { isPurpose, PURPOSES } from './purposes.js';
import { useMandateWords } from './words.js';

const MandatesDocument = graphql(`
  query Mandates($after: String, $filter: MandateFilter) {
    mandates(first: 24, after: $after, filter: $filter) {
      nodes {
        id
        slug
        title
        language
        closesOn
        themes
        smallestPledge {
          minorUnits
          currency
          decimals
        }
        largestPledge {
          minorUnits
          currency
          decimals
        }
        organisation {
          id
          name
        }
        returnConditions {
          code
          sentence
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Theme = (typeof THEMES)[number];

function filterOf(search: URLSearchParams): MandateFilter {
  const theme = search.get('theme');
  const purpose = search.get('purpose');
  const place = search.get('place')?.trim() ?? '';
  return {
    ...(THEMES.includes(theme as Theme) ? { themes: [theme as Theme] } : {}),
    ...(isPurpose(purpose) ? { purpose } : {}),
    ...(place === '' ? {} : { place }),
  };
}

export const page = definePage({
  operation: ({ search }) => operation(MandatesDocument, { after: search.get('after'), filter: filterOf(search) }),
  head: (_data, { i18n, search }) => ({
    title: useMandateWords.of(i18n)('list.title'),
    description: useMandateWords.of(i18n)('list.lead'),
    noIndex: search.size > 0,
  }),
  Component: ({ data: { mandates }, search }) => {
    const t = useMandateWords();
    const v = useVocabulary();
    const { i18n } = useLingui();
    const create = <LinkButton to="/mandates/new">{t('list.create')}</LinkButton>;
    return (
      <PageBody>
        <PageHead title={t('list.title')} lead={t('list.lead')} actions={create} />
        <FilterForm label={t('list.filter')}>
          <FilterSelect
            name="theme"
            label={t('list.theme')}
            value={search.get('theme') ?? ''}
            any={t('list.theme.any')}
            options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
          />
          <FilterSelect
            name="purpose"
            label={t('list.purpose')}
            value={search.get('purpose') ?? ''}
            any={t('list.purpose.any')}
            options={PURPOSES.map((purpose) => ({ value: purpose, label: v.roundPurpose(purpose) }))}
          />
          <FilterSearch name="place" label={t('list.place')} value={search.get('place') ?? ''} />
        </FilterForm>
        {mandates.nodes.length === 0 ? (
          <EmptyState title={t(search.size === 0 ? 'list.none' : 'list.empty')} action={create}>
            {t(search.size === 0 ? 'list.none.text' : 'list.empty.text')}
          </EmptyState>
        ) : (
          <Columns>
            {mandates.nodes.map((mandate) => (
              <Card
                key={mandate.id}
                level={2}
                to={`/mandates/${mandate.slug}`}
                title={mandate.title}
                lang={mandate.language}
                kicker={mandate.organisation.name}
                footer={mandate.themes.map((theme) => v.theme(theme)).join(' · ')}
              >
                <p>
                  {t('card.size', {
                    smallest: formatMoney(mandate.smallestPledge, i18n.locale),
                    largest: formatMoney(mandate.largestPledge, i18n.locale),
                  })}
                </p>
                <p>
                  {t('card.until')} <Day on={mandate.closesOn} />
                </p>
              </Card>
            ))}
          </Columns>
        )}
        <ShowMore pageInfo={mandates.pageInfo} />
      </PageBody>
    );
  },
});
