import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { MentionedBy } from '../../gql/graphql.js';
import { rememberLanguage } from '../../lib/preferences.js';
import { useSite } from '../../lib/site.js';
import { LANGUAGE_NAMES, LOCALES, localeOf } from '../../lib/words.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
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

const MENTIONS = ['ANYBODY', 'SHARED_PROJECT'] as const satisfies readonly MentionedBy[];

/** Three years each, the youngest first, as far back as anybody lives. Nobody is asked for a date. */
function bands(thisYear: number): readonly number[] {
  const youngest = thisYear - 10 - ((thisYear - 10 - 1900) % 3);
  return Array.from({ length: 34 }, (_, band) => youngest - 3 * band);
}

interface ProfileFormProps {
  readonly person: { readonly handle: string; readonly name: string; readonly about: string };
  readonly language: string;
  readonly bornFrom: number | null;
  readonly mentionedBy: MentionedBy;
}

export function ProfileForm({ person: { name, handle, about }, language, bornFrom, mentionedBy }: ProfileFormProps) {
  const t = usePeopleWords();
  const toast = useToast();
  const { renderedAt } = useSite();
  const [updateProfile] = useMutation(UpdateProfileDocument);
  // A language that the pages do not speak is kept until another is chosen.
  const spoken: string = localeOf(language) ?? language;
  const form = useForm({
    initial: { name, handle, about, language: spoken, bornFrom: String(bornFrom ?? 0), mentionedBy },
  });
  return (
    <Form
      form={form}
      label={t('settings.profile')}
      submit={t('settings.save')}
      onSubmit={async ({ bornFrom: years, mentionedBy: by, ...rest }) =>
        (
          await updateProfile({
            variables: { input: { ...rest, bornFrom: Number(years), mentionedBy: by } },
          })
        ).data?.updateProfile
      }
      onDone={() => {
        const chosen = localeOf(form.values.language);
        if (chosen !== undefined && chosen !== spoken) rememberLanguage(chosen);
        else toast(t('settings.saved'));
      }}
    >
      <TextField name="name" autoComplete="name" label={t('name')} hint={t('name.hint')} maxLength={160} />
      <TextField name="handle" label={t('settings.handle')} hint={t('settings.handle.hint')} maxLength={30} />
      <TextArea name="about" label={t('settings.about')} rows={4} maxLength={2000} optional />
      <Select
        name="bornFrom"
        label={t('settings.years')}
        hint={t('settings.years.hint')}
        options={[
          { value: '0', label: t('settings.years.none') },
          ...bands(new Date(renderedAt).getUTCFullYear()).map((from) => ({
            value: String(from),
            label: t('settings.years.band', { from: String(from), to: String(from + 2) }),
          })),
        ]}
      />
      <Select
        name="mentionedBy"
        label={t('settings.mentions')}
        options={MENTIONS.map((each) => ({ value: each, label: t(`settings.mentions.${each}`) }))}
      />
      <Select
        name="language"
        label={t('settings.language')}
        hint={t('settings.language.hint')}
        options={[
          ...LOCALES.map((locale) => ({ value: locale as string, label: LANGUAGE_NAMES[locale] })),
          ...(localeOf(language) === undefined ? [{ value: language, label: language }] : []),
        ]}
      />
    </Form>
  );
}
