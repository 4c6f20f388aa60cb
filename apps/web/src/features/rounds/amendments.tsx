import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section, Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { useRoundWords } from './words.js';

export const Amendments_round = graphql(`
  fragment Amendments_round on FundingRound {
    id
    status
    agreement {
      id
      version
    }
    leadOrganisation {
      id
      name
    }
    pledges {
      id
      status
      organisation {
        id
        name
      }
    }
    idea {
      id
      slug
      commonsAgreement {
        id
        version
        status
      }
    }
    amendments {
      id
      status
      reason
      from {
        id
        version
      }
      to {
        id
        version
      }
      words {
        answer
        reason
        organisation {
          id
          name
        }
      }
    }
  }
`);

const AmendAgreementDocument = graphql(`
  mutation AmendAgreement($input: AmendAgreementInput!) {
    amendAgreement(input: $input) {
      ... on AmendAgreementPayload {
        fundingRound {
          id
          ...Amendments_round
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

/** How what was agreed changed, or may change, after the money was: the lead proposes, every committed funder answers. */
export function Amendments({ round }: { readonly round: FragmentType<typeof Amendments_round> }) {
  const t = useRoundWords();
  const { memberships } = useViewer();
  const data = useFragmentData(Amendments_round, round);
  if (data === null || data.status !== 'SUCCEEDED') return null;
  const { id: roundId, amendments, agreement, leadOrganisation } = data;
  const isOwn = (organisationId: string) => memberships.some(({ organisation }) => organisation.id === organisationId);
  const next = data.idea.commonsAgreement;
  const open = amendments.find(({ status }) => status === 'OPEN');
  const mayPropose = isOwn(leadOrganisation.id) && !open && next?.status === 'SIGNED' && next.id !== agreement?.id;
  const asked = data.pledges
    .filter(({ status, organisation }) => ['COMMITTED', 'SETTLED'].includes(status) && isOwn(organisation.id))
    .filter(({ organisation }) => !open?.words.some((word) => word.organisation.id === organisation.id));
  if (amendments.length === 0 && !mayPropose) return null;
  return (
    <Section level={3} heading={t('amend.title')}>
      <Stack>
        {amendments.map(({ id, status, reason, from, to, words }) => (
          <div key={id}>
            <p>
              {t(`amend.${status}`, { from: from.version, to: to.version })} {reason}
            </p>
            {words.length === 0 ? null : (
              <ul>
                {words.map(({ organisation, answer, reason: why }) => (
                  <li key={organisation.id}>
                    {t(`amend.word.${answer}`, { name: organisation.name })} {why}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
        {open
          ? asked.map(({ organisation }) => (
              <Answer
                key={organisation.id}
                ask={{ roundId, agreementId: open.to.id, organisationId: organisation.id }}
                name={organisation.name}
              />
            ))
          : null}
        {mayPropose && next ? (
          <Word
            ask={{ roundId, agreementId: next.id, organisationId: leadOrganisation.id }}
            answer="AGREES"
            label={t('amend.propose', { to: next.version })}
          />
        ) : null}
      </Stack>
    </Section>
  );
}

interface Ask {
  readonly roundId: string;
  readonly agreementId: string;
  readonly organisationId: string;
}

function Answer({ ask, name }: { readonly ask: Ask; readonly name: string }) {
  const t = useRoundWords();
  const [amend] = useMutation(AmendAgreementDocument);
  return (
    <>
      <ActionButton
        look="primary"
        run={async ({ idempotencyKey }) =>
          (await amend({ variables: { input: { ...ask, answer: 'AGREES', idempotencyKey } } })).data?.amendAgreement
        }
      >
        {t('amend.agree', { name })}
      </ActionButton>
      <Open label={t('amend.dissent', { name })} look="plain">
        {() => <Word ask={ask} answer="DISSENTS" label={t('amend.dissent', { name })} />}
      </Open>
    </>
  );
}

function Word({
  ask,
  answer,
  label,
}: {
  readonly ask: Ask;
  readonly answer: 'AGREES' | 'DISSENTS';
  readonly label: string;
}) {
  const t = useRoundWords();
  const [amend] = useMutation(AmendAgreementDocument);
  const form = useForm({ initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={label}
      submit={label}
      onSubmit={async ({ reason }, { idempotencyKey }) =>
        (await amend({ variables: { input: { ...ask, answer, reason, idempotencyKey } } })).data?.amendAgreement
      }
    >
      <TextArea name="reason" label={t('amend.why')} hint={t('amend.why.hint')} rows={3} maxLength={2000} />
    </Form>
  );
}
