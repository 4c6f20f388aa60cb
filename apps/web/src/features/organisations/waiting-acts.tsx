import { useApolloClient, useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { Stack } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { useOrganisationWords } from './words.js';

export const WaitingAct_act = graphql(`
  fragment WaitingAct_act on WaitingAct {
    id
    kind
    noticeEndsAt
    viewerMayConfirm
    proposedBy {
      id
      name
    }
    about {
      id
      name
    }
    organisation {
      id
      slug
      name
    }
  }
`);

const ConfirmSecondDocument = graphql(`
  mutation ConfirmSecond($input: ConfirmSecondInput!) {
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

interface WaitingActsProps {
  readonly acts: readonly (FragmentType<typeof WaitingAct_act> & { readonly id: string })[];
}

/** What one person proposed and another confirms. */
export function WaitingActs({ acts }: WaitingActsProps) {
  return (
    <Stack as="ul" gap={4}>
      {acts.map((act) => (
        <li key={act.id}>
          <WaitingAct act={act} />
        </li>
      ))}
    </Stack>
  );
}

function WaitingAct({ act }: { readonly act: FragmentType<typeof WaitingAct_act> }) {
  const t = useOrganisationWords();
  const toast = useToast();
  const client = useApolloClient();
  const [confirm] = useMutation(ConfirmSecondDocument);
  const data = useFragmentData(WaitingAct_act, act);
  if (data === null) return null;
  const values = {
    proposer: data.proposedBy.name,
    about: data.about?.name ?? '',
    organisation: data.organisation?.name ?? '',
  };
  return (
    <Stack gap={2}>
      <p>{t(isKnown(data.kind) ? `waiting.${data.kind}` : 'waiting.other', values)}</p>
      {data.noticeEndsAt == null ? null : (
        <p>
          {t('waiting.notice')} <Day on={data.noticeEndsAt} />
        </p>
      )}
      {!data.viewerMayConfirm ? (
        <p>{t('waiting.others')}</p>
      ) : (
        <ActionButton
          run={async () => (await confirm({ variables: { input: { actId: data.id } } })).data?.confirmSecond}
          onDone={() => {
            toast(t('waiting.confirmed'));
            void client.refetchQueries({ include: 'active' });
          }}
        >
          {t('waiting.confirm')}
        </ActionButton>
      )}
    </Stack>
  );
}

const KINDS = ['APPROVER_ADDED', 'ORGANISATION_VERIFIED', 'APPROVAL_THRESHOLD_RAISED'] as const;

function isKnown(kind: string): kind is (typeof KINDS)[number] {
  return KINDS.some((known) => known === kind);
}
