import { useApolloClient, useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { type Register, REGISTERS } from './kinds.js';
import { useOrganisationWords } from './words.js';

export const Verification_organisation = graphql(`
  fragment Verification_organisation on Organisation {
    id
    verification {
      state
      note
      declinedBecause
      act {
        id
        noticeEndsAt
      }
    }
    viewerCan {
      requestVerification {
        allowed
      }
      verify {
        allowed
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

const RequestVerificationDocument = graphql(`
  mutation RequestVerification($input: RequestVerificationInput!) {
    requestVerification(input: $input) {
      ... on RequestVerificationPayload {
        organisation {
          id
          ...Verification_organisation
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

const VerifyOrganisationDocument = graphql(`
  mutation VerifyOrganisation($input: VerifyOrganisationInput!) {
    verifyOrganisation(input: $input) {
      ... on VerifyOrganisationPayload {
        organisation {
          id
          verifiedAt
          ...Verification_organisation
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

interface VerificationProps {
  readonly organisation: FragmentType<typeof Verification_organisation>;
}

/** Whether an organisation was checked, and for those who can move it on, how. */
export function VerificationSection({ organisation }: VerificationProps) {
  const t = useOrganisationWords();
  const viewer = useViewer();
  const data = useFragmentData(Verification_organisation, organisation);
  if (data === null) return null;
  const { id, verification, viewerCan } = data;
  const { state, note, declinedBecause, act } = verification;
  const isOpen = state === 'REQUESTED' || state === 'NOTICE';
  return (
    <>
      <p>{t(`verify.${state}`)}</p>
      {act?.noticeEndsAt == null ? null : (
        <p>
          {t('waiting.notice')} <Day on={act.noticeEndsAt} />
        </p>
      )}
      {declinedBecause == null ? null : (
        <Notice tone="attention">{t('verify.declined', { reason: declinedBecause })}</Notice>
      )}
      {note == null ? null : <Notice title={t('verify.howto')}>{note}</Notice>}
      {viewerCan.requestVerification.allowed ? <RequestForm organisationId={id} /> : null}
      {isOpen && viewer.person?.steward ? <StewardDecision organisationId={id} permission={viewerCan.verify} /> : null}
    </>
  );
}

function RequestForm({ organisationId }: { readonly organisationId: string }) {
  const t = useOrganisationWords();
  const toast = useToast();
  const [request] = useMutation(RequestVerificationDocument);
  const form = useForm({
    draft: `verification-${organisationId}`,
    initial: { register: '', registrationNumber: '', note: '' },
  });
  return (
    <Section heading={t('verify.ask')} level={3}>
      <Form
        form={form}
        label={t('verify.ask')}
        submit={t('verify.submit')}
        onSubmit={async ({ register, registrationNumber, note }) => {
          const registration = register === '' ? {} : { register: register as Register, registrationNumber };
          return (await request({ variables: { input: { organisationId, note, ...registration } } })).data
            ?.requestVerification;
        }}
        onDone={() => toast(t('verify.asked'))}
      >
        <Select
          name="register"
          label={t('verify.register')}
          options={REGISTERS.map((code) => ({ value: code, label: t(`verify.register.${code}`) }))}
          optional
        />
        <TextField name="registrationNumber" width="short" label={t('verify.number')} optional />
        <TextArea name="note" label={t('verify.note')} hint={t('verify.note.hint')} maxLength={2000} />
      </Form>
    </Section>
  );
}

interface StewardDecisionProps {
  readonly organisationId: string;
  readonly permission: React.ComponentProps<typeof ActionButton>['permission'] & {};
}

function StewardDecision({ organisationId, permission }: StewardDecisionProps) {
  const t = useOrganisationWords();
  const toast = useToast();
  const client = useApolloClient();
  const [verify] = useMutation(VerifyOrganisationDocument);
  const form = useForm({ initial: { reason: '' } });
  const readAgain = () => void client.refetchQueries({ include: ['Organisation'] });
  return (
    <>
      <ActionButton
        look="primary"
        permission={permission}
        run={async () =>
          (await verify({ variables: { input: { organisationId, verify: true } } })).data?.verifyOrganisation
        }
        onDone={() => {
          toast(t('verify.yes.done'));
          readAgain();
        }}
      >
        {t('verify.yes')}
      </ActionButton>
      <Section heading={t('verify.no.title')} level={3}>
        <Form
          form={form}
          label={t('verify.no.title')}
          submit={t('verify.no.submit')}
          onSubmit={async ({ reason }) =>
            (await verify({ variables: { input: { organisationId, verify: false, reason } } })).data?.verifyOrganisation
          }
          onDone={() => {
            toast(t('verify.no.done'));
            readAgain();
          }}
        >
          <TextArea name="reason" rows={3} label={t('verify.no.reason')} maxLength={2000} />
        </Form>
      </Section>
    </>
  );
}
