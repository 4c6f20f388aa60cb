import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { Button } from '../../ui/button.js';
import { Checkbox, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Section } from '../../ui/layout.js';
import { useVentureWords } from './words.js';

export const PostUpdateDocument = graphql(`
  mutation PostUpdate($input: PostUpdateInput!) {
    postUpdate(input: $input) {
      ... on PostUpdatePayload {
        venture {
          id
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

export function PostUpdate({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  if (open) return <PostUpdateForm ventureId={ventureId} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('updates.write')}
      </Button>
    </div>
  );
}

function PostUpdateForm({ ventureId, onDone }: { readonly ventureId: string; readonly onDone: () => void }) {
  const t = useVentureWords();
  const [post] = useMutation(PostUpdateDocument, { refetchQueries: ['VentureUpdates'] });
  const form = useForm({ draft: `update-${ventureId}`, initial: { title: '', body: '', publish: true } });
  return (
    <Section heading={t('updates.write')} id="write">
      <Form
        form={form}
        submit={t('updates.submit')}
        label={t('updates.write')}
        onSubmit={async (values) => (await post({ variables: { input: { ventureId, ...values } } })).data?.postUpdate}
        onDone={onDone}
      >
        <TextField name="title" label={t('updates.title')} maxLength={160} />
        <TextArea name="body" label={t('updates.body')} hint={t('updates.body.hint')} rows={10} maxLength={20_000} />
        <Checkbox name="publish" label={t('updates.publish')} hint={t('updates.publish.hint')} optional />
      </Form>
    </Section>
  );
}
