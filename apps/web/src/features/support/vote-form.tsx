import { useMutation } from '@apollo/client/react';
import { Link, useLocation } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { Perspective, ShownAs, VoteAnswer } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { PERSPECTIVES, useVocabulary } from '../../lib/vocabulary.js';
import { ActionButton } from '../../ui/action-button.js';
import { RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { HelpContacts } from '../../ui/help-contacts.js';
import { useToast } from '../../ui/toast.js';
import { ForOthers } from './for-others.js';
import { CastKept, useKeepBallot } from './kept-ballot.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

export const VoteForm_idea = graphql(`
  fragment VoteForm_idea on Idea {
    id
    slug
    stage
    viewerVote {
      perspective
      answer
      shownAs
      pseudonym
      counted
      askedVersion
      organisation {
        id
        name
      }
    }
    viewerCan {
      vote {
        allowed
        requirements {
          code
          message
          met
          current
          needed
        }
      }
      withdrawVote {
        allowed
        requirements {
          code
          message
          met
          current
          needed
        }
      }
    }
    ...ForOthers_idea
  }
`);

const ConfirmVoteDocument = graphql(`
  mutation ConfirmVote($input: ConfirmVoteInput!) {
    confirmVote(input: $input) {
      ... on ConfirmVotePayload {
        idea {
          id
          ...VoteForm_idea
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
        }
      }
    }
  }
`);

export const CastVoteDocument = graphql(`
  mutation CastVote($input: CastVoteInput!) {
    castVote(input: $input) {
      ... on CastVotePayload {
        idea {
          id
          stage
          ...SupportPanel_idea
          ...GateChecklist_idea
          ...Concerns_idea
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

const WithdrawVoteDocument = graphql(`
  mutation WithdrawVote($input: WithdrawVoteInput!) {
    withdrawVote(input: $input) {
      ... on WithdrawVotePayload {
        idea {
          id
          stage
          ...SupportPanel_idea
          ...GateChecklist_idea
          ...Concerns_idea
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

/** Where votes can still change. */
const OPEN: ReadonlySet<string> = new Set(['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING']);

const ANSWERS = ['SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM'] as const;

/** The viewer's vote: cast it, see it, take it back. */
export function VoteForm({ idea }: { readonly idea: FragmentType<typeof VoteForm_idea> }) {
  const t = useSupportWords();
  const { person } = useViewer();
  const { pathname } = useLocation();
  const data = useFragmentData(VoteForm_idea, idea);
  if (data === null) return null;
  if (person === null) {
    if (!OPEN.has(data.stage)) return <p className={css.note}>{t('vote.closed')}</p>;
    return (
      <Stack gap={3}>
        <Ballot ideaId={data.id} slug={data.slug} name={null} />
        <p className={css.note}>
          {t.rich('vote.signIn', {}, { link: <Link to={`/sign-in?to=${encodeURIComponent(pathname)}`} /> })}
        </p>
      </Stack>
    );
  }
  const { vote } = data.viewerCan;
  return (
    <Stack gap={4}>
      <CastKept hasVote={data.viewerVote != null} />
      {data.viewerVote != null ? (
        <OwnVote idea={data} vote={data.viewerVote} />
      ) : vote.allowed ? (
        <Ballot ideaId={data.id} slug={data.slug} name={person.name} />
      ) : (
        <RequirementList requirements={vote.requirements} look="problems" />
      )}
      <ForOthers idea={data} />
    </Stack>
  );
}

/**
 * What a person says who has not voted yet. Somebody without an account says it here too, without leaving the page, and
 * gets a link that signs them in and casts it.
 */
export function Ballot({
  ideaId,
  slug,
  name,
}: {
  readonly ideaId: string;
  readonly slug: string;
  /** Null for somebody who is not signed in. */
  readonly name: string | null;
}) {
  const t = useSupportWords();
  const keepBallot = useKeepBallot(slug);
  const v = useVocabulary();
  const toast = useToast();
  const { memberships } = useViewer();
  const [castVote] = useMutation(CastVoteDocument);
  const form = useForm({
    draft: `vote-${slug}`,
    initial: {
      perspective: '',
      answer: 'SUPPORT',
      why: '',
      shownAs: '',
      organisationId: '',
      personName: '',
      email: '',
    },
  });
  const { perspective, answer } = form.values;
  const lived = perspective === 'LIVED_EXPERIENCE';
  const other = lived && answer !== 'SUPPORT';
  // A pseudonym unless they choose otherwise, each time.
  const shownAs = form.values.shownAs === '' ? (lived ? 'PSEUDONYM' : 'NAME') : form.values.shownAs;
  if (name === null && form.status === 'done') {
    return (
      <Notice tone="good" title={t('kept.title')}>
        <p role="status">{t('kept.text')}</p>
      </Notice>
    );
  }
  return (
    <Form
      form={form}
      label={t('vote.title')}
      submit={t(other ? 'vote.submit.other' : 'vote.submit')}
      onSubmit={async (values) => {
        const choice = {
          ideaId,
          perspective: (values.perspective || null) as Perspective | null,
          answer: (lived ? values.answer : 'SUPPORT') as VoteAnswer,
          shownAs: shownAs as ShownAs,
        };
        const why = other ? values.why : null;
        if (name === null) return keepBallot({ ...choice, why }, { name: values.personName, email: values.email });
        const input = { ...choice, why, organisationId: values.organisationId || null };
        return (await castVote({ variables: { input } })).data?.castVote;
      }}
      onDone={() => (name === null ? undefined : toast(t('vote.done')))}
    >
      <RadioGroup
        name="perspective"
        label={t('vote.perspective')}
        options={PERSPECTIVES.map((each) => ({ value: each, label: v.perspectiveChoice(each) }))}
      />
      {lived ? (
        <>
          <RadioGroup
            name="answer"
            label={t('vote.answer')}
            options={ANSWERS.map((each) => ({
              value: each,
              label: t(`vote.answer.${each}`),
              ...(each === 'COULD_HARM' ? { hint: t('vote.answer.COULD_HARM.hint') } : {}),
            }))}
          />
          {other ? <TextArea name="why" label={t('vote.why')} hint={t('vote.why.hint')} rows={3} optional /> : null}
          <HelpContacts />
        </>
      ) : null}
      {perspective === '' ? null : (
        <Select
          name="shownAs"
          label={t('vote.shownAs')}
          hint={t(lived ? 'vote.shownAs.lived' : 'vote.shownAs.usual')}
          optional
          options={(lived ? (['PSEUDONYM', 'NAME'] as const) : (['NAME', 'PSEUDONYM'] as const)).map((each) => ({
            value: each,
            label: t(`vote.shownAs.${each}`, { name: name ?? t('vote.you') }),
          }))}
        />
      )}
      {memberships.length === 0 || perspective === '' ? null : (
        <Select
          name="organisationId"
          label={t('vote.organisation')}
          optional
          options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
        />
      )}
      {name !== null || perspective === '' ? null : (
        <>
          <TextField name="personName" label={t('kept.name')} hint={t('kept.name.hint')} autoComplete="name" />
          <TextField
            name="email"
            type="email"
            label={t('kept.address')}
            hint={t('kept.address.hint')}
            autoComplete="email"
          />
        </>
      )}
    </Form>
  );
}

interface OwnVoteProps {
  readonly idea: {
    readonly id: string;
    readonly viewerCan: { readonly withdrawVote: Parameters<typeof ActionButton>[0]['permission'] };
  };
  readonly vote: {
    readonly perspective: string;
    readonly answer: VoteAnswer;
    readonly shownAs: string;
    readonly pseudonym?: string | null;
    readonly counted: boolean;
    readonly askedVersion: number | null;
    readonly organisation?: { readonly name: string } | null;
  };
}

function OwnVote({ idea, vote }: OwnVoteProps) {
  const t = useSupportWords();
  const v = useVocabulary();
  const toast = useToast();
  const [withdrawVote] = useMutation(WithdrawVoteDocument);
  const [confirmVote] = useMutation(ConfirmVoteDocument);
  return (
    <div className={css.mine}>
      {vote.askedVersion === null ? null : (
        <Notice tone="attention" title={t('asked.title')}>
          <p>{t.rich('asked.text', {}, { link: <Link to="#history" /> })}</p>
          <ActionButton
            small
            run={async () => (await confirmVote({ variables: { input: { ideaId: idea.id } } })).data?.confirmVote}
            onDone={() => toast(t('asked.done'))}
          >
            {t('asked.confirm')}
          </ActionButton>
        </Notice>
      )}
      <p>
        <strong>{t('mine.title')}</strong>
      </p>
      <p>
        {t('mine.text', { perspective: v.perspective(vote.perspective), answer: t(`vote.answer.${vote.answer}`) })}{' '}
        {vote.pseudonym == null ? t('mine.named') : t('mine.pseudonym', { name: vote.pseudonym })}{' '}
        {vote.organisation == null ? null : t('mine.organisation', { name: vote.organisation.name })}
      </p>
      {vote.counted ? null : <p className={css.note}>{t('mine.waiting')}</p>}
      <ActionButton
        look="plain"
        small
        permission={idea.viewerCan.withdrawVote}
        run={async () => (await withdrawVote({ variables: { input: { ideaId: idea.id } } })).data?.withdrawVote}
        onDone={() => toast(t('mine.withdrawn'))}
      >
        {t('mine.withdraw')}
      </ActionButton>
    </div>
  );
}
