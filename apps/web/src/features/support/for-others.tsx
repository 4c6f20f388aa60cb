import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { Perspective, VoteAnswer } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { PERSPECTIVES, useVocabulary } from '../../lib/vocabulary.js';
import { ActionButton } from '../../ui/action-button.js';
import { Checkbox, RadioGroup, Select, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { useToast } from '../../ui/toast.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

export const ForOthers_idea = graphql(`
  fragment ForOthers_idea on Idea {
    id
    slug
    stage
    viewerRecordedVotes {
      id
      perspective
      answer
    }
  }
`);

const OpenGroupSessionDocument = graphql(`
  mutation OpenGroupSession($input: OpenGroupSessionInput!) {
    openGroupSession(input: $input) {
      ... on OpenGroupSessionPayload {
        session {
          code
          endsAt
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

const RecordVoteForDocument = graphql(`
  mutation RecordVoteFor($input: RecordVoteForInput!) {
    recordVoteFor(input: $input) {
      ... on RecordVoteForPayload {
        idea {
          id
          ...ForOthers_idea
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

const RevokeRecordedVoteDocument = graphql(`
  mutation RevokeRecordedVote($input: RevokeRecordedVoteInput!) {
    revokeRecordedVote(input: $input) {
      ... on RevokeRecordedVotePayload {
        idea {
          id
          ...ForOthers_idea
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

const OPEN: ReadonlySet<string> = new Set(['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING']);

/** For those who work with people: a session for a room, and votes recorded for somebody who asked. */
export function ForOthers({ idea }: { readonly idea: FragmentType<typeof ForOthers_idea> }) {
  const t = useSupportWords();
  const v = useVocabulary();
  const { memberships } = useViewer();
  const data = useFragmentData(ForOthers_idea, idea);
  const [revoke] = useMutation(RevokeRecordedVoteDocument);
  if (data === null || memberships.length === 0 || !OPEN.has(data.stage)) return null;
  return (
    <Stack gap={3}>
      <details>
        <summary>{t('session.open')}</summary>
        <OpenSession ideaId={data.id} />
      </details>
      <details>
        <summary>{t('record.open')}</summary>
        <Stack gap={4}>
          <RecordFor ideaId={data.id} slug={data.slug} />
          {data.viewerRecordedVotes.map(({ id, perspective, answer }) => (
            <div key={id} className={css.mine}>
              <p>{t('mine.text', { perspective: v.perspective(perspective), answer: t(`vote.answer.${answer}`) })}</p>
              <ActionButton
                look="plain"
                small
                run={async () => (await revoke({ variables: { input: { voteId: id } } })).data?.revokeRecordedVote}
              >
                {t('record.revoke')}
              </ActionButton>
            </div>
          ))}
        </Stack>
      </details>
    </Stack>
  );
}

function useOrganisations() {
  const { memberships, actingFor } = useViewer();
  return {
    first: actingFor ?? memberships[0]?.organisation.id ?? '',
    options: memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name })),
  };
}

function OpenSession({ ideaId }: { readonly ideaId: string }) {
  const t = useSupportWords();
  const { first, options } = useOrganisations();
  const [open] = useMutation(OpenGroupSessionDocument);
  const [code, setCode] = useState<string | null>(null);
  const form = useForm({ initial: { place: '', people: '', organisationId: first } });
  if (code !== null) {
    return (
      <Notice tone="good" title={t('session.opened')}>
        <p className={css.code}>{code}</p>
        <p>{t.rich('session.link', {}, { link: <Link to={`/session/${code}`} /> })}</p>
      </Notice>
    );
  }
  return (
    <Form
      form={form}
      label={t('session.open')}
      submit={t('session.submit')}
      onSubmit={async ({ place, people, organisationId }) =>
        (
          await open({
            // What is no number is sent as none, and comes back with words beside the field.
            variables: {
              input: {
                ideaIds: [ideaId],
                place,
                people: /^\d{1,4}$/.test(people.trim()) ? Number(people) : 0,
                organisationId,
              },
            },
          })
        ).data?.openGroupSession
      }
      onDone={({ session }) => setCode(session.code)}
    >
      <p>{t('session.text')}</p>
      <TextField name="place" label={t('session.place')} hint={t('session.place.hint')} />
      <TextField
        name="people"
        label={t('session.people')}
        hint={t('session.people.hint')}
        inputMode="numeric"
        width="short"
      />
      <Select name="organisationId" label={t('adoption.organisation')} options={options} />
    </Form>
  );
}

const ANSWERS = ['SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM'] as const;

function RecordFor({ ideaId, slug }: { readonly ideaId: string; readonly slug: string }) {
  const t = useSupportWords();
  const v = useVocabulary();
  const toast = useToast();
  const { first, options } = useOrganisations();
  const [record] = useMutation(RecordVoteForDocument);
  const form = useForm({
    draft: `record-${slug}`,
    initial: { perspective: '', answer: 'SUPPORT', organisationId: first, theyAsked: false },
  });
  const lived = form.values.perspective === 'LIVED_EXPERIENCE';
  return (
    <Form
      form={form}
      label={t('record.open')}
      submit={t('record.submit')}
      onSubmit={async ({ perspective, answer, organisationId, theyAsked }) =>
        (
          await record({
            variables: {
              input: {
                ideaId,
                organisationId,
                theyAsked,
                perspective: (perspective || null) as Perspective | null,
                answer: (lived ? answer : 'SUPPORT') as VoteAnswer,
              },
            },
          })
        ).data?.recordVoteFor
      }
      onDone={() => {
        form.reset();
        toast(t('record.done'));
      }}
    >
      <p>{t('record.text')}</p>
      <RadioGroup
        name="perspective"
        label={t('record.perspective')}
        options={PERSPECTIVES.map((each) => ({ value: each, label: v.perspective(each) }))}
      />
      {lived ? (
        <RadioGroup
          name="answer"
          label={t('record.answer')}
          options={ANSWERS.map((each) => ({ value: each, label: t(`vote.answer.${each}`) }))}
        />
      ) : null}
      <Select name="organisationId" label={t('adoption.organisation')} options={options} />
      <Checkbox name="theyAsked" label={t('record.asked')} />
    </Form>
  );
}
