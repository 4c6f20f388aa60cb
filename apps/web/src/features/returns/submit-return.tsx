import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { Confidence } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Button } from '../../ui/button.js';
import { Checkbox, CheckboxGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { FileField, uploadIdsOf } from '../../ui/file-field.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { useReturnWords } from './words.js';

export const SubmitReturn_obligation = graphql(`
  fragment SubmitReturn_obligation on Obligation {
    id
    kind
    title
    licenceCondition
    expectedComponents {
      id
      name
    }
  }
`);

const SubmitReturnDocument = graphql(`
  mutation SubmitReturn($input: SubmitReturnInput!) {
    submitReturn(input: $input) {
      ... on SubmitReturnPayload {
        obligation {
          id
          ...PromiseItem_obligation
          venture {
            id
            obligationsSettled
          }
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

/** Shares what was promised. The licence is judged when it is sent, with what it builds on. */
export function SubmitReturn({ obligation }: { readonly obligation: FragmentType<typeof SubmitReturn_obligation> }) {
  const t = useReturnWords();
  const [open, setOpen] = useState(false);
  const data = useFragmentData(SubmitReturn_obligation, obligation);
  if (data === null) return null;
  if (!open) {
    return (
      <div>
        <Button look="primary" onClick={() => setOpen(true)}>
          {t('submit.open')}
        </Button>
      </div>
    );
  }
  return (
    <SubmitForm
      obligationId={data.id}
      isResearch={data.kind === 'USER_RESEARCH'}
      isSoftware={data.kind === 'SOFTWARE'}
      title={data.title}
      condition={data.licenceCondition === 'OPEN' ? t('condition.OPEN') : data.licenceCondition}
      components={data.expectedComponents}
      onClose={() => setOpen(false)}
    />
  );
}

const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const satisfies Confidence[];

interface SubmitFormProps {
  readonly obligationId: string;
  readonly isResearch: boolean;
  readonly isSoftware: boolean;
  readonly title: string;
  readonly condition: string;
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

function SubmitForm({ obligationId, isResearch, isSoftware, title, condition, components, onClose }: SubmitFormProps) {
  const t = useReturnWords();
  const [submit] = useMutation(SubmitReturnDocument);
  const form = useForm({
    draft: `return-${obligationId}`,
    initial: {
      title,
      summary: '',
      address: '',
      text: '',
      uploadIds: [] as readonly string[],
      release: '',
      licence: '',
      componentIds: isResearch ? ([] as readonly string[]) : components.map(({ id }) => id),
      consent: '',
      anonymised: '',
      method: '',
      studiedOn: '',
      sample: '',
      confidence: '',
      withdrawalContact: '',
      personalDataChecked: false,
    },
  });
  // Asked only when something looks like somebody's data: a tick beforehand would be no decision.
  const asksAboutPeople =
    form.values.personalDataChecked ||
    form.problems.some(({ code }) => code === 'PERSONAL_DATA_FOUND' || code === 'PERSONAL_DATA_IN_FILE');
  return (
    <Form
      form={form}
      label={t('submit.label', { title })}
      submit={t('submit.submit')}
      onSubmit={async ({
        componentIds,
        uploadIds,
        release,
        method,
        studiedOn,
        sample,
        confidence,
        withdrawalContact,
        ...rest
      }) => {
        const research = {
          method,
          studiedOn: studiedOn === '' ? null : studiedOn,
          sample: sample === '' ? null : sample,
          confidence: confidence === '' ? null : (confidence as Confidence),
          withdrawalContact,
        };
        const input = {
          ...rest,
          ...(isResearch ? research : {}),
          obligationId,
          componentIds: [...componentIds],
          uploadIds: uploadIdsOf(uploadIds),
          release: release === '' ? null : release,
        };
        return (await submit({ variables: { input } })).data?.submitReturn;
      }}
      onDone={onClose}
      actions={
        <Button look="plain" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <TextField name="title" label={t('submit.name')} maxLength={200} />
      <TextArea name="summary" label={t('submit.summary')} rows={4} maxLength={2000} />
      <TextField
        name="address"
        type="url"
        inputMode="url"
        label={t('submit.address')}
        hint={t('submit.address.hint')}
        optional
      />
      <TextArea name="text" label={t('submit.text')} rows={4} optional />
      <FileField name="uploadIds" label={t('submit.files')} optional />
      {isSoftware ? <TextField name="release" label={t('submit.release')} width="short" optional /> : null}
      <TextField name="licence" label={t('submit.licence')} hint={t('submit.licence.hint', { condition })} />
      {components.length === 0 ? null : (
        <CheckboxGroup
          name="componentIds"
          label={t('submit.components')}
          hint={t('submit.components.hint')}
          options={components.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      {isResearch ? (
        <>
          <TextArea name="method" label={t('submit.method')} hint={t('submit.method.hint')} rows={2} />
          <TextField name="studiedOn" type="date" label={t('submit.studiedOn')} width="short" />
          <TextField name="sample" label={t('submit.sample')} hint={t('submit.sample.hint')} optional />
          <Select
            name="confidence"
            label={t('submit.confidence')}
            options={CONFIDENCES.map((one) => ({ value: one, label: t(`submit.confidence.${one}`) }))}
            optional
          />
          <TextArea name="consent" label={t('submit.consent')} hint={t('submit.consent.hint')} rows={3} />
          <TextArea name="anonymised" label={t('submit.anonymised')} rows={3} />
          <TextField name="withdrawalContact" label={t('submit.contact')} hint={t('submit.contact.hint')} />
        </>
      ) : null}
      {asksAboutPeople ? <Checkbox name="personalDataChecked" label={t('submit.checked')} optional /> : null}
    </Form>
  );
}
