import { useApolloClient, useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import type { CommentShownAs, Perspective, Stance } from '../../gql/graphql.js';
import { useViewer } from '../../lib/viewer.js';
import { PERSPECTIVES, useVocabulary } from '../../lib/vocabulary.js';
import { Select, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { HelpContacts } from '../../ui/help-contacts.js';
import { useToast } from '../../ui/toast.js';
import { useDiscussionWords } from './words.js';

const AddCommentDocument = graphql(`
  mutation AddComment($input: AddCommentInput!) {
    addComment(input: $input) {
      ... on AddCommentPayload {
        comment {
          id
          ...Comment_comment
        }
        idea {
          id
          commentCount
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

const STANCES = ['SUPPORTS', 'CONCERN', 'QUESTION'] as const;

interface CommentFormProps {
  readonly subjectId: string;
  readonly slug: string;
  /** The comment it answers. */
  readonly answersId: string | null;
  readonly onDone?: () => void;
}

/** Says something, or answers. What was typed is kept until it is said. */
export function CommentForm({ subjectId, slug, answersId, onDone }: CommentFormProps) {
  const t = useDiscussionWords();
  const v = useVocabulary();
  const toast = useToast();
  const { person } = useViewer();
  const client = useApolloClient();
  const [addComment] = useMutation(AddCommentDocument);
  const form = useForm({
    draft: `comment-${answersId ?? slug}`,
    initial: { body: '', stance: '', perspective: '', shownAs: '' },
  });
  const lived = form.values.perspective === 'LIVED_EXPERIENCE';
  const ways = lived
    ? (['PSEUDONYM', 'NAME', 'NAME_WITHHELD'] as const)
    : (['NAME', 'PSEUDONYM', 'NAME_WITHHELD'] as const);
  return (
    <Form
      form={form}
      label={t('add.title')}
      submit={t(answersId === null ? 'add.submit' : 'answer.submit')}
      onSubmit={async (values) =>
        (
          await addComment({
            variables: {
              input: {
                subjectId,
                answersId,
                body: values.body,
                stance: (values.stance || null) as Stance | null,
                perspective: (values.perspective || null) as Perspective | null,
                shownAs: (values.shownAs || null) as CommentShownAs | null,
              },
            },
          })
        ).data?.addComment
      }
      onDone={() => {
        form.reset();
        toast(t('add.done'));
        onDone?.();
        void client.refetchQueries({ include: ['Idea'] });
      }}
    >
      <TextArea name="body" label={t('add.body')} hint={t('add.body.hint')} rows={answersId === null ? 4 : 3} />
      <Select
        name="perspective"
        label={t('add.perspective')}
        options={PERSPECTIVES.map((each) => ({ value: each, label: v.perspectiveChoice(each) }))}
      />
      {lived ? <HelpContacts /> : null}
      {answersId === null ? (
        <Select
          name="stance"
          label={t('add.stance')}
          optional
          options={STANCES.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
        />
      ) : null}
      {form.values.perspective === '' ? null : (
        <Select
          name="shownAs"
          label={t('add.shownAs')}
          hint={t(lived ? 'add.shownAs.lived' : 'add.shownAs.usual')}
          optional
          options={ways.map((way) => ({ value: way, label: t(`add.shownAs.${way}`, { name: person?.name ?? '' }) }))}
        />
      )}
    </Form>
  );
}
