import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Open } from '../../ui/open.js';
import { Day } from '../../ui/time.js';
import css from './invitations.module.css';
import { useVentureWords } from './words.js';

export const Invitations_venture = graphql(`
  fragment Invitations_venture on Venture {
    id
    seatInvitations {
      id
      asked
      places
      taken
      open
      expiresAt
    }
  }
`);

const InviteServiceUserDocument = graphql(`
  mutation InviteServiceUser($input: InviteServiceUserInput!) {
    inviteServiceUser(input: $input) {
      ... on InviteServiceUserPayload {
        link
        venture {
          id
          ...Invitations_venture
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

const WithdrawSeatInvitationDocument = graphql(`
  mutation WithdrawSeatInvitation($input: WithdrawSeatInvitationInput!) {
    withdrawSeatInvitation(input: $input) {
      ... on WithdrawSeatInvitationPayload {
        venture {
          id
          ...Invitations_venture
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

/** Links that invite the people a project is for. Who took one up is recorded nowhere. */
export function Invitations({ venture }: { readonly venture: FragmentType<typeof Invitations_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(Invitations_venture, venture);
  const [withdraw] = useMutation(WithdrawSeatInvitationDocument);
  const [link, setLink] = useState('');
  if (data === null) return null;
  return (
    <Section heading={t('invite.title')} id="invite">
      <p>{t('invite.lead')}</p>
      {link === '' ? null : (
        <Notice tone="good" title={t('invite.link')}>
          <p>
            <code className={css.link}>{link}</code>
          </p>
          <p>{t('invite.link.once')}</p>
        </Notice>
      )}
      {data.seatInvitations.length === 0 ? null : (
        <Stack gap={4} as="ul" className={css.list}>
          {data.seatInvitations.map((invitation) => (
            <li key={invitation.id}>
              <p>{invitation.asked}</p>
              <p>
                {t('invite.taken', { taken: invitation.taken, places: invitation.places })} ·{' '}
                {invitation.open ? (
                  <>
                    {t('invite.until')} <Day on={invitation.expiresAt} />
                  </>
                ) : (
                  t('invite.over')
                )}
              </p>
              {invitation.open ? (
                <ActionButton
                  run={async () =>
                    (await withdraw({ variables: { input: { invitationId: invitation.id } } })).data
                      ?.withdrawSeatInvitation
                  }
                >
                  {t('invite.withdraw')}
                </ActionButton>
              ) : null}
            </li>
          ))}
        </Stack>
      )}
      <Open label={t('invite.new')}>
        {(close) => (
          <InviteForm
            ventureId={data.id}
            onDone={(made) => {
              setLink(made);
              close();
            }}
          />
        )}
      </Open>
    </Section>
  );
}

function InviteForm({ ventureId, onDone }: { readonly ventureId: string; readonly onDone: (link: string) => void }) {
  const t = useVentureWords();
  const [invite] = useMutation(InviteServiceUserDocument);
  const form = useForm({
    draft: `invite-${ventureId}`,
    initial: { asked: '', timePaid: '', expensesPaid: '', access: '', places: '2' },
  });
  return (
    <Form
      form={form}
      submit={t('invite.submit')}
      label={t('invite.new')}
      onSubmit={async ({ places, ...values }) => {
        const input = { ventureId, ...values, places: Number.parseInt(places, 10) || 0 };
        return (await invite({ variables: { input } })).data?.inviteServiceUser;
      }}
      onDone={({ link }) => onDone(link)}
    >
      <TextArea name="asked" label={t('invite.asked')} hint={t('invite.asked.hint')} rows={3} maxLength={1_000} />
      <TextArea
        name="timePaid"
        label={t('invite.timePaid')}
        hint={t('invite.timePaid.hint')}
        rows={2}
        maxLength={1_000}
      />
      <TextArea
        name="expensesPaid"
        label={t('invite.expensesPaid')}
        hint={t('invite.expensesPaid.hint')}
        rows={2}
        maxLength={1_000}
      />
      <TextArea
        name="access"
        label={t('invite.access')}
        hint={t('invite.access.hint')}
        rows={2}
        maxLength={1_000}
        optional
      />
      <TextField name="places" type="number" inputMode="numeric" width="short" label={t('invite.places')} />
    </Form>
  );
}
