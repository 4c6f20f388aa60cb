import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Markdown } from '../../ui/markdown.js';
import { PerspectiveTag } from '../../ui/perspective.js';
import { ReportLink } from '../../ui/report-link.js';
import { Day, RelativeTime } from '../../ui/time.js';
import { CommentForm } from './comment-form.js';
import css from './discussion.module.css';
import { useDiscussionWords } from './words.js';

export const Comment_comment = graphql(`
  fragment Comment_comment on Comment {
    id
    body
    stance
    perspective
    shownAs
    removed
    pseudonym
    createdAt
    editedAt
    mentions {
      id
      handle
    }
    author {
      id
      handle
      name
    }
    viewerCan {
      edit {
        allowed
      }
      remove {
        allowed
      }
    }
  }
`);

const EditCommentDocument = graphql(`
  mutation EditComment($input: EditCommentInput!) {
    editComment(input: $input) {
      ... on EditCommentPayload {
        comment {
          id
          ...Comment_comment
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

const RemoveCommentDocument = graphql(`
  mutation RemoveComment($input: RemoveCommentInput!) {
    removeComment(input: $input) {
      ... on RemoveCommentPayload {
        comment {
          id
          ...Comment_comment
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

interface CommentProps {
  readonly comment: FragmentType<typeof Comment_comment>;
  /** What is talked about, where an answer may be given. */
  readonly subject: { readonly id: string; readonly slug: string } | null;
  readonly lang: string;
  readonly children?: ReactNode;
}

/** One thing somebody said, with its answers as children. */
export function Comment({ comment, subject, lang, children }: CommentProps) {
  const t = useDiscussionWords();
  const [open, setOpen] = useState<'answer' | 'edit' | null>(null);
  const [remove] = useMutation(RemoveCommentDocument);
  const data = useFragmentData(Comment_comment, comment);
  if (data === null) return null;
  return (
    <article className={css.comment}>
      <header className={css.head}>
        <span className={css.name}>
          <Name of={data} />
        </span>
        <PerspectiveTag perspective={data.perspective} />
        {data.stance == null ? null : <span>{t(`stance.${data.stance}`)}</span>}
        <When at={data.createdAt} shownAs={data.shownAs} />
        {data.editedAt == null ? null : (
          <span>{t.rich('edited', {}, { time: <When at={data.editedAt} shownAs={data.shownAs} /> })}</span>
        )}
      </header>
      {data.body == null ? (
        <p className={css.removed}>{t('removed')}</p>
      ) : open === 'edit' ? (
        <EditForm id={data.id} body={data.body} onDone={() => setOpen(null)} />
      ) : (
        <Markdown text={withMentions(data.body, data.mentions)} lang={lang} headingLevel={4} />
      )}
      <div className={css.actions}>
        {subject === null || data.removed ? null : (
          <Button look="plain" small onClick={() => setOpen(open === 'answer' ? null : 'answer')}>
            {t(open === 'answer' ? 'answer.close' : 'answer')}
          </Button>
        )}
        {data.viewerCan.edit.allowed ? (
          <Button look="plain" small onClick={() => setOpen(open === 'edit' ? null : 'edit')}>
            {t(open === 'edit' ? 'answer.close' : 'edit')}
          </Button>
        ) : null}
        {data.removed ? null : <ReportLink about={data.id} />}
        {data.viewerCan.remove.allowed ? (
          <ActionButton
            look="plain"
            small
            run={async () => (await remove({ variables: { input: { commentId: data.id } } })).data?.removeComment}
            confirm={{ title: t('remove.title'), text: t('remove.text'), submit: t('remove.submit') }}
          >
            {t('remove')}
          </ActionButton>
        ) : null}
      </div>
      {open === 'answer' && subject !== null ? (
        <CommentForm subjectId={subject.id} slug={subject.slug} answersId={data.id} onDone={() => setOpen(null)} />
      ) : null}
      {children}
    </article>
  );
}

/** What nobody is named for has a day, and no time of it. */
function When({ at, shownAs }: { readonly at: string; readonly shownAs: string }) {
  return shownAs === 'NAME' ? <RelativeTime at={at} /> : <Day on={at} />;
}

/** Handles that belong to somebody lead to them; others stay as they were typed. */
function withMentions(body: string, mentions: readonly { readonly handle: string }[]): string {
  const known = new Set(mentions.map(({ handle }) => handle));
  return body.replaceAll(/(?<![\w@/.[])@([a-z][a-z0-9-]{2,39})(?![\w@-])/giu, (text, handle: string) =>
    known.has(handle.toLowerCase()) ? `[${text}](/people/${handle.toLowerCase()})` : text,
  );
}

interface Named {
  readonly removed: boolean;
  readonly shownAs: string;
  readonly pseudonym?: string | null;
  readonly author?: { readonly handle: string; readonly name: string } | null;
}

function Name({ of: { author, pseudonym, shownAs } }: { readonly of: Named }) {
  const t = useDiscussionWords();
  if (author != null) return <Link to={`/people/${author.handle}`}>{author.name}</Link>;
  return pseudonym ?? t(shownAs === 'NAME_WITHHELD' ? 'withheld' : 'left');
}

interface EditFormProps {
  readonly id: string;
  readonly body: string;
  readonly onDone: () => void;
}

function EditForm({ id, body, onDone }: EditFormProps) {
  const t = useDiscussionWords();
  const [edit] = useMutation(EditCommentDocument);
  const form = useForm({ draft: `edit-${id}`, initial: { body } });
  return (
    <Form
      form={form}
      submit={t('edit.submit')}
      onSubmit={async (values) =>
        (await edit({ variables: { input: { commentId: id, body: values.body } } })).data?.editComment
      }
      onDone={onDone}
    >
      <TextArea name="body" label={t('add.body')} rows={3} />
    </Form>
  );
}
