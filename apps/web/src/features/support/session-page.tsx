import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { GroupSessionQuery, Perspective, VoteAnswer } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { PERSPECTIVES, useVocabulary } from '../../lib/vocabulary.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { HelpContacts } from '../../ui/help-contacts.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Notice } from '../../ui/notice.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

const GroupSessionDocument = graphql(`
  query GroupSession($code: String!) {
    groupSession(code: $code) {
      code
      place
      isOpen
      viewerOpened
      organisation {
        id
        name
      }
      ideas {
        id
        title
        need
        outcome
        language
      }
    }
  }
`);

const CastSessionVoteDocument = graphql(`
  mutation CastSessionVote($input: CastSessionVoteInput!) {
    castSessionVote(input: $input) {
      ... on CastSessionVotePayload {
        code
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

const CloseGroupSessionDocument = graphql(`
  mutation CloseGroupSession($input: CloseGroupSessionInput!) {
    closeGroupSession(input: $input) {
      ... on CloseGroupSessionPayload {
        session {
          code
          isOpen
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

export const page = definePage({
  operation: ({ params }) => operation(GroupSessionDocument, { code: params['code'] ?? '' }),
  found: (data) => data.groupSession != null,
  head: (_data, { i18n }) => ({ title: useSupportWords.of(i18n)('session.title'), noIndex: true }),
  Component: ({ data: { groupSession } }) => (groupSession == null ? null : <SessionPage session={groupSession} />),
});

type Session = NonNullable<GroupSessionQuery['groupSession']>;

/** The device in the room, as a random name that is kept for this session only, here. */
function voterOf(code: string, anew: boolean): string {
  const key = `openimpact.session.${code}`;
  const kept = anew ? null : sessionStorage.getItem(key);
  const voter = kept ?? crypto.randomUUID();
  sessionStorage.setItem(key, voter);
  return voter;
}

/** Where people in a room vote, one after another or each on their own device. Nobody needs an account. */
function SessionPage({ session }: { readonly session: Session }) {
  const t = useSupportWords();
  const [person, setPerson] = useState(0);
  const [closed, setClosed] = useState(false);
  const [close] = useMutation(CloseGroupSessionDocument);
  const isOpen = session.isOpen && !closed;
  return (
    <PageBody width="narrow">
      <PageHead
        title={t('session.title')}
        lead={t('session.lead', { place: session.place, organisation: session.organisation.name })}
      />
      {isOpen ? (
        <p className={css.note}>{t('session.private')}</p>
      ) : (
        <Notice title={t('session.over')}>
          <p>{t('session.over.text')}</p>
        </Notice>
      )}
      {session.ideas.map((idea) => (
        <Section key={`${idea.id}-${person}`} heading={<span lang={idea.language}>{idea.title}</span>}>
          <div lang={idea.language}>
            <Markdown text={idea.need} />
          </div>
          {isOpen ? <SessionBallot code={session.code} idea={idea} /> : null}
        </Section>
      ))}
      <Stack gap={3}>
        {isOpen ? (
          <Button
            onClick={() => {
              voterOf(session.code, true);
              setPerson(person + 1);
              window.scrollTo(0, 0);
            }}
          >
            {t('session.next')}
          </Button>
        ) : null}
        {isOpen && session.viewerOpened ? (
          <ActionButton
            look="plain"
            small
            run={async () => (await close({ variables: { input: { code: session.code } } })).data?.closeGroupSession}
            onDone={() => setClosed(true)}
            confirm={{ title: t('session.close'), text: t('session.close.text'), submit: t('session.close') }}
          >
            {t('session.close')}
          </ActionButton>
        ) : null}
      </Stack>
    </PageBody>
  );
}

const ANSWERS = ['SUPPORT', 'WOULD_NOT_HELP', 'COULD_HARM'] as const;

interface SessionBallotProps {
  readonly code: string;
  readonly idea: Session['ideas'][number];
}

function SessionBallot({ code, idea }: SessionBallotProps) {
  const t = useSupportWords();
  const v = useVocabulary();
  const [cast] = useMutation(CastSessionVoteDocument);
  const form = useForm({ initial: { perspective: '', answer: 'SUPPORT' } });
  const lived = form.values.perspective === 'LIVED_EXPERIENCE';
  if (form.status === 'done') {
    return (
      <Notice tone="good">
        <p role="status">{t('session.done')}</p>
      </Notice>
    );
  }
  return (
    <Form
      form={form}
      label={idea.title}
      submit={t(lived && form.values.answer !== 'SUPPORT' ? 'vote.submit.other' : 'vote.submit')}
      onSubmit={async ({ perspective, answer }) =>
        (
          await cast({
            variables: {
              input: {
                code,
                ideaId: idea.id,
                voter: voterOf(code, false),
                perspective: (perspective || null) as Perspective | null,
                answer: (lived ? answer : 'SUPPORT') as VoteAnswer,
              },
            },
          })
        ).data?.castSessionVote
      }
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
            options={ANSWERS.map((each) => ({ value: each, label: t(`vote.answer.${each}`) }))}
          />
          <HelpContacts />
        </>
      ) : null}
    </Form>
  );
}
