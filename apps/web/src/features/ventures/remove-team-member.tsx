import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import type { TeamRole } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { useVentureWords } from './words.js';

const RemoveTeamMemberDocument = graphql(`
  mutation RemoveTeamMember($input: RemoveTeamMemberInput!) {
    removeTeamMember(input: $input) {
      ... on RemoveTeamMemberPayload {
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

interface RemoveTeamMemberProps {
  readonly ventureId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly role: TeamRole;
  /** The reader gives it up themself. */
  readonly isYou: boolean;
}

/** Ends what somebody answers for: asked first, because they lose a say with it. */
export function RemoveTeamMember({ ventureId, person, role, isYou }: RemoveTeamMemberProps) {
  const t = useVentureWords();
  const [remove] = useMutation(RemoveTeamMemberDocument, { refetchQueries: ['VentureTeam'] });
  const label = isYou ? t('team.leave') : t('team.remove', { name: person.name });
  return (
    <ActionButton
      small
      look="plain"
      run={async () =>
        (await remove({ variables: { input: { ventureId, personId: person.id, role } } })).data?.removeTeamMember
      }
      confirm={{ title: label, text: t('team.remove.text'), submit: label }}
    >
      {label}
    </ActionButton>
  );
}
