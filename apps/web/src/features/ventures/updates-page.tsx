import type { ResultOf } from '@graphql-typed-document-node/core';
import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { Columns, Row, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { Day, RelativeTime } from '../../ui/time.js';
import { PostUpdate, PostUpdateDocument } from './post-update.js';
import { RecordDecision } from './record-decision.js';
import { headOf, VentureFrame } from './venture-frame.js';
import { useVentureWords } from './words.js';

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

type Venture = NonNullable<ResultOf<typeof UpdatesDocument>['venture']>;

function UpdatesPage({ data: { venture } }: PageProps<ResultOf<typeof UpdatesDocument>>) {
  const t = useVentureWords();
  if (venture == null) return null;
  const coordinates = venture.viewerCan.coordinate.allowed;
  return (
    <VentureFrame venture={venture}>
      <Columns kind="aside" ruled>
        <Stack gap={7}>
          {coordinates ? <PostUpdate ventureId={venture.id} /> : null}
          <Drafts venture={venture} />
          {venture.updates.nodes.length === 0 ? (
            <EmptyState title={t('updates.none')}>{t('updates.none.text')}</EmptyState>
          ) : null}
          {venture.updates.nodes.map((update) => (
            <Stack key={update.id} gap={3} as="article" id={update.id}>
              <h2 lang={update.language}>{update.title}</h2>
              <Row gap={2}>
                {update.author == null ? null : <span>{t('updates.by', { name: update.author.name })}</span>}
                {update.publishedAt == null ? null : <RelativeTime at={update.publishedAt} />}
              </Row>
              <Markdown text={update.body} lang={update.language} headingLevel={3} />
            </Stack>
          ))}
          <ShowMore pageInfo={venture.updates.pageInfo} />
          <p>
            <a href={`/ventures/${venture.slug}/feed.atom`}>{t('updates.feed')}</a>
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

function Drafts({ venture }: { readonly venture: Venture }) {
  const t = useVentureWords();
  const [post] = useMutation(PostUpdateDocument, { refetchQueries: ['VentureUpdates'] });
  if (venture.myDrafts.length === 0) return null;
  return (
    <Section heading={t('updates.drafts')} id="drafts">
      {venture.myDrafts.map(({ id, title, body, language }) => (
        <Stack key={id} gap={3} as="article">
          <h3 lang={language}>{title}</h3>
          <Markdown text={body} lang={language} headingLevel={4} />
          <ActionButton
            run={async () =>
              (
                await post({
                  variables: { input: { ventureId: venture.id, updateId: id, title, body, language, publish: true } },
                })
              ).data?.postUpdate
            }
          >
            {t('updates.drafts.publish')}
          </ActionButton>
        </Stack>
      ))}
    </Section>
  );
}
