import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useTrancheWords } from './words.js';

const ReleaseUnpaidCallDocument = graphql(`
  mutation ReleaseUnpaidCall($input: ReleaseUnpaidCallInput!) {
    releaseUnpaidCall(input: $input) {
      ... on ReleaseUnpaidCallPayload {
        part {
          id
          ...CallPart_part
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

/** The lead organisation stops waiting for what a funder has not paid. */
export function ReleaseCall({ callPartId }: { readonly callPartId: string }) {
  const t = useTrancheWords();
  const [release] = useMutation(ReleaseUnpaidCallDocument, { refetchQueries: ['VentureMoney'] });
  const form = useForm({ initial: { reason: '' } });
  return (
    <details>
      <summary>{t('unpaid')}</summary>
      <Form
        form={form}
        label={t('unpaid')}
        submit={t('unpaid.submit')}
        onSubmit={async ({ reason }, { idempotencyKey }) =>
          (await release({ variables: { input: { callPartId, reason, idempotencyKey } } })).data?.releaseUnpaidCall
        }
      >
        <TextArea name="reason" label={t('unpaid.why')} hint={t('unpaid.why.hint')} rows={3} maxLength={2000} />
      </Form>
    </details>
  );
}
