import type { ReactNode } from 'react';
import type { Confidence, OutputKind, Theme } from '../../gql/graphql.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { Checkbox, CheckboxGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { FileField, uploadIdsOf } from '../../ui/file-field.js';
import type { FormState } from '../../ui/form-state.js';
import { useCommonsWords } from './words.js';

/** What an entry says, as a form holds it. */
export const EMPTY_ENTRY = {
  title: '',
  summary: '',
  address: '',
  text: '',
  uploadIds: [] as readonly string[],
  release: '',
  componentId: '',
  licence: '',
  licenceReason: '',
  themes: [] as readonly string[],
  consent: '',
  anonymised: '',
  method: '',
  studiedOn: '',
  sample: '',
  confidence: '',
  withdrawalContact: '',
  personalDataChecked: false,
};
export type EntryValues = typeof EMPTY_ENTRY;

/** Whether it can be one of the components that are registered here. */
export function isSoftware(kind: string): boolean {
  return kind === 'SOFTWARE' || kind === 'API';
}

/** The same as the mutations take it. What belongs to another kind is left out. */
export function entryInput(values: EntryValues, kind: OutputKind) {
  const isResearch = kind === 'USER_RESEARCH';
  const only = (value: string): string | null => (isResearch && value !== '' ? value : null);
  return {
    title: values.title,
    summary: values.summary,
    address: values.address,
    text: values.text,
    release: kind === 'SOFTWARE' && values.release !== '' ? values.release : null,
    licence: values.licence,
    licenceReason: values.licenceReason,
    personalDataChecked: values.personalDataChecked,
    themes: values.themes as Theme[],
    uploadIds: uploadIdsOf(values.uploadIds),
    consent: only(values.consent),
    anonymised: only(values.anonymised),
    method: only(values.method),
    studiedOn: only(values.studiedOn),
    sample: only(values.sample),
    confidence: only(values.confidence) as Confidence | null,
    withdrawalContact: only(values.withdrawalContact),
  };
}

interface EntryFieldsProps {
  readonly form: FormState<EntryValues>;
  readonly kind: string;
  /** Of what is typed already. */
  readonly lang?: string;
  /** What comes first: for whom, which kind. */
  readonly children?: ReactNode;
}

/** The questions about an entry: few, and only those its kind needs. */
export function EntryFields({ form, kind, lang, children }: EntryFieldsProps) {
  const t = useCommonsWords();
  const v = useVocabulary();
  const typed = lang === undefined ? {} : { lang };
  const isStrategy = kind === 'IMPACT_STRATEGY';
  // Asked only when something looks like somebody's data: a tick beforehand would be no decision.
  const asksAboutPeople =
    form.values.personalDataChecked ||
    form.problems.some(({ code }) => code === 'PERSONAL_DATA_FOUND' || code === 'PERSONAL_DATA_IN_FILE');
  return (
    <>
      {children}
      <TextField
        {...typed}
        name="title"
        label={t(kind === 'USER_RESEARCH' ? 'share.insight' : 'share.name')}
        maxLength={200}
      />
      <TextArea {...typed} name="summary" label={t('share.summary')} rows={4} maxLength={2000} />
      <TextField
        name="address"
        type="url"
        inputMode="url"
        label={t('share.address')}
        hint={t('share.address.hint')}
        optional
      />
      <TextArea
        {...typed}
        name="text"
        label={t(isStrategy ? 'share.strategy' : 'share.text')}
        {...(isStrategy ? { hint: <StrategyHint /> } : {})}
        rows={isStrategy ? 10 : 6}
        optional
      />
      <FileField name="uploadIds" label={t('share.files')} optional />
      {isSoftware(kind) ? (
        <TextField name="componentId" label={t('share.component')} hint={t('named.hint')} optional />
      ) : null}
      {kind === 'SOFTWARE' ? <TextField name="release" label={t('share.release')} width="short" optional /> : null}
      <TextField name="licence" label={t('share.licence')} hint={t('share.licence.hint')} />
      <TextField name="licenceReason" label={t('share.licenceReason')} hint={t('share.licenceReason.hint')} optional />
      <CheckboxGroup
        name="themes"
        label={t('share.themes')}
        options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
        dense
        optional
      />
      {kind === 'USER_RESEARCH' ? <ResearchFields /> : null}
      {asksAboutPeople ? <Checkbox name="personalDataChecked" label={t('share.checked')} optional /> : null}
    </>
  );
}

function StrategyHint() {
  const t = useCommonsWords();
  return (
    <>
      <p>{t('share.strategy.hint')}</p>
      <pre>{t('share.strategy.example')}</pre>
    </>
  );
}

function ResearchFields() {
  const t = useCommonsWords();
  return (
    <>
      <TextArea name="method" label={t('share.method')} hint={t('share.method.hint')} rows={2} />
      <TextField name="studiedOn" type="date" label={t('share.studiedOn')} width="short" />
      <TextField name="sample" label={t('share.sample')} hint={t('share.sample.hint')} optional />
      <Select
        name="confidence"
        label={t('share.confidence')}
        options={(['LOW', 'MEDIUM', 'HIGH'] as const).map((one) => ({ value: one, label: t(`confidence.${one}`) }))}
        optional
      />
      <TextArea name="consent" label={t('share.consent')} hint={t('share.consent.hint')} rows={3} />
      <TextArea name="anonymised" label={t('share.anonymised')} rows={3} />
      <TextField name="withdrawalContact" label={t('share.contact')} hint={t('share.contact.hint')} />
    </>
  );
}
