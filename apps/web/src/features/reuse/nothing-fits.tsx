import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useReuseWords } from './words.js';

export const RecordNothingFitsDocument = graphql(`
  mutation RecordNothingFits($input: RecordNothingFitsInput!) {
    recordNothingFits(input: $input) {
      ... on RecordNothingFitsPayload {
        idea {
          id
          ...IdeaReuse_idea
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

interface NothingFitsFormProps {
  readonly ideaId: string;
  /** Each of them is answered for. */
  readonly suggested: readonly { readonly id: string; readonly name: string }[];
}

/** "Nothing fits, because": a reason for each suggestion, and how one looked. */
export function NothingFitsForm({ ideaId, suggested }: NothingFitsFormProps) {
  const t = useReuseWords();
  const [record] = useMutation(RecordNothingFitsDocument, { refetchQueries: ['Idea'] });
  const form = useForm<Record<string, string>>({
    draft: `nothing-fits-${ideaId}`,
    initial: { because: '', ...Object.fromEntries(suggested.map((_, index) => [fieldFor(index), ''])) },
  });
  return (
    <Form
      form={form}
      label={t('nothing')}
      submit={t('nothing.submit')}
      onSubmit={async (values) => {
        const reasons = suggested.map(({ id }, index) => ({ componentId: id, reason: values[fieldFor(index)] ?? '' }));
        const input = { ideaId, reasons, because: values['because'] ?? '' };
        return (await record({ variables: { input } })).data?.recordNothingFits;
      }}
    >
      {suggested.map(({ id, name }, index) => (
        <TextArea key={id} name={fieldFor(index)} label={t('nothing.reason', { name })} maxLength={1000} rows={2} />
      ))}
      <TextArea
        name="because"
        label={t('nothing.because')}
        hint={t('nothing.because.hint')}
        maxLength={2000}
        rows={2}
        optional={suggested.length > 0}
      />
    </Form>
  );
}

/** The path of a reason in the input, so that a requirement appears beside its field. */
function fieldFor(index: number): string {
  return `reasons.${index}.reason`;
}
