import { STAGES } from '../lib/vocabulary.js';
import { Checkbox, CheckboxGroup, MoneyField, RadioGroup, Select, TextArea, TextField } from '../ui/fields.js';
import { FileField } from '../ui/file-field.js';
import { Form } from '../ui/form.js';
import type { FormState } from '../ui/form-state.js';
import type { Requirement } from '../ui/requirement-list.js';
import { Shown } from './shown.js';

const VALUES = {
  title: '',
  need: 'It takes four months.',
  stage: 'FUNDING',
  who: 'b',
  themes: ['x'] as readonly string[],
  amount: '20,000',
  agreed: true,
  files: ['upload_1 interviews.pdf'] as readonly string[],
};

/** A form as it stands at one moment: nothing in it changes, so that its picture does not either. */
function at(moment: Partial<FormState<typeof VALUES>>): FormState<typeof VALUES> {
  return {
    draft: undefined,
    values: VALUES,
    set: nothing,
    reset: nothing,
    settle: nothing,
    status: 'idle',
    problems: [],
    failure: null,
    restored: false,
    stopWaiting: nothing,
    send: async () => undefined,
    ...moment,
  };
}

const nothing = () => undefined;
const about = (field: string, message: string, rest: Partial<Requirement> = {}): Requirement => ({
  code: 'X',
  message,
  met: false,
  path: ['input', field],
  ...rest,
});
const PROBLEMS = [
  about('title', 'Write something here.'),
  about('need', 'Write a little more.', { current: '21 characters', needed: 'at least 40 characters' }),
  about('who', 'Say as whom you are speaking.'),
  about('amount', 'Say how much, as an amount above nothing.'),
];

/** Fields and forms in their states. */
export function FormGallery() {
  return (
    <>
      <Shown name="fields">
        <Form form={at({})} submit="Log this idea" onSubmit={async () => null}>
          <TextField name="title" label="In one line" hint="As you would say it to a colleague." />
          <TextArea name="need" label="What is needed and why" rows={3} />
          <Select name="stage" label="Stage" options={STAGES.map((value) => ({ value, label: value }))} optional />
          <Who />
          <CheckboxGroup
            dense
            name="themes"
            label="Themes"
            options={['x', 'y', 'z'].map((value) => ({ value, label: `Theme ${value}` }))}
          />
          <MoneyField name="amount" label="Amount" currency="GBP" />
          <Checkbox name="agreed" label="I read it" />
          <FileField name="files" label="Files" optional />
        </Form>
      </Shown>
      <Shown name="problems">
        <Form form={at({ problems: PROBLEMS })} submit="Log this idea" onSubmit={async () => null}>
          <TextField name="title" label="In one line" />
          <TextArea name="need" label="What is needed and why" rows={3} />
          <Who />
          <MoneyField name="amount" label="Amount" currency="GBP" />
        </Form>
      </Shown>
      <Shown name="forms">
        <Form form={at({ restored: true })} submit="Log this idea" onSubmit={async () => null}>
          <TextField name="title" label="Kept from last time" />
        </Form>
        <Form form={at({ status: 'sending' })} submit="Log this idea" onSubmit={async () => null}>
          <TextField name="title" label="Being sent" />
        </Form>
        <Form form={at({ status: 'waiting' })} submit="Log this idea" onSubmit={async () => null}>
          <TextField name="title" label="Waiting for a connection" />
        </Form>
        <Form form={at({ failure: { code: 'OFFLINE' } })} submit="Log this idea" onSubmit={async () => null}>
          <TextField name="title" label="Not sent" />
        </Form>
      </Shown>
    </>
  );
}

function Who() {
  return (
    <RadioGroup
      name="who"
      label="I’m speaking as"
      options={[
        { value: 'a', label: 'This is about my life', hint: 'Shown under a made-up name.' },
        { value: 'b', label: 'I work with them' },
      ]}
    />
  );
}
