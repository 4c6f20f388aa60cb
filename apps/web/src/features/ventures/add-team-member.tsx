import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { TeamRole } from '../../gql/graphql.js';
import { Button } from '../../ui/button.js';
import { Select, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { useVentureWords } from './words.js';

const TeamMemberToAddDocument = graphql(`
  query TeamMemberToAdd($handle: String!) {
    person(handle: $handle) {
      id
      name
    }
  }
`);

const AddTeamMemberDocument = graphql(`
  mutation AddTeamMember($input: AddTeamMemberInput!) {
    addTeamMember(input: $input) {
      ... on AddTeamMemberPayload {
        venture {
          id
          ...Team_venture
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

const ROLES = [
  'COORDINATOR',
  'LEAD',
  'PRODUCT',
  'RESEARCH',
  'DESIGN',
  'DEVELOPMENT',
  'DATA',
  'COMMUNITY',
  'SAFEGUARDING',
  'FINANCE',
] as const satisfies readonly TeamRole[];

const NOBODY: { handle: string; role: TeamRole } = { handle: '', role: 'COORDINATOR' };

export function AddTeamMember({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  if (open) return <AddForm ventureId={ventureId} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('team.add')}</Button>
    </div>
  );
}

function AddForm({ ventureId, onDone }: { readonly ventureId: string; readonly onDone: () => void }) {
  const t = useVentureWords();
  const client = useApolloClient();
  const [add] = useMutation(AddTeamMemberDocument);
  const form = useForm({ initial: NOBODY });
  return (
    <Form
      form={form}
      submit={t('team.add.submit')}
      label={t('team.add')}
      onSubmit={async ({ handle, role }) => {
        const variables = { handle: handle.trim().replace(/^@/, '') };
        const { data } = await client.query({ query: TeamMemberToAddDocument, variables });
        const person = data?.person;
        if (person == null) return unknown(t('team.add.unknown'));
        return (await add({ variables: { input: { ventureId, personId: person.id, role } } })).data?.addTeamMember;
      }}
      onDone={onDone}
    >
      <TextField name="handle" label={t('team.add.handle')} hint={t('team.add.handle.hint')} width="short" />
      <Select
        name="role"
        label={t('team.add.role')}
        options={ROLES.map((role) => ({ value: role, label: t(`team.${role}`) }))}
      />
    </Form>
  );
}

/** Nobody has the handle: said beside the field, as the server would say it of any other field. */
function unknown(message: string) {
  return {
    __typename: 'Refusal' as const,
    requirements: [
      {
        __typename: 'Requirement' as const,
        code: 'PERSON_UNKNOWN',
        message,
        met: false,
        current: null,
        needed: null,
        path: ['input', 'handle'],
      },
    ],
  };
}
