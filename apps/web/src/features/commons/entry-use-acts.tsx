import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import type { StandingUse_useFragment } from '../../gql/graphql.js';
import { UseActs } from '../../lib/uses/use-acts.js';

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

/** What somebody can do about the word that an organisation uses an entry. */
export function EntryUseActs({ use }: { readonly use: StandingUse_useFragment }) {
  const [reconfirm] = useMutation(ReconfirmEntryUseDocument);
  const [contest] = useMutation(ContestEntryUseDocument);
  return (
    <UseActs
      use={use}
      reconfirm={async (input) => (await reconfirm({ variables: { input } })).data?.reconfirmEntryUse}
      contest={async (input) => (await contest({ variables: { input } })).data?.contestEntryUse}
    />
  );
}
