import type { ResultOf } from '@graphql-typed-document-node/core';
import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { continueTo } from '../../lib/session.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { Checkbox, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useVentureWords } from './words.js';

const SeatInvitationDocument = graphql(`
  query SeatInvitation($token: String!) {
    seatInvitation(token: $token) {
      id
      asked
      timePaid
      expensesPaid
      access
      open
      expiresAt
      invitedBy {
        id
        name
      }
      venture {
        id
        slug
        title
        summary
        language
        involvesPeopleAtRisk
        safeguardingLead {
          id
          name
        }
        leadOrganisation {
          id
          name
        }
        viewerCan {
          takeSeat {
            allowed
          }
        }
      }
    }
  }
`);

const AcceptSeatInvitationDocument = graphql(`
  mutation AcceptSeatInvitation($input: AcceptSeatInvitationInput!) {
    acceptSeatInvitation(input: $input) {
      ... on AcceptSeatInvitationPayload {
        venture {
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

export const page = definePage({
  operation: ({ params }) => operation(SeatInvitationDocument, { token: params['token'] ?? '' }),
  found: (data) => data.seatInvitation != null,
  head: (data, { i18n }) => ({
    title: useVentureWords.of(i18n)('seat.page.title', { title: data.seatInvitation?.venture.title ?? '' }),
    noIndex: true,
  }),
  Component: SeatInvitationPage,
});

function SeatInvitationPage({ data, params }: PageProps<ResultOf<typeof SeatInvitationDocument>>) {
  const t = useVentureWords();
  const { person } = useViewer();
  const invitation = data.seatInvitation;
  if (invitation == null) return null;
  const { venture, invitedBy } = invitation;
  const token = params['token'] ?? '';
  const from = [invitedBy?.name, venture.leadOrganisation?.name].filter((name) => name != null).join(', ');
  return (
    <PageBody width="narrow">
      <PageHead
        kicker={t('seat.page.kicker')}
        title={venture.title}
        lang={venture.language}
        lead={t('seat.page.lead')}
      />
      <Stack gap={6}>
        <Facts
          items={[
            { label: t('invite.asked'), value: <span lang={venture.language}>{invitation.asked}</span> },
            { label: t('invite.timePaid'), value: <span lang={venture.language}>{invitation.timePaid}</span> },
            { label: t('invite.expensesPaid'), value: <span lang={venture.language}>{invitation.expensesPaid}</span> },
            { label: t('invite.access'), value: <span lang={venture.language}>{invitation.access}</span> },
            { label: t('seat.page.from'), value: from },
            {
              label: t('safety.title'),
              value: venture.involvesPeopleAtRisk ? (venture.safeguardingLead?.name ?? '') : '',
            },
            { label: t('seat.page.until'), value: invitation.open ? <Day on={invitation.expiresAt} /> : '' },
          ]}
        />
        <p>
          <Link to={`/ventures/${venture.slug}`}>{t('seat.page.venture')}</Link>
        </p>
        {!invitation.open ? (
          <Notice title={t('seat.page.over')}>
            <p>{t('seat.page.over.text')}</p>
          </Notice>
        ) : person === null ? (
          <Section heading={t('seat.page.account')} id="account">
            <p>{t('seat.page.account.text')}</p>
            <p>
              <LinkButton look="primary" to={`/sign-in?to=${encodeURIComponent(`/seats/${token}`)}`}>
                {t('seat.page.signIn')}
              </LinkButton>
            </p>
          </Section>
        ) : venture.viewerCan.takeSeat.allowed ? (
          <AcceptForm token={token} />
        ) : (
          <Notice title={t('seat.page.have')}>
            <p>
              <Link to={`/ventures/${venture.slug}/team`}>{t('seat.page.table')}</Link>
            </p>
          </Notice>
        )}
      </Stack>
    </PageBody>
  );
}

function AcceptForm({ token }: { readonly token: string }) {
  const t = useVentureWords();
  const [accept] = useMutation(AcceptSeatInvitationDocument);
  const form = useForm({ initial: { alias: '', accessNeeds: '', nameShown: false } });
  return (
    <Section heading={t('seat.page.take')} id="take">
      <Form
        form={form}
        submit={t('seat.page.submit')}
        label={t('seat.page.take')}
        onSubmit={async (values) =>
          (await accept({ variables: { input: { token, ...values } } })).data?.acceptSeatInvitation
        }
        onDone={({ venture }) => continueTo(`/ventures/${venture.slug}/team`)}
      >
        <TextField
          name="alias"
          label={t('table.alias')}
          hint={t('table.alias.hint')}
          maxLength={40}
          width="short"
          optional
        />
        <TextArea
          name="accessNeeds"
          label={t('table.access')}
          hint={t('table.access.hint')}
          rows={3}
          maxLength={1_000}
          optional
        />
        <Checkbox name="nameShown" label={t('table.name')} hint={t('table.name.hint')} optional />
      </Form>
    </Section>
  );
}
