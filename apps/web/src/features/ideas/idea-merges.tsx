import { useLazyQuery, useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { IdeaMerges_ideaFragment } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Checkbox, RadioGroup, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section, Stack } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import css from './ideas.module.css';
import { useIdeaWords } from './words.js';

export const IdeaMerges_idea = graphql(`
  fragment IdeaMerges_idea on Idea {
    id
    slug
    title
    need
    stage
    mergedInto {
      id
      slug
    }
    viewerCan {
      proposeMerge {
        allowed
      }
    }
    merges {
      id
      status
      reason
      fromAuthorAgreed
      intoAuthorAgreed
      decisionReason
      objections
      proposedBy {
        id
        name
      }
      from {
        id
        slug
        title
      }
      into {
        id
        slug
        title
      }
      viewerCan {
        decide {
          allowed
        }
        undo {
          allowed
        }
        object {
          allowed
        }
        moveBack {
          allowed
        }
      }
    }
  }
`);

const SimilarToDocument = graphql(`
  query SimilarTo($title: String!, $need: String!) {
    similarIdeas(title: $title, need: $need, first: 6) {
      id
      title
    }
  }
`);

const ProposeMergeDocument = graphql(`
  mutation ProposeMerge($input: ProposeMergeInput!) {
    proposeMerge(input: $input) {
      ... on ProposeMergePayload {
        idea {
          id
          ...IdeaMerges_idea
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

const DecideMergeDocument = graphql(`
  mutation DecideMerge($input: DecideMergeInput!) {
    decideMerge(input: $input) {
      ... on DecideMergePayload {
        idea {
          id
          slug
          stage
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

const UndoMergeDocument = graphql(`
  mutation UndoMerge($input: UndoMergeInput!) {
    undoMerge(input: $input) {
      ... on UndoMergePayload {
        idea {
          id
          slug
          stage
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

const ObjectToMergeDocument = graphql(`
  mutation ObjectToMerge($input: ObjectToMergeInput!) {
    objectToMerge(input: $input) {
      ... on ObjectToMergePayload {
        idea {
          id
          slug
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

type Merge = IdeaMerges_ideaFragment['merges'][number];

/** Everything of both ideas' pages is read again: votes, comments, offers and the gate follow a merge. */
const PAGE = { refetchQueries: ['Idea'], awaitRefetchQueries: true };

/** Which ideas went up in this one, what is proposed, and the place to propose, decide, object and undo. */
export function IdeaMerges({ idea }: { readonly idea: FragmentType<typeof IdeaMerges_idea> }) {
  const t = useIdeaWords();
  const { person } = useViewer();
  const data = useFragmentData(IdeaMerges_idea, idea);
  if (data === null) return null;
  const mayPropose = person !== null && data.viewerCan.proposeMerge.allowed;
  if (data.merges.length === 0 && !mayPropose) return null;
  return (
    <Section heading={t('merge.title')} id="together">
      <Stack gap={5}>
        {data.merges.map((merge) => (
          <MergeEntry key={merge.id} merge={merge} here={data.id} />
        ))}
        {mayPropose ? (
          <details>
            <summary>{t('merge.propose')}</summary>
            <Propose ideaId={data.id} slug={data.slug} title={data.title} need={data.need} />
          </details>
        ) : null}
      </Stack>
    </Section>
  );
}

function MergeEntry({ merge, here }: { readonly merge: Merge; readonly here: string }) {
  const t = useIdeaWords();
  const toast = useToast();
  const other = merge.from.id === here ? merge.into : merge.from;
  const link = { link: <Link to={`/ideas/${other.slug}`} /> };
  const proposed = merge.status === 'PROPOSED';
  const { decide, undo, object, moveBack } = merge.viewerCan;
  const [decideMerge] = useMutation(DecideMergeDocument, PAGE);
  return (
    <div className={css.merge}>
      <p>
        <strong>
          {t.rich(
            proposed
              ? merge.from.id === here
                ? 'merge.proposed.from'
                : 'merge.proposed.into'
              : merge.from.id === here
                ? 'merge.made.from'
                : 'merge.made.into',
            { title: other.title },
            link,
          )}
        </strong>
      </p>
      <p>{t('merge.why', { name: merge.proposedBy?.name ?? t('merge.somebody'), reason: merge.reason })}</p>
      {merge.decisionReason === '' ? null : <p>{t('merge.decision', { reason: merge.decisionReason })}</p>}
      {proposed ? (
        <p className={css.missing}>
          {t(
            merge.fromAuthorAgreed
              ? 'merge.waits.into'
              : merge.intoAuthorAgreed
                ? 'merge.waits.from'
                : 'merge.waits.both',
          )}
        </p>
      ) : null}
      {merge.objections.length === 0 ? null : (
        <>
          <p>{t('merge.objections')}</p>
          <ul>
            {merge.objections.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {decide.allowed ? (
        <Stack gap={3}>
          <ActionButton
            small
            run={async () =>
              (
                await decideMerge({
                  variables: { input: { mergeId: merge.id, accept: true, reason: t('merge.agreed') } },
                })
              ).data?.decideMerge
            }
            onDone={() => toast(t('merge.agree.done'))}
          >
            {t('merge.agree')}
          </ActionButton>
          <Reasoned
            summary={t('merge.decline')}
            submit={t('merge.decline.submit')}
            draft={`merge-no-${merge.id}`}
            send={async (reason) =>
              (await decideMerge({ variables: { input: { mergeId: merge.id, accept: false, reason } } })).data
                ?.decideMerge
            }
          />
        </Stack>
      ) : null}
      {object.allowed ? <ObjectForm merge={merge} canMoveBack={moveBack.allowed} /> : null}
      {undo.allowed ? <Undo mergeId={merge.id} /> : null}
    </div>
  );
}

function Undo({ mergeId }: { readonly mergeId: string }) {
  const t = useIdeaWords();
  const [undoMerge] = useMutation(UndoMergeDocument, PAGE);
  return (
    <Reasoned
      summary={t('merge.undo')}
      submit={t('merge.undo.submit')}
      draft={`merge-undo-${mergeId}`}
      send={async (reason) => (await undoMerge({ variables: { input: { mergeId, reason } } })).data?.undoMerge}
    />
  );
}

interface ReasonedProps {
  readonly summary: string;
  readonly submit: string;
  readonly draft: string;
  readonly send: (reason: string) => Promise<unknown>;
}

/** One thing to do that needs a public reason. */
export function Reasoned({ summary, submit, draft, send }: ReasonedProps) {
  const t = useIdeaWords();
  const form = useForm({ draft, initial: { reason: '' } });
  return (
    <details>
      <summary>{summary}</summary>
      <Form form={form} submit={submit} label={summary} onSubmit={({ reason }) => send(reason)}>
        <TextArea name="reason" label={t('reason')} hint={t('reason.hint')} rows={3} />
      </Form>
    </details>
  );
}

function ObjectForm({ merge, canMoveBack }: { readonly merge: Merge; readonly canMoveBack: boolean }) {
  const t = useIdeaWords();
  const toast = useToast();
  const [objectToMerge] = useMutation(ObjectToMergeDocument, PAGE);
  const form = useForm({ draft: `merge-object-${merge.id}`, initial: { reason: '', moveBack: false } });
  return (
    <details>
      <summary>{t('merge.object')}</summary>
      <Form
        form={form}
        submit={t('merge.object.submit')}
        label={t('merge.object')}
        onSubmit={async (values) =>
          (await objectToMerge({ variables: { input: { mergeId: merge.id, ...values } } })).data?.objectToMerge
        }
        onDone={() => toast(t('merge.object.done'))}
      >
        <TextArea name="reason" label={t('reason')} hint={t('merge.object.hint')} rows={3} optional />
        {canMoveBack ? (
          <Checkbox name="moveBack" label={t('merge.moveBack', { title: merge.from.title })} optional />
        ) : null}
      </Form>
    </details>
  );
}

interface ProposeProps {
  readonly ideaId: string;
  readonly slug: string;
  readonly title: string;
  readonly need: string;
}

/** Offers what says nearly the same, because nobody knows an idea's id by heart. */
function Propose({ ideaId, slug, title, need }: ProposeProps) {
  const t = useIdeaWords();
  const toast = useToast();
  const [ask, { data }] = useLazyQuery(SimilarToDocument);
  const [proposeMerge] = useMutation(ProposeMergeDocument);
  const form = useForm({ draft: `merge-${slug}`, initial: { intoId: '', reason: '' } });
  useEffect(() => {
    void ask({ variables: { title, need: need.slice(0, 600) } }).catch(() => undefined);
  }, [ask, title, need]);
  const others = (data?.similarIdeas ?? []).filter(({ id }) => id !== ideaId);
  if (data !== undefined && others.length === 0) return <p>{t('merge.propose.none')}</p>;
  return (
    <Form
      form={form}
      submit={t('merge.propose.submit')}
      label={t('merge.propose')}
      onSubmit={async (values) =>
        (await proposeMerge({ variables: { input: { ideaId, ...values } } })).data?.proposeMerge
      }
      onDone={() => toast(t('merge.propose.done'))}
    >
      <p>{t('merge.propose.text')}</p>
      <RadioGroup
        name="intoId"
        label={t('merge.propose.into')}
        options={others.map((other) => ({ value: other.id, label: other.title }))}
      />
      <TextArea name="reason" label={t('merge.propose.reason')} hint={t('reason.hint')} rows={3} />
    </Form>
  );
}
