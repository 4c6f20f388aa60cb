import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/index.js';
import type { OutputKind, Theme } from '../../gql/graphql.js';
import { definePage } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Checkbox, CheckboxGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { EmptyState } from '../../ui/states.js';
import { OUTPUT_KINDS } from './kinds.js';
import { useCommonsWords } from './words.js';

const ShareEntryDocument = graphql(`
  mutation ShareEntry($input: ShareEntryInput!) {
    shareEntry(input: $input) {
      ... on ShareEntryPayload {
        entry {
          id
          slug
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

export const page = definePage({
  public: false,
  head: (_data, { i18n }) => ({ title: useCommonsWords.of(i18n)('share.title'), noIndex: true }),
  Component: SharePage,
});

function SharePage() {
  const t = useCommonsWords();
  const { memberships } = useViewer();
  return (
    <PageBody width="narrow">
      <PageHead title={t('share.title')} lead={t('share.lead')} />
      {memberships.length === 0 ? (
        <EmptyState title={t('share.none')} action={<LinkButton to="/organisations">{t('share.for')}</LinkButton>}>
          {t('share.lead')}
        </EmptyState>
      ) : (
        <ShareForm />
      )}
    </PageBody>
  );
}

function ShareForm() {
  const t = useCommonsWords();
  const v = useVocabulary();
  const navigate = useNavigate();
  const { memberships, actingFor } = useViewer();
  const [share] = useMutation(ShareEntryDocument);
  const form = useForm({
    draft: 'share-entry',
    initial: {
      organisationId: actingFor ?? memberships[0]?.organisation.id ?? '',
      kind: '',
      title: '',
      summary: '',
      address: '',
      text: '',
      licence: '',
      licenceReason: '',
      themes: [] as readonly string[],
      consent: '',
      anonymised: '',
      personalDataChecked: false,
    },
  });
  const isResearch = form.values.kind === 'USER_RESEARCH';
  // Asked only when something looks like somebody's data: a tick beforehand would be no decision.
  const asksAboutPeople =
    form.values.personalDataChecked || form.problems.some(({ code }) => code === 'PERSONAL_DATA_FOUND');
  return (
    <Form
      form={form}
      label={t('share.title')}
      submit={t('share.submit')}
      onSubmit={async ({ kind, themes, ...rest }) =>
        (await share({ variables: { input: { ...rest, kind: kind as OutputKind, themes: themes as Theme[] } } })).data
          ?.shareEntry
      }
      onDone={({ entry }) => void navigate(`/commons/${entry.slug}`)}
    >
      <Select
        name="organisationId"
        label={t('share.for')}
        options={memberships.map(({ organisation: { id, name } }) => ({ value: id, label: name }))}
      />
      <Select
        name="kind"
        label={t('share.kind')}
        options={OUTPUT_KINDS.map((kind) => ({ value: kind, label: v.outputKind(kind) }))}
      />
      <TextField name="title" label={t('share.name')} maxLength={200} />
      <TextArea name="summary" label={t('share.summary')} rows={4} maxLength={2000} />
      <TextField
        name="address"
        type="url"
        inputMode="url"
        label={t('share.address')}
        hint={t('share.address.hint')}
        optional
      />
      <TextArea name="text" label={t('share.text')} rows={6} optional />
      <TextField name="licence" label={t('share.licence')} hint={t('share.licence.hint')} />
      <TextField name="licenceReason" label={t('share.licenceReason')} hint={t('share.licenceReason.hint')} optional />
      <CheckboxGroup
        name="themes"
        label={t('share.themes')}
        options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
        dense
        optional
      />
      {isResearch ? (
        <>
          <TextArea name="consent" label={t('share.consent')} hint={t('share.consent.hint')} rows={3} />
          <TextArea name="anonymised" label={t('share.anonymised')} rows={3} />
        </>
      ) : null}
      {asksAboutPeople ? <Checkbox name="personalDataChecked" label={t('share.checked')} optional /> : null}
    </Form>
  );
}
