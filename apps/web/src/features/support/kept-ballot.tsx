import { useMutation } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { Perspective, ShownAs, VoteAnswer } from '../../gql/graphql.js';
import { sendOneTimeLink } from '../../lib/session.js';
import { useToast } from '../../ui/toast.js';
import { useSupportWords } from './words.js';

const KeepBallotDocument = graphql(`
  mutation KeepBallot($input: KeepBallotInput!) {
    keepBallot(input: $input) {
      ... on KeepBallotPayload {
        key
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

const CastKeptBallotDocument = graphql(`
  mutation CastKeptBallot($input: CastKeptBallotInput!) {
    castKeptBallot(input: $input) {
      ... on CastKeptBallotPayload {
        idea {
          id
          stage
          ...SupportPanel_idea
          ...GateChecklist_idea
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
        }
      }
    }
  }
`);

export interface Choice {
  readonly ideaId: string;
  readonly perspective: Perspective | null;
  readonly answer: VoteAnswer;
  readonly shownAs: ShownAs;
  readonly why: string | null;
}

/**
 * Keeps a vote of somebody without an account and sends a link that signs them in: the key goes along in it, so that the
 * vote is cast wherever the mail is opened.
 */
export function useKeepBallot(slug: string) {
  const t = useSupportWords();
  const [keepBallot] = useMutation(KeepBallotDocument);
  return async (choice: Choice, person: { readonly name: string; readonly email: string }) => {
    const kept = (await keepBallot({ variables: { input: choice } })).data?.keepBallot;
    if (kept?.__typename !== 'KeepBallotPayload') return kept;
    const sent = await sendOneTimeLink(person.email, `/ideas/${slug}?ballot=${kept.key}`, person.name);
    if (sent.ok) return kept;
    const message = t(sent.code === 'RATE_LIMITED' ? 'kept.wait' : 'kept.email');
    return {
      __typename: 'Refusal' as const,
      requirements: [{ code: sent.code, message, met: false, current: null, needed: null, path: ['input', 'email'] }],
    };
  };
}

/** Casts the vote that came along with the link, once, and takes it out of the address. */
export function CastKept({ hasVote }: { readonly hasVote: boolean }) {
  const t = useSupportWords();
  const toast = useToast();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const key = new URLSearchParams(search).get('ballot');
  const [cast] = useMutation(CastKeptBallotDocument);
  const begun = useRef(false);
  useEffect(() => {
    if (key === null || begun.current) return;
    begun.current = true;
    const done = (words: string) => {
      toast(words);
      void navigate(pathname, { replace: true });
    };
    if (hasVote) {
      void navigate(pathname, { replace: true });
      return;
    }
    cast({ variables: { input: { key } } }).then(
      ({ data }) => {
        const answer = data?.castKeptBallot;
        done(answer?.__typename === 'Refusal' ? (answer.requirements[0]?.message ?? '') : t('vote.done'));
      },
      () => done(t('kept.gone')),
    );
  }, [cast, hasVote, key, navigate, pathname, t, toast]);
  return key === null || hasVote ? null : <p role="status">{t('kept.casting')}</p>;
}
