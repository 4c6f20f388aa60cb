import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { readAmounts } from '../../lib/amount-input.js';
import { decimalText, formatMoney, type MoneyValue } from '../../lib/money.js';
import { MoneyField, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { useTrancheWords } from './words.js';

const RecordPaymentDocument = graphql(`
  mutation RecordPayment($input: RecordPaymentInput!) {
    recordPayment(input: $input) {
      ... on RecordPaymentPayload {
        payment {
          id
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

/** A funder says what it paid. The outstanding amount stands in the field already. */
export function RecordPaymentForm({
  callPartId,
  outstanding,
}: {
  readonly callPartId: string;
  readonly outstanding: MoneyValue;
}) {
  const t = useTrancheWords();
  const { i18n } = useLingui();
  const [record] = useMutation(RecordPaymentDocument, { refetchQueries: ['VentureMoney'] });
  const { currency } = outstanding;
  const amount: string = decimalText(outstanding.minorUnits, outstanding.decimals);
  const form = useForm({ draft: `payment-${callPartId}`, initial: { amount, reference: '', paidOn: '' } });
  return (
    <details>
      <summary>{t('record')}</summary>
      <Notice>{t('record.safety')}</Notice>
      <Form
        form={form}
        label={t('record')}
        submit={t('record.submit')}
        onSubmit={async ({ amount: typed, reference, paidOn }, { idempotencyKey }) => {
          const read = readAmounts({ amount: typed }, currency, t('amount.wrong'));
          if ('refusal' in read) return read.refusal;
          const input = { callPartId, amount: read.amounts.amount ?? '0', currency, reference, paidOn, idempotencyKey };
          return (await record({ variables: { input } })).data?.recordPayment;
        }}
      >
        <MoneyField
          name="amount"
          label={t('record.amount')}
          hint={t('record.outstanding', { amount: formatMoney(outstanding, i18n.locale) })}
          currency={currency}
        />
        <TextField name="reference" label={t('record.reference')} hint={t('record.reference.hint')} maxLength={140} />
        <TextField name="paidOn" type="date" label={t('record.paidOn')} width="short" />
      </Form>
    </details>
  );
}
