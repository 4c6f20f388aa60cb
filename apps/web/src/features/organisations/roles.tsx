import { useApolloClient, useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { continueTo } from '../../lib/session.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { ActionButton } from '../../ui/action-button.js';
import { CheckboxGroup } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { type Role, ROLES } from './kinds.js';
import { useOrganisationWords } from './words.js';

const ChangeRoleDocument = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) {
    changeRole(input: $input) {
      ... on ChangeRolePayload {
        organisation {
          id
          viewerRoles
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

interface Of {
  readonly id: string;
  readonly name: string;
}

/** The roles one can tick, with what they mean. Everybody is a member. */
export function useRoleOptions() {
  const t = useOrganisationWords();
  const vocabulary = useVocabulary();
  return ROLES.filter((role) => role !== 'MEMBER').map((role) => ({
    value: role,
    label: vocabulary.role(role),
    hint: t(role === 'ADMIN' ? 'members.admin.hint' : 'members.approver.hint'),
  }));
}

interface RoleEditorProps {
  readonly organisation: Of;
  readonly person: Of;
  readonly roles: readonly Role[];
}

export function RoleEditor({ organisation, person, roles }: RoleEditorProps) {
  const t = useOrganisationWords();
  const client = useApolloClient();
  const [changeRole] = useMutation(ChangeRoleDocument);
  const options = useRoleOptions();
  const form = useForm({ initial: { roles: roles.filter((role) => role !== 'MEMBER') as readonly string[] } });
  const change = async (wanted: readonly string[]) =>
    (
      await changeRole({
        variables: { input: { organisationId: organisation.id, personId: person.id, roles: wanted as Role[] } },
      })
    ).data?.changeRole;
  const readAgain = () => void client.refetchQueries({ include: 'active' });
  return (
    <details>
      <summary>{t('members.change.of', { name: person.name })}</summary>
      <Form
        form={form}
        label={t('members.roles.of', { name: person.name })}
        submit={t('members.save')}
        onSubmit={(values) => change(['MEMBER', ...values.roles])}
        onDone={readAgain}
      >
        <CheckboxGroup name="roles" label={t('members.roles.of', { name: person.name })} options={options} optional />
      </Form>
      <ActionButton
        look="danger"
        small
        run={() => change([])}
        onDone={readAgain}
        confirm={{
          title: t('members.remove', { name: person.name }),
          text: t('members.remove.text', { name: person.name, organisation: organisation.name }),
          submit: t('members.remove', { name: person.name }),
        }}
      >
        {t('members.remove', { name: person.name })}
      </ActionButton>
    </details>
  );
}

export function LeaveButton({ organisation, personId }: { readonly organisation: Of; readonly personId: string }) {
  const t = useOrganisationWords();
  const [changeRole] = useMutation(ChangeRoleDocument);
  return (
    <ActionButton
      look="plain"
      run={async () =>
        (await changeRole({ variables: { input: { organisationId: organisation.id, personId, roles: [] } } })).data
          ?.changeRole
      }
      onDone={() => continueTo('/desk')}
      confirm={{
        title: t('members.leave', { organisation: organisation.name }),
        text: t('members.leave.text', { organisation: organisation.name }),
        submit: t('members.leave', { organisation: organisation.name }),
      }}
    >
      {t('members.leave', { organisation: organisation.name })}
    </ActionButton>
  );
}
