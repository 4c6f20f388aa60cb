import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { useVentureWords } from './words.js';

const RecordProgressDocument = graphql(`
  mutation RecordProgress($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      ... on RecordProgressPayload {
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

export function RecordUsersSaid({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  const [record] = useMutation(RecordProgressDocument, { refetchQueries: ['VentureProgress'] });
  const form = useForm({ draft: `said-${ventureId}`, initial: { said: '', people: '', changed: '', heardOn: '' } });
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('progress.add.said')}</Button>
      </div>
    );
  }
  return (
    <Form
      form={form}
      submit={t('progress.submit')}
      label={t('progress.add.said')}
      onSubmit={async ({ said, people, changed, heardOn }) => {
        const usersSaid = { said, people: Number.parseInt(people, 10) || 0, changed, heardOn };
        return (await record({ variables: { input: { ventureId, usersSaid } } })).data?.recordProgress;
      }}
      onDone={() => setOpen(false)}
    >
      <TextArea name="said" label={t('progress.add.said.what')} maxLength={4_000} />
      <TextField
        name="people"
        type="number"
        inputMode="numeric"
        width="short"
        label={t('progress.add.said.people')}
        hint={t('progress.add.said.people.hint')}
      />
      <TextArea name="changed" label={t('progress.add.said.changed')} rows={3} maxLength={4_000} />
      <TextField name="heardOn" type="date" width="short" label={t('progress.add.said.on')} />
    </Form>
  );
}
