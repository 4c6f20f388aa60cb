import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Open } from '../../ui/open.js';
import { useVentureWords } from './words.js';

const RecordUsersSaidDocument = graphql(`
  mutation RecordUsersSaid($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      ... on RecordProgressPayload {
        venture {
          id
          ...UsersSaid_venture
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

const PlanSessionDocument = graphql(`
  mutation PlanSession($input: PlanSessionInput!) {
    planSession(input: $input) {
      ... on PlanSessionPayload {
        venture {
          id
          ...UsersSaid_venture
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

const AnswerUsersDocument = graphql(`
  mutation AnswerUsers($input: AnswerUsersInput!) {
    answerUsers(input: $input) {
      ... on AnswerUsersPayload {
        venture {
          id
          ...UsersSaid_venture
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

interface RecordUsersSaidProps {
  readonly ventureId: string;
  /** The session they said it in; left out for what was heard otherwise. */
  readonly session?: { readonly id: string; readonly question: string; readonly heldOn: string };
}

export function RecordUsersSaid({ ventureId, session }: RecordUsersSaidProps) {
  const t = useVentureWords();
  return (
    <Open label={t(session === undefined ? 'progress.add.said' : 'session.answer')}>
      {(close) => <RecordForm ventureId={ventureId} session={session} onDone={close} />}
    </Open>
  );
}

function RecordForm({
  ventureId,
  session,
  onDone,
}: {
  readonly ventureId: string;
  readonly session: RecordUsersSaidProps['session'];
  readonly onDone: () => void;
}) {
  const t = useVentureWords();
  const [record] = useMutation(RecordUsersSaidDocument);
  const form = useForm({
    draft: `said-${session?.id ?? ventureId}`,
    // Named as the input of the API names them, so that what is wrong stands beside the field.
    initial: {
      'usersSaid.said': '',
      'usersSaid.people': '',
      'usersSaid.changed': '',
      'usersSaid.heardOn': session?.heldOn ?? '',
    },
  });
  return (
    <Form
      form={form}
      submit={t('progress.submit')}
      label={session === undefined ? t('progress.add.said') : `${t('session.answer')}: ${session.question}`}
      onSubmit={async (values) => {
        const usersSaid = {
          said: values['usersSaid.said'],
          people: Number.parseInt(values['usersSaid.people'], 10) || 0,
          changed: values['usersSaid.changed'],
          heardOn: values['usersSaid.heardOn'],
          sessionId: session?.id ?? null,
        };
        return (await record({ variables: { input: { ventureId, usersSaid } } })).data?.recordProgress;
      }}
      onDone={onDone}
    >
      <TextArea name="usersSaid.said" label={t('progress.add.said.what')} maxLength={4_000} />
      <TextField
        name="usersSaid.people"
        type="number"
        inputMode="numeric"
        width="short"
        label={t('progress.add.said.people')}
        hint={t('progress.add.said.people.hint')}
      />
      <TextArea
        name="usersSaid.changed"
        label={t('progress.add.said.changed')}
        hint={t('progress.add.said.changed.hint')}
        rows={3}
        maxLength={4_000}
        optional
      />
      <TextField name="usersSaid.heardOn" type="date" width="short" label={t('progress.add.said.on')} />
    </Form>
  );
}

export function PlanSession({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  return <Open label={t('session.plan')}>{(close) => <PlanForm ventureId={ventureId} onDone={close} />}</Open>;
}

function PlanForm({ ventureId, onDone }: { readonly ventureId: string; readonly onDone: () => void }) {
  const t = useVentureWords();
  const [plan] = useMutation(PlanSessionDocument);
  const form = useForm({
    draft: `session-${ventureId}`,
    initial: { question: '', heldOn: '', place: '', access: '' },
  });
  return (
    <Form
      form={form}
      submit={t('session.submit')}
      label={t('session.plan')}
      onSubmit={async (values) => (await plan({ variables: { input: { ventureId, ...values } } })).data?.planSession}
      onDone={onDone}
    >
      <TextArea name="question" label={t('session.question')} rows={2} maxLength={2_000} />
      <TextField name="heldOn" type="date" width="short" label={t('session.heldOn')} />
      <TextField name="place" label={t('session.place')} hint={t('session.place.hint')} maxLength={200} optional />
      <TextArea
        name="access"
        label={t('session.access')}
        hint={t('invite.access.hint')}
        rows={2}
        maxLength={1_000}
        optional
      />
    </Form>
  );
}

export function AnswerUsers({ usersSaidId }: { readonly usersSaidId: string }) {
  const t = useVentureWords();
  return <Open label={t('answer.open')}>{(close) => <AnswerForm usersSaidId={usersSaidId} onDone={close} />}</Open>;
}

function AnswerForm({ usersSaidId, onDone }: { readonly usersSaidId: string; readonly onDone: () => void }) {
  const t = useVentureWords();
  const [answer] = useMutation(AnswerUsersDocument);
  const form = useForm({ draft: `answer-${usersSaidId}`, initial: { changed: '' } });
  return (
    <Form
      form={form}
      submit={t('answer.submit')}
      label={t('answer.open')}
      onSubmit={async ({ changed }) =>
        (await answer({ variables: { input: { usersSaidId, changed } } })).data?.answerUsers
      }
      onDone={onDone}
    >
      <TextArea name="changed" label={t('answer.changed')} hint={t('answer.changed.hint')} rows={4} maxLength={4_000} />
    </Form>
  );
}
