import { useMutation } from '@apollo/client/react';

import { graphql } from '../gql/index.js';
import catalogue from '../messages/en/follow.json' with { type: 'json' };
import { ActionButton } from '../ui/action-button.js';
import { useToast } from '../ui/toast.js';
import { useViewer } from './viewer.js';
import { words } from './words.js';

const useFollowWords = words('follow', catalogue);

const FollowSubjectDocument = graphql(`
  mutation FollowSubject($input: FollowSubjectInput!) {
    followSubject(input: $input) {
      ... on FollowSubjectPayload {
        subjectId
        following
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

export const UnfollowSubjectDocument = graphql(`
  mutation UnfollowSubject($input: UnfollowSubjectInput!) {
    unfollowSubject(input: $input) {
      ... on UnfollowSubjectPayload {
        subjectId
        following
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

interface FollowButtonProps {
  readonly type: 'Idea' | 'Venture' | 'Organisation';
  readonly subject: { readonly id: string; readonly viewerFollows: boolean };
}

/** Hear what becomes of it, or stop. For people who are signed in; whoever votes or writes follows anyway. */
export function FollowButton({ type, subject: { id, viewerFollows } }: FollowButtonProps) {
  const t = useFollowWords();
  const toast = useToast();
  const { person } = useViewer();
  const [follow] = useMutation(FollowSubjectDocument);
  const [unfollow] = useMutation(UnfollowSubjectDocument);
  if (person === null) return null;
  const variables = { input: { subjectId: id } };
  const options = (follows: boolean) => ({
    variables,
    update: (cache: { modify(change: object): boolean; identify(object: object): string | undefined }) =>
      void cache.modify({ id: cache.identify({ __typename: type, id }), fields: { viewerFollows: () => follows } }),
  });
  return viewerFollows ? (
    <ActionButton
      look="plain"
      small
      run={async () => (await unfollow(options(false))).data?.unfollowSubject}
      onDone={() => toast(t('unfollowed'))}
    >
      {t('unfollow')}
    </ActionButton>
  ) : (
    <ActionButton
      look="quiet"
      small
      run={async () => (await follow(options(true))).data?.followSubject}
      onDone={() => toast(t('followed'))}
    >
      {t('follow')}
    </ActionButton>
  );
}
