import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Columns, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Thread } from '../../ui/thread.js';
import { Ending } from './ending.js';
import { NextMilestones } from './next-milestones.js';
import { headOf, VentureFrame } from './venture-frame.js';
import { useVentureWords } from './words.js';

// Drawn with the page on the server; their code comes when the reader gets near them.
const TableInShort = later(() => import('./table-in-short.js').then((part) => part.TableInShort));
const Members = later(() => import('./together.js').then((part) => part.Members));
const LatestNews = later(() => import('./latest-news.js').then((part) => part.LatestNews));
const EndingForms = later(() => import('./ending-forms.js').then((part) => part.EndingForms));

const VentureDocument = graphql(`
  query Venture($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      language
      summary
      ideas {
        id
        slug
        title
        stage
        language
      }
      ...VentureFrame_venture
      ...Ending_venture
      ...NextMilestones_venture
      ...LatestNews_venture
      ...TableInShort_venture
      ...Members_venture
      ...EndingForms_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(VentureDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n),
  Component: VenturePage,
});

function VenturePage({ data: { venture } }: PageProps<ResultOf<typeof VentureDocument>>) {
  const t = useVentureWords();
  if (venture == null) return null;
  return (
    <VentureFrame venture={venture}>
      <Ending venture={venture} />
      {venture.summary === '' ? null : <Markdown text={venture.summary} lang={venture.language} />}
      <Columns kind="aside" ruled>
        <Stack gap={7}>
          <NextMilestones venture={venture} />
          <LatestNews venture={venture} />
          <Section heading={t('overview.ideas')} id="ideas">
            <Stack gap={4}>
              {venture.ideas.map((idea) => (
                <Stack key={idea.id} gap={2}>
                  <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
                    {idea.title}
                  </Link>
                  <Thread stage={idea.stage} look="line" />
                </Stack>
              ))}
            </Stack>
            <p>
              <Link to={`/ventures/${venture.slug}/where-it-went`}>{t('overview.lineage')}</Link>
            </p>
          </Section>
        </Stack>
        <Stack gap={7}>
          <TableInShort venture={venture} />
          <Members venture={venture} />
          <p>
            <Link to={`/ventures/${venture.slug}/report`}>{t('report.link')}</Link>
          </p>
        </Stack>
      </Columns>
      <EndingForms venture={venture} />
    </VentureFrame>
  );
}
