import type { ResultOf } from '@graphql-typed-document-node/core';
import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { feedAddress } from '../../lib/feed-address.js';
import { later } from '../../lib/later.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Columns, Row, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { ShowMore } from '../../ui/pagination.js';
import { ReportLink } from '../../ui/report-link.js';
import { EmptyState } from '../../ui/states.js';
import { Day, RelativeTime } from '../../ui/time.js';
import { Pictures } from './pictures.js';
import { headOf, VentureFrame } from './venture-frame.js';
import { useVentureWords } from './words.js';

// What the team does here; its code comes when somebody of the team gets near it.
const PostUpdate = later(() => import('./post-update.js').then((part) => part.PostUpdate));
const Drafts = later(() => import('./post-update.js').then((part) => part.Drafts));
const RecordDecision = later(() => import('./record-decision.js').then((part) => part.RecordDecision));

const UpdatesDocument = graphql(`
  query VentureUpdates($slug: String!, $after: String) {
    venture(slug: $slug) {
      id
      slug
      title
      updates(first: 10, after: $after) {
        nodes {
          id
          title
          body
          language
          publishedAt
          pictures {
            id
            address
            description
          }
          author {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      myDrafts {
        id
        title
        body
        language
        pictures {
          id
          description
        }
      }
      decisions {
        id
        decided
        why
        turnedDown
        recordedAt
      }
      viewerCan {
        coordinate {
          allowed
        }
      }
      ...VentureFrame_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params, search }) =>
    operation(UpdatesDocument, { slug: params['slug'] ?? '', after: search.get('after') }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'updates'),
  Component: UpdatesPage,
});

function UpdatesPage({ data: { venture } }: PageProps<ResultOf<typeof UpdatesDocument>>) {
  const t = useVentureWords();
  const { i18n } = useLingui();
  if (venture == null) return null;
  const coordinates = venture.viewerCan.coordinate.allowed;
  return (
    <VentureFrame venture={venture}>
      <Columns kind="aside" ruled>
        <Stack gap={7}>
          {coordinates ? <PostUpdate ventureId={venture.id} /> : null}
          {venture.myDrafts.length === 0 ? null : <Drafts ventureId={venture.id} drafts={venture.myDrafts} />}
          {venture.updates.nodes.length === 0 ? (
            <EmptyState title={t('updates.none')}>{t('updates.none.text')}</EmptyState>
          ) : null}
          {venture.updates.nodes.map((update) => (
            <Stack key={update.id} gap={3} as="article" id={update.id}>
              <h2 lang={update.language}>
                <Link to={`/ventures/${venture.slug}/updates/${update.id}`}>{update.title}</Link>
              </h2>
              <Row gap={2}>
                {update.author == null ? null : <span>{t('updates.by', { name: update.author.name })}</span>}
                {update.publishedAt == null ? null : <RelativeTime at={update.publishedAt} />}
                <ReportLink about={update.id} />
              </Row>
              <Markdown text={update.body} lang={update.language} headingLevel={3} />
              <Pictures pictures={update.pictures} lang={update.language} />
            </Stack>
          ))}
          <ShowMore pageInfo={venture.updates.pageInfo} />
          <p>
            <a href={feedAddress(`/ventures/${venture.slug}/feed.atom`, i18n)}>{t('updates.feed')}</a>
          </p>
        </Stack>
        <Section heading={t('decisions.title')} id="decisions">
          {venture.decisions.length === 0 ? <p>{t('decisions.none')}</p> : null}
          {venture.decisions.map((decision) => (
            <Stack key={decision.id} gap={2} as="article">
              <p>
                <strong>{decision.decided}</strong> (<Day on={decision.recordedAt} />)
              </p>
              <p>{t('decisions.because', { why: decision.why })}</p>
              {decision.turnedDown === '' ? null : <p>{t('decisions.instead', { turnedDown: decision.turnedDown })}</p>}
            </Stack>
          ))}
          {coordinates ? <RecordDecision ventureId={venture.id} /> : null}
        </Section>
      </Columns>
    </VentureFrame>
  );
}
