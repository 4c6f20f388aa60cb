import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { feedAddress } from '../../lib/feed-address.js';
import { plainText } from '../../lib/plain-text.js';
import { later } from '../../lib/later.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { ReportLink } from '../../ui/report-link.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { Markdown } from '../../ui/markdown.js';
import { Day } from '../../ui/time.js';
import { Pictures } from './pictures.js';
import { useVentureWords } from './words.js';

// The team's own; its code comes when somebody of the team gets near it.
const CorrectUpdate = later(() => import('./correct-update.js').then((part) => part.CorrectUpdate));

const UpdateDocument = graphql(`
  query VentureUpdate($id: ID!) {
    node(id: $id) {
      id
      ... on VentureUpdate {
        title
        body
        language
        publishedAt
        earlier {
          number
          title
          body
          reason
          correctedAt
        }
        author {
          id
          handle
          name
        }
        pictures {
          id
          address
          description
        }
        venture {
          id
          slug
          title
          language
          viewerCan {
            coordinate {
              allowed
            }
          }
        }
      }
    }
  }
`);

type Found = NonNullable<ResultOf<typeof UpdateDocument>['node']>;

function updateOf(
  node: ResultOf<typeof UpdateDocument>['node'],
): Extract<Found, { __typename?: 'VentureUpdate' }> | null {
  return node != null && node.__typename === 'VentureUpdate' ? node : null;
}

/** One update at an address of its own, to be sent to somebody. A draft is found by its author only. */
export const page = definePage({
  operation: ({ params }) => operation(UpdateDocument, { id: params['update'] ?? '' }),
  found: (data) => updateOf(data.node) !== null,
  head: (data, { i18n }) => {
    const update = updateOf(data.node);
    const slug = update?.venture.slug ?? '';
    return {
      title: update?.title ?? '',
      description: plainText(update?.body ?? '').slice(0, 200),
      noIndex: update?.publishedAt == null,
      feed: { href: feedAddress(`/ventures/${slug}/feed.atom`, i18n), title: update?.venture.title ?? '' },
    };
  },
  Component: UpdatePage,
});

function UpdatePage({ data }: PageProps<ResultOf<typeof UpdateDocument>>) {
  const t = useVentureWords();
  const update = updateOf(data.node);
  if (update === null) return null;
  const { venture, author, publishedAt } = update;
  return (
    <PageBody width="narrow">
      <Breadcrumb
        trail={[
          { to: `/ventures/${venture.slug}`, label: <span lang={venture.language}>{venture.title}</span> },
          { to: `/ventures/${venture.slug}/updates`, label: t('tab.updates') },
        ]}
        here={update.title}
      />
      <PageHead
        title={update.title}
        lang={update.language}
        lead={
          <>
            {author == null ? null : <Link to={`/people/${author.handle}`}>{author.name}</Link>}
            {publishedAt == null ? (
              t('updates.draft')
            ) : (
              <>
                {' '}
                · <Day on={publishedAt} />
              </>
            )}
          </>
        }
      />
      <Stack gap={6}>
        <Markdown text={update.body} lang={update.language} headingLevel={2} />
        <Pictures pictures={update.pictures} lang={update.language} />
        {update.earlier.length === 0 ? null : (
          <Section heading={t('updates.earlier')} id="earlier">
            {update.earlier.map((before) => (
              <Stack key={before.number} gap={2} as="article">
                <p>
                  {t.rich('updates.corrected', { reason: before.reason }, { day: <Day on={before.correctedAt} /> })}
                </p>
                <details>
                  <summary lang={update.language}>{before.title}</summary>
                  <Markdown text={before.body} lang={update.language} headingLevel={3} />
                </details>
              </Stack>
            ))}
          </Section>
        )}
        {publishedAt != null && venture.viewerCan.coordinate.allowed ? <CorrectUpdate update={update} /> : null}
        {publishedAt == null ? null : (
          <p>
            <ReportLink about={update.id} />
          </p>
        )}
      </Stack>
    </PageBody>
  );
}
