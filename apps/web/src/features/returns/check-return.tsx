import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Section, Stack } from '../../ui/layout.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { useReturnWords } from './words.js';

export const CheckReturn_obligation = graphql(`
  fragment CheckReturn_obligation on Obligation {
    id
    returns {
      id
      decision
    }
    viewerCan {
      verify {
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
  }
`);

const VerifyReturnDocument = graphql(`
  mutation VerifyReturn($input: VerifyReturnInput!) {
    verifyReturn(input: $input) {
      ... on VerifyReturnPayload {
        obligation {
          id
          ...PromiseItem_obligation
          venture {
            id
            obligationsSettled
          }
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

const RequestReturnChangesDocument = graphql(`
  mutation RequestReturnChanges($input: RequestReturnChangesInput!) {
    requestReturnChanges(input: $input) {
      ... on RequestReturnChangesPayload {
        obligation {
          id
          ...PromiseItem_obligation
          venture {
            id
            obligationsSettled
          }
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

/** For whoever may check what waits: say that the promise is kept, or ask for changes. Others read why not. */
export function CheckReturn({ obligation }: { readonly obligation: FragmentType<typeof CheckReturn_obligation> }) {
  const t = useReturnWords();
  const { person } = useViewer();
  const [changes, setChanges] = useState(false);
  const data = useFragmentData(CheckReturn_obligation, obligation);
  const waiting = data?.returns.find(({ decision }) => decision == null);
  if (data === null || waiting === undefined || person === null) return null;
  const { verify } = data.viewerCan;
  return (
    <Section level={3} heading={t(verify.allowed ? 'check.title' : 'check.cannot')}>
      {verify.allowed ? (
        <Stack gap={4}>
          <p>{t('check.lead')}</p>
          {changes ? (
            <ChangesForm returnId={waiting.id} onClose={() => setChanges(false)} />
          ) : (
            <VerifyForm returnId={waiting.id} onChanges={() => setChanges(true)} />
          )}
        </Stack>
      ) : (
        <RequirementList requirements={verify.requirements} />
      )}
    </Section>
  );
}

function VerifyForm({ returnId, onChanges }: { readonly returnId: string; readonly onChanges: () => void }) {
  const t = useReturnWords();
  const [verify] = useMutation(VerifyReturnDocument);
  const form = useForm({ draft: `verify-${returnId}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('check.title')}
      submit={t('check.verify')}
      onSubmit={async ({ reason }) => (await verify({ variables: { input: { returnId, reason } } })).data?.verifyReturn}
      actions={
        <Button look="plain" onClick={onChanges}>
          {t('check.changes')}
        </Button>
      }
    >
      <TextArea name="reason" label={t('check.reason')} hint={t('check.reason.hint')} rows={3} optional />
    </Form>
  );
}

function ChangesForm({ returnId, onClose }: { readonly returnId: string; readonly onClose: () => void }) {
  const t = useReturnWords();
  const [request] = useMutation(RequestReturnChangesDocument);
  const form = useForm({ draft: `changes-${returnId}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('check.changes')}
      submit={t('check.changes')}
      onSubmit={async ({ reason }) =>
        (await request({ variables: { input: { returnId, reason } } })).data?.requestReturnChanges
      }
      actions={
        <Button look="plain" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <TextArea name="reason" label={t('check.changes.reason')} rows={4} />
    </Form>
  );
}
