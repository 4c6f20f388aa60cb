import type { ResultOf } from '@graphql-typed-document-node/core';

import { FileLink } from '../../features/portfolio/file-link.js';
import { OffersTable, WhereMoneyIs } from '../../features/portfolio/where-money-is.js';
import { PledgesTable } from '../../features/portfolio/pledges-table.js';
import { WhatWaits } from '../../features/portfolio/what-waits.js';
import { usePortfolioWords } from '../../features/portfolio/words.js';
import { type Year, YearEnd } from '../../features/portfolio/year-end.js';
import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { Link } from '../../lib/router.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { useSite } from '../../lib/site.js';
import { Day } from '../../ui/time.js';

const OffersFit = later(() => import('../../features/mandates/offers-fit.js').then((part) => part.OffersFit));

const PortfolioDocument = graphql(`
  query Portfolio($slug: String!, $after: String, $lines: String, $from: Date!, $to: Date!, $year: Boolean!) {
    portfolio(organisation: $slug) {
      organisation {
        id
        slug
        name
        pledges(first: 50, after: $after) {
          nodes {
            id
            status
            ...PledgedTo_pledge
            amount {
              minorUnits
              currency
              decimals
            }
            uncalled {
              minorUnits
              currency
              decimals
            }
            called {
              minorUnits
              currency
              decimals
            }
            paid {
              minorUnits
              currency
              decimals
            }
            released {
              minorUnits
              currency
              decimals
            }
            promises {
              promised
              returned
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      totals {
        budget {
          minorUnits
          currency
          decimals
        }
        available {
          minorUnits
          currency
          decimals
        }
        pledged {
          minorUnits
          currency
          decimals
        }
        committed {
          minorUnits
          currency
          decimals
        }
        called {
          minorUnits
          currency
          decimals
        }
        paid {
          minorUnits
          currency
          decimals
        }
      }
      offers {
        mandate {
          id
          slug
          title
          language
          status
        }
        budget {
          minorUnits
          currency
          decimals
        }
        available {
          minorUnits
          currency
          decimals
        }
        pledged {
          minorUnits
          currency
          decimals
        }
        committed {
          minorUnits
          currency
          decimals
        }
        called {
          minorUnits
          currency
          decimals
        }
        paid {
          minorUnits
          currency
          decimals
        }
      }
      promises {
        promised
        returned
      }
      approvalsWaiting {
        id
        ...PledgedTo_pledge
        amount {
          minorUnits
          currency
          decimals
        }
        madeBy {
          id
          name
        }
      }
      callsDue {
        id
        outstanding {
          minorUnits
          currency
          decimals
        }
        call {
          id
          position
          dueOn
          overdue
        }
        pledge {
          id
          ...PledgedTo_pledge
        }
      }
      returnsDue {
        id
        title
        kind
        dueOn
        state
        venture {
          id
          slug
          title
          language
        }
      }
      yearEnd(from: $from, to: $to) @include(if: $year) {
        totals {
          atStart {
            minorUnits
            currency
            decimals
          }
          agreed {
            minorUnits
            currency
            decimals
          }
          paid {
            minorUnits
            currency
            decimals
          }
          released {
            minorUnits
            currency
            decimals
          }
          owed {
            minorUnits
            currency
            decimals
          }
          conditional {
            minorUnits
            currency
            decimals
          }
          pledged {
            minorUnits
            currency
            decimals
          }
        }
        lines(first: 100, after: $lines) {
          nodes {
            pledge {
              id
              ...PledgedTo_pledge
            }
            atStart {
              minorUnits
              currency
              decimals
            }
            agreed {
              minorUnits
              currency
              decimals
            }
            paid {
              minorUnits
              currency
              decimals
            }
            released {
              minorUnits
              currency
              decimals
            }
            owed {
              minorUnits
              currency
              decimals
            }
            conditional {
              minorUnits
              currency
              decimals
            }
            pledged {
              minorUnits
              currency
              decimals
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** The days of the address, where both are days and in order. */
function yearOf(search: URLSearchParams): Year | null {
  const [from = '', to = ''] = [search.get('from'), search.get('to')].map((day) => day ?? '');
  return [from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) && from <= to
    ? { from, to }
    : null;
}

/** What becomes of a funder's money, as its board would want it on paper. */
export const page = definePage({
  operation: ({ params, search }) => {
    const year = yearOf(search);
    return operation(PortfolioDocument, {
      slug: params['slug'] ?? '',
      after: search.get('after'),
      lines: search.get('lines'),
      from: year?.from ?? '2000-01-01',
      to: year?.to ?? '2000-01-01',
      year: year !== null,
    });
  },
  public: false,
  found: (data) => data.portfolio != null,
  head: (data, { i18n }) => ({
    title: usePortfolioWords.of(i18n)('title', { name: data.portfolio?.organisation.name ?? '' }),
    noIndex: true,
  }),
  Component: PortfolioPage,
});

function PortfolioPage({ data: { portfolio }, search }: PageProps<ResultOf<typeof PortfolioDocument>>) {
  const t = usePortfolioWords();
  const { renderedAt } = useSite();
  if (portfolio == null) return null;
  const { organisation, totals, offers, promises } = portfolio;
  const { slug, name } = organisation;
  return (
    <PageBody>
      <Breadcrumb trail={[{ to: `/organisations/${slug}`, label: name }]} here={t('kicker')} />
      <PageHead
        kicker={t('kicker')}
        title={name}
        lead={t.rich('lead', {}, { day: <Day on={renderedAt.slice(0, 10)} /> })}
      />
      <Stack gap={7}>
        <Section heading={t('where.title')} id="where">
          <WhereMoneyIs totals={totals} name={slug} />
          {promises.promised === 0 ? null : <p>{t('returned', promises)}</p>}
        </Section>
        <WhatWaits approvals={portfolio.approvalsWaiting} calls={portfolio.callsDue} returns={portfolio.returnsDue} />
        <OffersTable offers={offers} />
        <OffersFit mandates={offers.map(({ mandate }) => mandate)} />
        <PledgesTable pledges={organisation.pledges.nodes} pageInfo={organisation.pledges.pageInfo} />
        <p data-screen-only>
          {t.rich('files', {}, { portfolio: <FileLink href={`/organisations/${slug}/portfolio.csv`} /> })}
        </p>
        <p data-screen-only>{t.rich('before', {}, { link: <Link to={`/organisations/${slug}/earlier-grants`} /> })}</p>
        <YearEnd slug={slug} year={yearOf(search)} books={portfolio.yearEnd} />
      </Stack>
    </PageBody>
  );
}
