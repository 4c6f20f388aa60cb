import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { useVentureWords } from './words.js';

const RecordDecisionDocument = graphql(`
  mutation RecordDecision($input: RecordDecisionInput!) {
    recordDecision(input: $input) {
      ... on RecordDecisionPayload {
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

export function RecordDecision({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  const [record] = useMutation(RecordDecisionDocument, { refetchQueries: ['VentureUpdates'] });
  const form = useForm({ draft: `decision-${ventureId}`, initial: { decided: '', why: '', turnedDown: '' } });
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('decisions.add')}</Button>
      </div>
    );
  }
  return (
    <Form
      form={form}
      submit={t('decisions.submit')}
      label={t('decisions.add')}
      onSubmit={async (values) =>
        (await record({ variables: { input: { ventureId, ...values } } })).data?.recordDecision
      }
      onDone={() => setOpen(false)}
    >
      <TextArea name="decided" label={t('decisions.decided')} rows={2} maxLength={2_000} />
      <TextArea name="why" label={t('decisions.why')} rows={3} maxLength={2_000} />
      <TextArea name="turnedDown" label={t('decisions.turnedDown')} rows={2} maxLength={2_000} optional />
    </Form>
  );
}
