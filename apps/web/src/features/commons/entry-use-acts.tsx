import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { useCommonsWords } from './words.js';

const ReconfirmEntryUseDocument = graphql(`
  mutation ReconfirmEntryUse($input: ReconfirmEntryUseInput!) {
    reconfirmEntryUse(input: $input) {
      ... on ReconfirmEntryUsePayload {
        entry {
          id
          ...EntryUses_entry
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

const ContestEntryUseDocument = graphql(`
  mutation ContestEntryUse($input: ContestEntryUseInput!) {
    contestEntryUse(input: $input) {
      ... on ContestEntryUsePayload {
        entry {
          id
          ...EntryUses_entry
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

interface EntryUseActsProps {
  readonly useId: string;
  readonly mayReconfirm: boolean;
  readonly mayContest: boolean;
  /** Doubts wait for an answer: without one it is not confirmed. */
  readonly doubted: boolean;
}

/** What somebody can do about the word that an organisation uses something. */
export function EntryUseActs({ useId, mayReconfirm, mayContest, doubted }: EntryUseActsProps) {
  const t = useCommonsWords();
  return (
    <>
      {mayReconfirm ? <Reconfirm useId={useId} doubted={doubted} /> : null}
      {mayContest ? (
        <Open label={t('uses.contest')} look="plain">
          {(close) => <Contest useId={useId} onDone={close} />}
        </Open>
      ) : null}
    </>
  );
}

function Reconfirm({ useId, doubted }: { readonly useId: string; readonly doubted: boolean }) {
  const t = useCommonsWords();
  const [reconfirm] = useMutation(ReconfirmEntryUseDocument);
  const form = useForm({ initial: { answer: '' } });
  const say = async (input: { readonly stillUsed: boolean; readonly answer?: string }) =>
    (await reconfirm({ variables: { input: { useId, ...input } } })).data?.reconfirmEntryUse;
  return (
    <Row>
      {doubted ? (
        <Open label={t('uses.answer')}>
          {() => (
            <Form
              form={form}
              label={t('uses.answer')}
              submit={t('uses.reconfirm')}
              onSubmit={({ answer }) => say({ stillUsed: true, answer })}
            >
              <TextArea name="answer" label={t('uses.answer')} hint={t('uses.answer.hint')} maxLength={1000} rows={3} />
            </Form>
          )}
        </Open>
      ) : (
        <ActionButton small run={() => say({ stillUsed: true })}>
          {t('uses.reconfirm')}
        </ActionButton>
      )}
      <ActionButton
        small
        look="plain"
        run={() => say({ stillUsed: false })}
        confirm={{ title: t('uses.end.title'), text: t('uses.end.text'), submit: t('uses.end') }}
      >
        {t('uses.end')}
      </ActionButton>
    </Row>
  );
}

function Contest({ useId, onDone }: { readonly useId: string; readonly onDone: () => void }) {
  const t = useCommonsWords();
  const [contest] = useMutation(ContestEntryUseDocument);
  const form = useForm({ draft: `contest-${useId}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('uses.contest')}
      submit={t('uses.contest.submit')}
      onSubmit={async ({ reason }) =>
        (await contest({ variables: { input: { useId, reason } } })).data?.contestEntryUse
      }
      onDone={onDone}
    >
      <TextArea name="reason" label={t('uses.contest.reason')} hint={t('uses.answer.hint')} maxLength={1000} rows={3} />
    </Form>
  );
}
