import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney } from '../../lib/money.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Day } from '../../ui/time.js';
import { useTrancheWords } from './words.js';

export const Payment_payment = graphql(`
  fragment Payment_payment on Payment {
    id
    status
    paidOn
    reference
    amount {
      minorUnits
      currency
      decimals
    }
    viewerCan {
      confirmReceipt {
        allowed
      }
      reverse {
        allowed
      }
    }
  }
`);

const ConfirmReceiptDocument = graphql(`
  mutation ConfirmReceipt($input: ConfirmReceiptInput!) {
    confirmReceipt(input: $input) {
      ... on ConfirmReceiptPayload {
        payment {
          id
          ...Payment_payment
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

const ReversePaymentDocument = graphql(`
  mutation ReversePayment($input: ReversePaymentInput!) {
    reversePayment(input: $input) {
      ... on ReversePaymentPayload {
        payment {
          id
          ...Payment_payment
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

/** One payment, and what the two sides can say about it. */
export function Payment({ payment }: { readonly payment: FragmentType<typeof Payment_payment> }) {
  const t = useTrancheWords();
  const { i18n } = useLingui();
  const data = useFragmentData(Payment_payment, payment);
  const [confirm] = useMutation(ConfirmReceiptDocument);
  if (data === null) return null;
  const { id: paymentId, viewerCan } = data;
  return (
    <>
      {t.rich('payment', { amount: formatMoney(data.amount, i18n.locale) }, { day: <Day on={data.paidOn} /> })}:{' '}
      {t(`payment.${data.status}`)}
      {data.reference == null ? null : `, ${t('payment.reference', { reference: data.reference })}`}
      {viewerCan.confirmReceipt.allowed ? (
        <ActionButton
          look="primary"
          small
          run={async ({ idempotencyKey }) =>
            (await confirm({ variables: { input: { paymentId, idempotencyKey } } })).data?.confirmReceipt
          }
        >
          {t('confirm')}
        </ActionButton>
      ) : null}
      {viewerCan.reverse.allowed ? <CameBack paymentId={paymentId} /> : null}
    </>
  );
}

function CameBack({ paymentId }: { readonly paymentId: string }) {
  const t = useTrancheWords();
  const [reverse] = useMutation(ReversePaymentDocument, { refetchQueries: ['VentureMoney'] });
  const form = useForm({ initial: { reason: '' } });
  return (
    <details>
      <summary>{t('reverse')}</summary>
      <Form
        form={form}
        label={t('reverse')}
        submit={t('reverse.submit')}
        onSubmit={async ({ reason }, { idempotencyKey }) =>
          (await reverse({ variables: { input: { paymentId, reason, idempotencyKey } } })).data?.reversePayment
        }
      >
        <TextField name="reason" label={t('reverse.reason')} maxLength={1000} />
      </Form>
    </details>
  );
}
