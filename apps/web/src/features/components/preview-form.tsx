import { useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import css from './new-component.module.css';
import { PreviewComponentDocument, type Understood } from './preview.js';
import { useComponentWords } from './words.js';

export interface PreviewProps {
  readonly onUnderstood: (understood: Understood) => void;
  /** The component that this is a newer file of. */
  readonly componentId?: string;
}

/** What the server takes at most. */
const MOST_BYTES = 1_048_576;

/** Takes the file, chosen or pasted, and shows it to the server; nothing is kept there yet. */
export function PreviewForm({ onUnderstood, componentId }: PreviewProps) {
  const t = useComponentWords();
  const [preview] = useMutation(PreviewComponentDocument);
  const form = useForm({
    draft: componentId === undefined ? 'component-file' : `component-file-${componentId}`,
    initial: { publiccode: '' },
  });
  const [tooLarge, setTooLarge] = useState(false);
  const about = componentId === undefined ? {} : { componentId };
  return (
    <Form
      form={form}
      label={t('new.way.file')}
      submit={t('new.preview')}
      onSubmit={async (input) =>
        (await preview({ variables: { input: { ...input, ...about } } })).data?.previewComponent
      }
      onDone={onUnderstood}
    >
      <label className={css.file}>
        <span>{t('new.upload')}</span>
        <input
          type="file"
          accept=".yml,.yaml,application/yaml,text/yaml,text/plain"
          onChange={(event) => {
            const file = event.target.files?.[0];
            setTooLarge(file !== undefined && file.size > MOST_BYTES);
            if (file && file.size <= MOST_BYTES) void file.text().then((text) => form.set('publiccode', text));
          }}
        />
        {tooLarge ? <span role="alert">{t('new.tooLarge')}</span> : null}
      </label>
      <TextArea name="publiccode" label={t('new.file')} hint={t('new.file.hint')} rows={12} lang="en" />
    </Form>
  );
}

/** Takes the address of a repository; the server looks there for the file and the licence beside it. */
export function AddressForm({ onUnderstood, componentId, address = '' }: PreviewProps & { readonly address?: string }) {
  const t = useComponentWords();
  const [preview] = useMutation(PreviewComponentDocument);
  const form = useForm({ initial: { repositoryUrl: address } });
  const about = componentId === undefined ? {} : { componentId };
  return (
    <Form
      form={form}
      label={t('new.way.address')}
      submit={t('new.preview')}
      onSubmit={async (input) =>
        (await preview({ variables: { input: { ...input, ...about } } })).data?.previewComponent
      }
      onDone={onUnderstood}
    >
      <TextField
        name="repositoryUrl"
        type="url"
        label={t('new.address')}
        hint={t('new.address.hint')}
        maxLength={2000}
      />
    </Form>
  );
}
