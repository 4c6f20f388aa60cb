import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { readAmounts } from '../../lib/amount-input.js';
import { formatMoney, type MoneyValue } from '../../lib/money.js';
import { MoneyField, RadioGroup, Select, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import type { OwnMandate } from './amount-form.js';
import { usePledgeWords } from './words.js';

const SetMatchingDocument = graphql(`
  mutation SetMatching($input: SetMatchingInput!) {
    setMatching(input: $input) {
      ... on SetMatchingPayload {
        pledge {
          id
          ...OwnPledge_pledge
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

/** How much is added to a pound that somebody else pledges. */
const RATES = ['50', '100', '200'] as const;

interface MatchFormProps {
  readonly roundId: string;
  readonly currency: string;
  readonly mandates: readonly (Pick<OwnMandate, 'id' | 'title' | 'organisation'> & {
    readonly available?: MoneyValue;
  })[];
  /** What stands now, when a match is changed. */
  readonly now?: { readonly percent: number; readonly most: string };
}

/** Promises to add to what others pledge, up to an amount that is held from the beginning. */
export function MatchForm({ roundId, currency, mandates, now }: MatchFormProps) {
  const t = usePledgeWords();
  const { i18n } = useLingui();
  const [set] = useMutation(SetMatchingDocument, { refetchQueries: ['PledgePage'] });
  const rates: readonly string[] = now ? [...new Set([...RATES, String(now.percent)])] : RATES;
  const form = useForm({
    initial: {
      mandateId: mandates[0]?.id ?? '',
      percent: String(now?.percent ?? 100),
      most: now?.most ?? '',
      note: '',
    },
  });
  return (
    <Form
      form={form}
      label={t('match.title')}
      submit={t(now ? 'match.change' : 'match.submit')}
      onSubmit={async ({ mandateId, percent, most, note }, { idempotencyKey }) => {
        const read = readAmounts({ most }, currency, t('amount.wrong'));
        if ('refusal' in read) return read.refusal;
        const input = {
          roundId,
          mandateId,
          percent: Number(percent),
          most: read.amounts.most ?? '0',
          note,
          idempotencyKey,
        };
        return (await set({ variables: { input } })).data?.setMatching;
      }}
    >
      <p>{t('match.text')}</p>
      {mandates.length === 1 ? null : (
        <RadioGroup
          name="mandateId"
          label={t('mandate')}
          options={mandates.map(({ id, title, organisation, available }) => ({
            value: id,
            label: title,
            hint: available
              ? t('mandate.option', {
                  organisation: organisation.name,
                  available: formatMoney(available, i18n.locale),
                })
              : organisation.name,
          }))}
        />
      )}
      <Select
        name="percent"
        label={t('match.rate')}
        options={rates.map((rate) => ({ value: rate, label: t('match.rate.option', { percent: Number(rate) }) }))}
      />
      <MoneyField name="most" label={t('match.most')} hint={t('match.most.hint')} currency={currency} />
      {now ? null : <TextField name="note" label={t('note')} maxLength={1000} optional />}
    </Form>
  );
}
