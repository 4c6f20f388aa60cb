import { useMutation } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import css from './new-component.module.css';
import { useComponentWords } from './words.js';

export const PreviewComponentDocument = graphql(`
  mutation PreviewComponent($input: PreviewComponentInput!) {
    previewComponent(input: $input) {
      ... on PreviewComponentPayload {
        preview {
          valid
          name
          summary
          language
          repositoryUrl
          maturity
          maintainedBy
          softwareVersion
          releaseDate
          licenceDeclared
          licenceInPlainWords {
            name
          }
          registeredAs
          problems {
            line
            column
            message
            severity
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

type Payload = Extract<
  NonNullable<ResultOf<typeof PreviewComponentDocument>['previewComponent']>,
  { readonly __typename?: 'PreviewComponentPayload' }
>;

/** What the server understood of a file, with the file. */
export interface Understood {
  readonly publiccode: string;
  readonly preview: Payload['preview'];
}

/** What the server takes at most. */
const MOST_BYTES = 1_048_576;

/** Takes the file, chosen or pasted, and shows it to the server; nothing is kept there yet. */
export function PreviewForm({ onUnderstood }: { readonly onUnderstood: (understood: Understood) => void }) {
  const t = useComponentWords();
  const [preview] = useMutation(PreviewComponentDocument);
  const form = useForm({ draft: 'component-file', initial: { publiccode: '' } });
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <Form
      form={form}
      label={t('new.title')}
      submit={t('new.preview')}
      onSubmit={async (input) => {
        const answer = (await preview({ variables: { input } })).data?.previewComponent;
        // The text goes on with what was understood of it: the form forgets its draft once it is accepted.
        return answer?.__typename === 'PreviewComponentPayload' ? { ...answer, publiccode: input.publiccode } : answer;
      }}
      onDone={(payload) => {
        if ('preview' in payload && 'publiccode' in payload) {
          onUnderstood({ publiccode: payload.publiccode, preview: payload.preview });
        }
      }}
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
