import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { CURRENCIES, readAmounts } from '../../lib/amount-input.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { MoneyField, RadioGroup, Select, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { MoneyHolderFields, THE_LEAD } from './money-holder-fields.js';
import { useRoundWords } from './words.js';

const OpenFundingRoundDocument = graphql(`
  mutation OpenFundingRound($input: OpenFundingRoundInput!) {
    openFundingRound(input: $input) {
      ... on OpenFundingRoundPayload {
        fundingRound {
          id
          idea {
            id
            stage
          }
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

const PURPOSES = ['DISCOVERY', 'BUILD', 'RUN'] as const;

/** The lead organisation asks for money. */
export function OpenRoundForm({ ideaId }: { readonly ideaId: string }) {
  const t = useRoundWords();
  const v = useVocabulary();
  const [open] = useMutation(OpenFundingRoundDocument, { refetchQueries: ['IdeaFunding'] });
  const form = useForm({
    draft: `open-round-${ideaId}`,
    initial: {
      purpose: 'BUILD',
      currency: 'GBP',
      minimum: '',
      target: '',
      deadline: '',
      tranches: '',
      holderName: '',
      moneyHolderOrganisationId: THE_LEAD,
    },
  });
  const { currency } = form.values;
  return (
    <Form
      form={form}
      label={t('open.title')}
      submit={t('open.submit')}
      onSubmit={async ({ purpose, minimum, target, deadline, tranches, moneyHolderOrganisationId }) => {
        const read = readAmounts({ minimum, target }, currency, t('amount.wrong'));
        if ('refusal' in read) return read.refusal;
        const shares = sharesOf(tranches);
        if (shares === null) {
          const problem = { code: 'SHARES_NOT_NUMBERS', message: t('open.instalments.wrong'), met: false };
          return { __typename: 'Refusal' as const, requirements: [{ ...problem, path: ['input', 'tranches'] }] };
        }
        const input = {
          ideaId,
          moneyHolderOrganisationId: moneyHolderOrganisationId === THE_LEAD ? null : moneyHolderOrganisationId,
          purpose: PURPOSES.find((one) => one === purpose) ?? 'BUILD',
          currency,
          minimum: read.amounts.minimum ?? '0',
          target: read.amounts.target ?? '0',
          deadline: `${deadline}T23:59:59.999Z`,
          tranches: shares.map((basisPoints) => ({ title: '', basisPoints })),
        };
        return (await open({ variables: { input } })).data?.openFundingRound;
      }}
      onDone={form.reset}
    >
      <p>{t('open.lead')}</p>
      <RadioGroup
        name="purpose"
        label={t('open.purpose')}
        options={PURPOSES.map((purpose) => ({ value: purpose, label: v.roundPurpose(purpose) }))}
      />
      <Select
        name="currency"
        label={t('open.currency')}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
      />
      <MoneyField name="minimum" label={t('open.minimum')} hint={t('open.minimum.hint')} currency={currency} />
      <MoneyField name="target" label={t('open.target')} hint={t('open.target.hint')} currency={currency} />
      <TextField name="deadline" type="date" label={t('open.deadline')} hint={t('open.deadline.hint')} width="short" />
      <TextField
        name="tranches"
        label={t('open.instalments')}
        hint={t('open.instalments.hint')}
        width="short"
        optional
      />
      <MoneyHolderFields name={form.values.holderName} chosen={form.values.moneyHolderOrganisationId} />
    </Form>
  );
}

/** "40, 60" as hundredths of a percent; null when it is not numbers. Whether they add up is for the rule to say. */
function sharesOf(typed: string): readonly number[] | null {
  if (typed.trim() === '') return [];
  const parts = typed.split(',').map((part) => part.trim().replace('%', '').trim());
  if (!parts.every((part) => /^\d{1,3}(\.\d{1,2})?$/.test(part))) return null;
  return parts.map((part) => Math.round(Number(part) * 100));
}
