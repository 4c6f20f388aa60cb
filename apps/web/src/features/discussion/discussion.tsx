import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useLocation } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { Discussion_ideaFragment } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { Section } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { CommentForm } from './comment-form.js';
import { Comment } from './comment.js';
import css from './discussion.module.css';
import { useDiscussionWords } from './words.js';

export const Discussion_idea = graphql(`
  fragment Discussion_idea on Idea {
    id
    slug
    language
    viewerCan {
      comment {
        allowed
      }
    }
    comments(first: 20) {
      nodes {
        id
        ...Comment_comment
        answers(first: 20) {
          nodes {
            id
            ...Comment_comment
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const MoreCommentsDocument = graphql(`
  query MoreComments($id: ID!, $after: String) {
    node(id: $id) {
      ... on Idea {
        id
        comments(first: 20, after: $after) {
          nodes {
            id
            ...Comment_comment
            answers(first: 20) {
              nodes {
                id
                ...Comment_comment
              }
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

/** What people say about an idea: oldest first, funders after everybody else, answers under what they answer. */
export function Discussion({ idea }: { readonly idea: FragmentType<typeof Discussion_idea> }) {
  const t = useDiscussionWords();
  const { person } = useViewer();
  const { pathname } = useLocation();
  const client = useApolloClient();
  const data = useFragmentData(Discussion_idea, idea);
  // Pages after the first stand here rather than in the cache: the first is refreshed whenever somebody speaks.
  const [more, setMore] = useState<Discussion_ideaFragment['comments'] | null>(null);
  if (data === null) return null;
  const nodes = [...data.comments.nodes, ...(more?.nodes ?? [])];
  const { pageInfo } = more ?? data.comments;
  const loadMore = async () => {
    const answer = await client.query({
      query: MoreCommentsDocument,
      variables: { id: data.id, after: pageInfo.endCursor ?? null },
    });
    const page = answer.data?.node?.__typename === 'Idea' ? answer.data.node.comments : null;
    if (page !== null) setMore({ ...page, nodes: [...(more?.nodes ?? []), ...page.nodes] });
  };
  const mayComment = data.viewerCan.comment.allowed;
  return (
    <Section heading={t('title')} id="discussion">
      {nodes.length === 0 ? <p>{t('empty')}</p> : null}
      <ul className={css.list}>
        {nodes.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} subject={mayComment ? data : null} lang={data.language}>
              {comment.answers.nodes.length === 0 ? null : (
                <ul className={`${css.list} ${css.answers}`}>
                  {comment.answers.nodes.map((answer) => (
                    <li key={answer.id}>
                      <Comment comment={answer} subject={null} lang={data.language} />
                    </li>
                  ))}
                </ul>
              )}
            </Comment>
          </li>
        ))}
      </ul>
      <ShowMore pageInfo={pageInfo} onMore={loadMore} />
      {mayComment ? <CommentForm subjectId={data.id} slug={data.slug} answersId={null} /> : null}
      {person === null ? (
        <p>
          <LinkButton to={`/sign-in?to=${encodeURIComponent(pathname)}`}>{t('add.signIn')}</LinkButton>
        </p>
      ) : null}
    </Section>
  );
}
