import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { RelativeTime } from '../../ui/time.js';
import { useVentureWords } from './words.js';

export const LatestNews_venture = graphql(`
  fragment LatestNews_venture on Venture {
    id
    slug
    updates(first: 1) {
      nodes {
        id
        title
        body
        language
        publishedAt
      }
    }
  }
`);

export function LatestNews({ venture }: { readonly venture: FragmentType<typeof LatestNews_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(LatestNews_venture, venture);
  if (data === null) return null;
  return (
    <Section
      heading={t('overview.news')}
      id="news"
      action={<Link to={`/ventures/${data.slug}/updates`}>{t('overview.news.all')}</Link>}
    >
      {data.updates.nodes.length === 0 ? <p>{t('overview.news.none')}</p> : null}
      {data.updates.nodes.map((update) => (
        <Stack key={update.id} gap={3} as="article">
          <h3 lang={update.language}>{update.title}</h3>
          {update.publishedAt == null ? null : <RelativeTime at={update.publishedAt} />}
          <Markdown text={update.body} lang={update.language} headingLevel={4} />
        </Stack>
      ))}
    </Section>
  );
}
