import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useViewer } from '../../lib/viewer.js';
import { later } from '../../lib/later.js';
import { useRoundWords } from './words.js';

const ExtendRound = later(() => import('./extend-round.js').then((part) => part.ExtendRound));

export const RoundActions_round = graphql(`
  fragment RoundActions_round on FundingRound {
    id
    status
    extension {
      from
    }
    leadOrganisation {
      id
    }
    viewerCan {
      close {
        allowed
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
      giveUp {
        allowed
      }
    }
  }
`);

const CloseFundingRoundDocument = graphql(`
  mutation CloseFundingRound($input: CloseFundingRoundInput!) {
    closeFundingRound(input: $input) {
      ... on CloseFundingRoundPayload {
        fundingRound {
          id
          ...RoundSection_round
        }
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

/** What the lead organisation can do with an open round. Others see nothing of it. */
export function RoundActions({ round }: { readonly round: FragmentType<typeof RoundActions_round> }) {
  const t = useRoundWords();
  const { memberships } = useViewer();
  const data = useFragmentData(RoundActions_round, round);
  const [close] = useMutation(CloseFundingRoundDocument);
  const form = useForm({ draft: `give-up-${data?.id ?? ''}`, initial: { givingUpBecause: '' } });
  const leads = memberships.some(({ organisation }) => organisation.id === data?.leadOrganisation.id);
  if (data === null || !leads || (data.status !== 'OPEN' && data.status !== 'CLOSING')) return null;
  const { id: roundId, viewerCan } = data;
  return (
    <>
      <ActionButton
        look="primary"
        permission={viewerCan.close}
        confirm={{ title: t('close.title'), text: t('close.text'), submit: t('close') }}
        run={async ({ idempotencyKey }) =>
          (await close({ variables: { input: { roundId, idempotencyKey } } })).data?.closeFundingRound
        }
      >
        {t('close')}
      </ActionButton>
      {data.status === 'OPEN' && data.extension == null ? <ExtendRound roundId={roundId} /> : null}
      {viewerCan.giveUp.allowed ? (
        <details>
          <summary>{t('giveUp')}</summary>
          <Form
            form={form}
            label={t('giveUp')}
            submit={t('giveUp')}
            onSubmit={async ({ givingUpBecause }, { idempotencyKey }) =>
              (await close({ variables: { input: { roundId, givingUpBecause, idempotencyKey } } })).data
                ?.closeFundingRound
            }
          >
            <TextArea
              name="givingUpBecause"
              label={t('giveUp.why')}
              hint={t('giveUp.text')}
              rows={3}
              maxLength={1000}
            />
          </Form>
        </details>
      ) : null}
    </>
  );
}
