import { useMutation } from '@apollo/client/react';

import type { Maturity } from '../../gql/graphql.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { MATURITIES } from './choices.js';
import { PreviewComponentDocument } from './preview.js';
import type { PreviewProps } from './preview-form.js';
import { useComponentWords } from './words.js';

/** What publiccode.yml calls kinds of software, those that are met most first. */
const SOFTWARE_TYPES = [
  'standalone/web',
  'standalone/mobile',
  'standalone/desktop',
  'standalone/backend',
  'standalone/other',
  'addon',
  'library',
  'configurationFiles',
] as const;

const listed = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
const said = (text: string): string | null => (text.trim() === '' ? null : text);

/** Software whose project has no file: a person says what it is, and gets the file. */
export function ByHandForm({ onUnderstood }: PreviewProps) {
  const t = useComponentWords();
  const [preview] = useMutation(PreviewComponentDocument);
  const form = useForm({
    draft: 'component-by-hand',
    initial: {
      name: '',
      summary: '',
      repositoryUrl: '',
      licence: '',
      description: '',
      features: '',
      maintainedBy: '',
      maturity: '',
      softwareType: '',
      platforms: '',
      availableLanguages: '',
      landingUrl: '',
    },
  });
  return (
    <Form
      form={form}
      label={t('hand.title')}
      submit={t('new.preview')}
      onSubmit={async (values) => {
        const byHand = {
          name: values.name,
          summary: values.summary,
          repositoryUrl: said(values.repositoryUrl),
          licence: said(values.licence),
          description: said(values.description),
          features: listed(values.features),
          maintainedBy: said(values.maintainedBy),
          maturity: values.maturity === '' ? null : (values.maturity as Maturity),
          softwareType: said(values.softwareType),
          platforms: listed(values.platforms),
          availableLanguages: listed(values.availableLanguages),
          landingUrl: said(values.landingUrl),
        };
        return (await preview({ variables: { input: { byHand } } })).data?.previewComponent;
      }}
      onDone={onUnderstood}
    >
      <TextField name="name" label={t('new.name')} maxLength={120} />
      <TextField name="summary" label={t('new.summary')} maxLength={150} />
      <TextField
        name="repositoryUrl"
        type="url"
        label={t('hand.repository')}
        hint={t('hand.repository.hint')}
        optional
      />
      <TextField
        name="licence"
        label={t('facts.licence')}
        hint={t('page.decide.licence.hint')}
        width="short"
        optional
      />
      <TextArea name="description" label={t('page.more')} hint={t('hand.description.hint')} rows={5} optional />
      <TextArea name="features" label={t('page.features')} hint={t('hand.features.hint')} rows={4} optional />
      <TextField name="maintainedBy" label={t('facts.maintainedBy')} hint={t('hand.maintainedBy.hint')} optional />
      <Select
        name="maturity"
        label={t('facts.maturity')}
        options={[
          { value: '', label: t('hand.choose') },
          ...MATURITIES.map((maturity) => ({ value: maturity, label: t(`maturity.${maturity}`) })),
        ]}
        optional
      />
      <Select
        name="softwareType"
        label={t('hand.kind')}
        options={[
          { value: '', label: t('hand.choose') },
          ...SOFTWARE_TYPES.map((type) => ({ value: type, label: t(`hand.kind-${type}`) })),
        ]}
        optional
      />
      <TextField name="platforms" label={t('facts.platforms')} hint={t('hand.platforms.hint')} width="short" optional />
      <TextField
        name="availableLanguages"
        label={t('facts.languages')}
        hint={t('hand.languages.hint')}
        width="short"
        optional
      />
      <TextField name="landingUrl" type="url" label={t('facts.website')} optional />
    </Form>
  );
}
