import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { IndicatorsTable } from '../../features/measurement/indicators-table.js';
import { PromisesTable } from '../../features/returns/promises-table.js';
import { InstalmentsTable } from '../../features/tranches/instalments-table.js';
import { FundersTable } from '../../features/tranches/funders-table.js';
import { Ending } from '../../features/ventures/ending.js';
import { type Period, ReportNews, ReportPlan } from '../../features/ventures/report-parts.js';
import { Members } from '../../features/ventures/together.js';
import { TableInShort } from '../../features/ventures/table-in-short.js';
import { useVentureWords } from '../../features/ventures/words.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useSite } from '../../lib/site.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { FilterForm } from '../../ui/filter-form.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Day } from '../../ui/time.js';
import css from './venture-report-page.module.css';

const VentureReportDocument = graphql(`
  query VentureReport($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      summary
      language
      status
      phase
      startedAt
      ideas {
        id
        slug
        title
        language
      }
      agenda {
        version
        text
      }
      ...Ending_venture
      ...ReportPlan_venture
      ...ReportNews_venture
      ...IndicatorsTable_venture
      ...PromisesTable_venture
      ...TableInShort_venture
      ...Members_venture
    }
    fundingRounds(first: 20, filter: { venture: $slug }) {
      nodes {
        id
        purpose
        ...FundersTable_round
        ...InstalmentsTable_round
      }
    }
  }
`);

/** A day of the address, or nothing where it is none. */
function dayOf(search: URLSearchParams, name: string): string {
  const given = search.get(name) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : '';
}

/** Everything a project can say of itself on one page that prints: one report, whichever funder asks. */
export const page = definePage({
  operation: ({ params }) => operation(VentureReportDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n, search }) => ({
    title: useVentureWords.of(i18n)('report.title', { title: data.venture?.title ?? '' }),
    description: useVentureWords.of(i18n)('description', { title: data.venture?.title ?? '' }),
    noIndex: search.size > 0,
  }),
  Component: VentureReportPage,
});

function VentureReportPage({ data, search }: PageProps<ResultOf<typeof VentureReportDocument>>) {
  const t = useVentureWords();
  const v = useVocabulary();
  const { renderedAt } = useSite();
  const { venture, fundingRounds } = data;
  if (venture == null) return null;
  const period: Period = { from: dayOf(search, 'from'), to: dayOf(search, 'to') };
  return (
    <PageBody width="narrow">
      <PageHead
        kicker={t('report.kicker')}
        title={venture.title}
        lang={venture.language}
        lead={
          <>
            {t(`status.${venture.status}`)} · {t(`phase.${venture.phase}`)} · {t('report.asOf')}{' '}
            <Day on={renderedAt.slice(0, 10)} />
          </>
        }
      />
      <Stack gap={7}>
        <div data-screen-only>
          <FilterForm label={t('report.period')}>
            <label className={css.day}>
              {t('report.from')}
              <input type="date" name="from" defaultValue={period.from} />
            </label>
            <label className={css.day}>
              {t('report.to')}
              <input type="date" name="to" defaultValue={period.to} />
            </label>
          </FilterForm>
          <p>{t('report.print')}</p>
        </div>
        {period.from === '' && period.to === '' ? null : (
          <p>
            {t('report.covers')} {period.from === '' ? '…' : <Day on={period.from} />} –{' '}
            {period.to === '' ? '…' : <Day on={period.to} />}
          </p>
        )}
        <Ending venture={venture} />
        <Section heading={t('overview.ideas')} id="ideas">
          {venture.summary === '' ? null : <Markdown text={venture.summary} lang={venture.language} />}
          <ul>
            {venture.ideas.map((idea) => (
              <li key={idea.id}>
                <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
                  {idea.title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
        <TableInShort venture={venture} />
        <Members venture={venture} />
        <ReportPlan venture={venture} />
        <Section heading={t('report.numbers')} id="numbers">
          <IndicatorsTable venture={venture} />
        </Section>
        <ReportNews venture={venture} period={period} />
        <Section heading={t('tab.money')} id="money">
          {fundingRounds.nodes.length === 0 ? <p>{t('report.noMoney')}</p> : null}
          {fundingRounds.nodes.map((round) => (
            <Stack key={round.id} gap={3}>
              <h3>{v.roundPurpose(round.purpose)}</h3>
              <FundersTable round={round} />
              <InstalmentsTable round={round} />
            </Stack>
          ))}
        </Section>
        <Section heading={t('tab.returns')} id="returns">
          <PromisesTable venture={venture} />
        </Section>
        {venture.agenda == null ? null : (
          <Section heading={t('report.agenda', { version: venture.agenda.version })} id="agenda">
            <Markdown text={venture.agenda.text} lang={venture.language} headingLevel={3} />
          </Section>
        )}
      </Stack>
    </PageBody>
  );
}
