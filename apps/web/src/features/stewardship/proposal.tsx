import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { StewardQueueQuery } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const ConfirmProposalDocument = graphql(`
  mutation ConfirmProposal($input: ConfirmSecondInput!) {
    confirmSecond(input: $input) {
      ... on ConfirmSecondPayload {
        actId
        kind
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

type StewardProposal = NonNullable<StewardQueueQuery['stewardQueue']>['proposals'][number];

/** What one of the site team proposed and another confirms. */
export function Proposal({ proposal }: { readonly proposal: StewardProposal }) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [confirm] = useMutation(ConfirmProposalDocument, { refetchQueries: ['StewardQueue'] });
  const { id: actId, kind, proposedBy: proposer, about, noticeEndsAt, mayConfirm, policy } = proposal;
  return (
    <article className={css.item}>
      <p>
        {kind === 'POLICY_CHANGED' && policy != null
          ? t('queue.proposal.POLICY_CHANGED', {
              proposer,
              votes: policy.votesOfSupport,
              organisations: policy.verifiedOrganisations,
              adoption: policy.adoptionInterests,
              voices: policy.livedExperienceVoices,
              reason: policy.reason,
            })
          : t('queue.proposal.PERSON_BLOCKED', { proposer, about: about ?? '' })}
      </p>
      {noticeEndsAt == null ? null : <p>{t.rich('queue.proposal.notice', {}, { time: <Day on={noticeEndsAt} /> })}</p>}
      {mayConfirm ? (
        <ActionButton
          look="primary"
          run={async () => (await confirm({ variables: { input: { actId } } })).data?.confirmSecond}
          onDone={() => toast(t('queue.proposal.confirmed'))}
        >
          {t('queue.proposal.confirm')}
        </ActionButton>
      ) : (
        <p>{t('queue.proposal.others')}</p>
      )}
    </article>
  );
}
