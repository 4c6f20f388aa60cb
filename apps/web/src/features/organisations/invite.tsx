import { useApolloClient, useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { CheckboxGroup, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section, Stack } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import type { Role } from './kinds.js';
import { useRoleOptions } from './roles.js';
import { useOrganisationWords } from './words.js';

export const InviteMemberDocument = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ... on InviteMemberPayload {
        organisation {
          id
          invitations {
            id
            email
            roles
            approverAskedFor
            expiresAt
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

export function InviteForm({ organisationId }: { readonly organisationId: string }) {
  const t = useOrganisationWords();
  const toast = useToast();
  const client = useApolloClient();
  const options = useRoleOptions();
  const [invite] = useMutation(InviteMemberDocument);
  const form = useForm({ initial: { email: '', roles: [] as readonly string[] } });
  return (
    <Section heading={t('invite.title')} level={3}>
      <p>{t('invite.lead')}</p>
      <Form
        form={form}
        label={t('invite.title')}
        submit={t('invite.submit')}
        onSubmit={async ({ email, roles }) =>
          (await invite({ variables: { input: { organisationId, email, roles: ['MEMBER', ...(roles as Role[])] } } }))
            .data?.inviteMember
        }
        onDone={() => {
          form.reset();
          toast(t('invite.sent'));
          void client.refetchQueries({ include: ['Organisation'] });
        }}
      >
        <TextField name="email" type="email" inputMode="email" label={t('invite.email')} />
        <CheckboxGroup name="roles" label={t('invite.roles')} options={options} optional />
      </Form>
    </Section>
  );
}

interface OpenInvitationsProps {
  readonly invitations: readonly {
    readonly id: string;
    readonly email: string;
    readonly roles: readonly string[];
    readonly expiresAt: string;
  }[];
}

export function OpenInvitations({ invitations }: OpenInvitationsProps) {
  const t = useOrganisationWords();
  const vocabulary = useVocabulary();
  if (invitations.length === 0) return null;
  return (
    <Section heading={t('invite.open')} level={3}>
      <Stack as="ul" gap={2}>
        {invitations.map(({ id, email, roles, expiresAt }) => (
          <li key={id}>
            {email}, {roles.map(vocabulary.role).join(', ')}, {t('invite.until')} <Day on={expiresAt} />
          </li>
        ))}
      </Stack>
    </Section>
  );
}
