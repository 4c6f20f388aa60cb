import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useRoundWords } from './words.js';

const ExtendFundingRoundDocument = graphql(`
  mutation ExtendFundingRound($input: ExtendFundingRoundInput!) {
    extendFundingRound(input: $input) {
      ... on ExtendFundingRoundPayload {
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

/** Moves the deadline, once. Everyone who pledged is asked again. */
export function ExtendRound({ roundId }: { readonly roundId: string }) {
  const t = useRoundWords();
  const [extend] = useMutation(ExtendFundingRoundDocument);
  const form = useForm({ draft: `extend-${roundId}`, initial: { deadline: '', reason: '' } });
  return (
    <details>
      <summary>{t('extend')}</summary>
      <Form
        form={form}
        label={t('extend')}
        submit={t('extend.submit')}
        onSubmit={async ({ deadline, reason }) => {
          const input = { roundId, reason, deadline: `${deadline}T23:59:59.999Z` };
          return (await extend({ variables: { input } })).data?.extendFundingRound;
        }}
        onDone={form.reset}
      >
        <p>{t('extend.text')}</p>
        <TextField
          name="deadline"
          type="date"
          label={t('extend.deadline')}
          hint={t('open.deadline.hint')}
          width="short"
        />
        <TextArea name="reason" label={t('extend.why')} hint={t('extend.why.hint')} rows={3} maxLength={2000} />
      </Form>
    </details>
  );
}
