import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useToast } from '../../ui/toast.js';
import { usePeopleWords } from './words.js';

const UpdateProfileDocument = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ... on UpdateProfilePayload {
        person {
          id
          handle
          name
          about
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

interface ProfileFormProps {
  readonly person: { readonly handle: string; readonly name: string; readonly about: string };
  readonly language: string;
}

export function ProfileForm({ person: { name, handle, about }, language }: ProfileFormProps) {
  const t = usePeopleWords();
  const toast = useToast();
  const [updateProfile] = useMutation(UpdateProfileDocument);
  const form = useForm({ initial: { name, handle, about, language } });
  return (
    <Form
      form={form}
      label={t('settings.profile')}
      submit={t('settings.save')}
      onSubmit={async (input) => (await updateProfile({ variables: { input } })).data?.updateProfile}
      onDone={() => toast(t('settings.saved'))}
    >
      <TextField name="name" autoComplete="name" label={t('name')} hint={t('name.hint')} maxLength={160} />
      <TextField name="handle" label={t('settings.handle')} hint={t('settings.handle.hint')} maxLength={30} />
      <TextArea name="about" label={t('settings.about')} rows={4} maxLength={2000} optional />
      <TextField name="language" width="short" label={t('settings.language')} hint={t('settings.language.hint')} />
    </Form>
  );
}
