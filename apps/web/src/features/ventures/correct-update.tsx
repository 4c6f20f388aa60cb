import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Open } from '../../ui/open.js';
import { useVentureWords } from './words.js';

const CorrectUpdateDocument = graphql(`
  mutation CorrectUpdate($input: CorrectUpdateInput!) {
    correctUpdate(input: $input) {
      ... on CorrectUpdatePayload {
        venture {
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

interface CorrectUpdateProps {
  readonly update: { readonly id: string; readonly title: string; readonly body: string };
}

/** Corrects published news: what it said stays readable, so the reason is asked with it. */
export function CorrectUpdate({ update }: CorrectUpdateProps) {
  const t = useVentureWords();
  return <Open label={t('updates.correct')}>{(close) => <CorrectForm update={update} onDone={close} />}</Open>;
}

function CorrectForm({ update, onDone }: CorrectUpdateProps & { readonly onDone: () => void }) {
  const t = useVentureWords();
  const [correct] = useMutation(CorrectUpdateDocument, { refetchQueries: ['VentureUpdate'] });
  const form = useForm({
    draft: `correct-${update.id}`,
    initial: { title: update.title, body: update.body, reason: '' },
  });
  return (
    <Form
      form={form}
      label={t('updates.correct')}
      submit={t('updates.correct.submit')}
      onSubmit={async (values) =>
        (await correct({ variables: { input: { updateId: update.id, ...values } } })).data?.correctUpdate
      }
      onDone={onDone}
    >
      <p>{t('updates.correct.lead')}</p>
      <TextField name="title" label={t('updates.title')} maxLength={160} />
      <TextArea name="body" label={t('updates.body')} hint={t('updates.body.hint')} rows={10} maxLength={20_000} />
      <TextField name="reason" label={t('updates.correct.reason')} maxLength={2_000} />
    </Form>
  );
}
