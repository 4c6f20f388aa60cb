import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { saveFile } from '../../lib/save-file.js';
import { continueTo } from '../../lib/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { usePeopleWords } from './words.js';

const ExportMyDataDocument = graphql(`
  mutation ExportMyData {
    exportMyData {
      ... on ExportMyDataPayload {
        json
        fileName
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

export const DeleteMyAccountDocument = graphql(`
  mutation DeleteMyAccount($input: DeleteMyAccountInput!) {
    deleteMyAccount(input: $input) {
      ... on DeleteMyAccountPayload {
        organisationsLeft
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

export function DataSection() {
  const t = usePeopleWords();
  const [exportMyData] = useMutation(ExportMyDataDocument);
  return (
    <>
      <p>{t('settings.data.lead')}</p>
      <ActionButton
        run={async () => (await exportMyData()).data?.exportMyData}
        onDone={({ json, fileName }) => saveFile(json, fileName, 'application/json')}
      >
        {t('settings.data.submit')}
      </ActionButton>
    </>
  );
}

export function DeleteSection({ handle }: { readonly handle: string }) {
  const t = usePeopleWords();
  const [deleteMyAccount] = useMutation(DeleteMyAccountDocument);
  const form = useForm({ initial: { handle: '' } });
  return (
    <>
      <p>{t('settings.delete.lead')}</p>
      <Form
        form={form}
        label={t('settings.delete')}
        submit={t('settings.delete.submit')}
        onSubmit={async (input) => (await deleteMyAccount({ variables: { input } })).data?.deleteMyAccount}
        onDone={() => continueTo('/')}
      >
        <TextField name="handle" width="short" label={t('settings.delete.handle', { handle })} />
      </Form>
    </>
  );
}
