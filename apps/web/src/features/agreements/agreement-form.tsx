import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import type { AgreementOutputInput, OutputKind } from '../../gql/graphql.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Button } from '../../ui/button.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm, type Values } from '../../ui/form-state.js';
import { Section, Stack } from '../../ui/layout.js';
import { PRESETS } from './output-line.js';
import { useAgreementWords } from './words.js';

const DraftDocument = graphql(`
  mutation DraftCommonsAgreement($input: DraftCommonsAgreementInput!) {
    draftCommonsAgreement(input: $input) {
      ... on DraftCommonsAgreementPayload {
        agreement {
          id
          revision
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

const KINDS = [
  'SOFTWARE',
  'USER_RESEARCH',
  'DATASET',
  'DATA_STANDARD',
  'DESIGN_PATTERN',
  'IMPACT_STRATEGY',
  'EVALUATION',
  'API',
] as const satisfies readonly OutputKind[];

/** As many as the agreement takes. The draft in the browser has a place for each, filled or not. */
const MOST = 20;
const OWN = 'OWN';
const FIELDS = [
  'kind',
  'title',
  'description',
  'licence',
  'licenceCondition',
  'dueAfterDays',
  'dueOn',
  'tranchePosition',
] as const;
type Field = (typeof FIELDS)[number];

export interface OutputDraft {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly licenceCondition: string;
  readonly dueOn?: string | null;
  readonly dueAfterDays?: number | null;
  readonly tranchePosition?: number | null;
}

interface AgreementFormProps {
  readonly ideaId: string;
  /** What stands there now; the form begins with it. */
  readonly outputs: readonly OutputDraft[];
}

/** Writes the promises, each with its kind, licences and date. */
export function AgreementForm({ ideaId, outputs }: AgreementFormProps) {
  const t = useAgreementWords();
  const [draft] = useMutation(DraftDocument, { refetchQueries: ['Agreement'], awaitRefetchQueries: true });
  const form = useForm<Values>({ draft: `agreement-${ideaId}`, initial: initialOf(outputs) });
  const count = Number(form.values['count']);
  const remove = (gone: number) => {
    // What follows moves up by one, so that numbers stay without gaps.
    for (let number = gone; number < count; number++) {
      for (const field of FIELDS) form.set(nameOf(number, field), form.values[nameOf(number + 1, field)] ?? '');
    }
    form.set('count', String(count - 1));
  };
  const add = () => {
    form.set('count', String(count + 1));
    // The button has moved down with what is new: one goes on in its first field.
    requestAnimationFrame(() => document.getElementsByName(nameOf(count, 'kind'))[0]?.focus());
  };
  return (
    <Form
      form={form}
      label={t('form.label')}
      submit={t('form.submit')}
      onSubmit={async (values) =>
        (await draft({ variables: { input: { ideaId, outputs: outputsOf(values) } } })).data?.draftCommonsAgreement
      }
      actions={
        count < MOST ? (
          <Button look="plain" onClick={add}>
            {t('form.add')}
          </Button>
        ) : undefined
      }
    >
      {Array.from({ length: count }, (_, number) => (
        <PromiseFields
          key={number}
          number={number}
          ownLicence={form.values[nameOf(number, 'licence')] === OWN}
          {...(count > 1 ? { onRemove: () => remove(number) } : {})}
        />
      ))}
    </Form>
  );
}

interface PromiseFieldsProps {
  readonly number: number;
  readonly ownLicence: boolean;
  readonly onRemove?: () => void;
}

function PromiseFields({ number, ownLicence, onRemove }: PromiseFieldsProps) {
  const t = useAgreementWords();
  const v = useVocabulary();
  const name = (field: Field) => nameOf(number, field);
  return (
    <Section
      level={3}
      heading={t('form.promise', { number: number + 1 })}
      action={
        onRemove === undefined ? undefined : (
          <Button look="plain" small onClick={onRemove}>
            {t('form.remove', { number: number + 1 })}
          </Button>
        )
      }
    >
      <Stack gap={5}>
        <Select
          name={name('kind')}
          label={t('form.kind')}
          options={KINDS.map((kind) => ({ value: kind, label: v.outputKind(kind) }))}
        />
        <TextField name={name('title')} label={t('form.title')} maxLength={200} />
        <TextArea
          name={name('description')}
          label={t('form.description')}
          hint={t('form.description.hint')}
          rows={3}
          optional
        />
        <Select
          name={name('licence')}
          label={t('form.licence')}
          hint={t('form.licence.hint')}
          options={[
            ...PRESETS.map((preset) => ({ value: preset, label: t(`condition.${preset}`) })),
            { value: OWN, label: t('form.licence.own') },
          ]}
        />
        {ownLicence ? (
          <TextField
            name={name('licenceCondition')}
            label={t('form.licence.name')}
            hint={t('form.licence.name.hint')}
          />
        ) : null}
        <TextField
          name={name('dueAfterDays')}
          type="number"
          inputMode="numeric"
          width="short"
          label={t('form.days')}
          hint={t('form.days.hint')}
          optional
        />
        <TextField name={name('dueOn')} type="date" width="short" label={t('form.on')} optional />
        <TextField
          name={name('tranchePosition')}
          type="number"
          inputMode="numeric"
          width="short"
          label={t('form.tranche')}
          hint={t('form.tranche.hint')}
          optional
        />
      </Stack>
    </Section>
  );
}

function nameOf(number: number, field: Field): string {
  return `outputs.${number}.${field}`;
}

function initialOf(outputs: readonly OutputDraft[]): Values {
  const values: Record<string, string> = { count: String(Math.max(1, outputs.length)) };
  for (let number = 0; number < MOST; number++) {
    const output = outputs[number];
    const preset = PRESETS.find((one) => one === output?.licenceCondition);
    const known: Partial<Record<Field, string>> =
      output === undefined
        ? { licence: 'OPEN' }
        : {
            kind: output.kind,
            title: output.title,
            description: output.description,
            licence: preset ?? OWN,
            licenceCondition: preset === undefined ? output.licenceCondition : '',
            dueAfterDays: output.dueAfterDays == null ? '' : String(output.dueAfterDays),
            dueOn: output.dueOn ?? '',
            tranchePosition: output.tranchePosition == null ? '' : String(output.tranchePosition),
          };
    for (const field of FIELDS) values[nameOf(number, field)] = known[field] ?? '';
  }
  return values;
}

function outputsOf(values: Values): AgreementOutputInput[] {
  return Array.from({ length: Number(values['count']) }, (_, number) => {
    const value = (field: Field) => String(values[nameOf(number, field)] ?? '').trim();
    const whole = (field: Field) => (/^\d{1,9}$/.test(value(field)) ? Number(value(field)) : null);
    const licence = value('licence');
    return {
      kind: value('kind') as OutputKind,
      title: value('title'),
      description: value('description'),
      licenceCondition: licence === OWN ? value('licenceCondition') : licence,
      dueAfterDays: whole('dueAfterDays'),
      dueOn: value('dueOn') === '' ? null : value('dueOn'),
      tranchePosition: whole('tranchePosition'),
    };
  });
}
