import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { Checkbox, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Open } from '../../ui/open.js';
import { PictureField, type SentPicture } from './picture-field.js';
import { useVentureWords } from './words.js';

const PostUpdateDocument = graphql(`
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

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly pictures: readonly { readonly id: string; readonly description: string }[];
}

export function PostUpdate({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  return (
    <Open label={t('updates.write')} look="primary">
      {(close) => <PostUpdateForm ventureId={ventureId} onDone={close} />}
    </Open>
  );
}

/** What the viewer began and nobody else sees: to be read again, gone on with, and published. */
export function Drafts({ ventureId, drafts }: { readonly ventureId: string; readonly drafts: readonly Draft[] }) {
  const t = useVentureWords();
  return (
    <Section heading={t('updates.drafts')} id="drafts">
      {drafts.map((draft) => (
        <Stack key={draft.id} gap={3} as="article">
          <h3 lang={draft.language}>{draft.title}</h3>
          <Markdown text={draft.body} lang={draft.language} headingLevel={4} />
          <Open label={t('updates.drafts.continue')}>
            {(close) => <PostUpdateForm ventureId={ventureId} draft={draft} onDone={close} />}
          </Open>
        </Stack>
      ))}
    </Section>
  );
}

interface PostUpdateFormProps {
  readonly ventureId: string;
  readonly draft?: Draft;
  readonly onDone: () => void;
}

function PostUpdateForm({ ventureId, draft, onDone }: PostUpdateFormProps) {
  const t = useVentureWords();
  const [post] = useMutation(PostUpdateDocument, { refetchQueries: ['VentureUpdates'] });
  const [pictures, setPictures] = useState<readonly SentPicture[]>(draft?.pictures ?? []);
  const form = useForm({
    draft: `update-${draft?.id ?? ventureId}`,
    initial: { title: draft?.title ?? '', body: draft?.body ?? '', publish: true },
  });
  return (
    <Form
      form={form}
      submit={t('updates.submit')}
      label={t('updates.write')}
      onSubmit={async (values) => {
        const input = {
          ventureId,
          ...values,
          pictureIds: pictures.map(({ id }) => id),
          ...(draft === undefined ? {} : { updateId: draft.id, language: draft.language }),
        };
        return (await post({ variables: { input } })).data?.postUpdate;
      }}
      onDone={onDone}
    >
      <TextField name="title" label={t('updates.title')} maxLength={160} />
      <TextArea name="body" label={t('updates.body')} hint={t('updates.body.hint')} rows={10} maxLength={20_000} />
      <PictureField pictures={pictures} onChange={setPictures} />
      <Checkbox name="publish" label={t('updates.publish')} hint={t('updates.publish.hint')} optional />
    </Form>
  );
}
