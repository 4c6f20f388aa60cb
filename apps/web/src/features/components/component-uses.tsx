import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { DeclareUse } from '../../lib/uses/declare-use.js';
import { StandingUses } from '../../lib/uses/standing-uses.js';
import { UseActs } from '../../lib/uses/use-acts.js';
import { useUsesWords } from '../../lib/uses/words.js';
import { useComponentWords } from './words.js';

export const ComponentUses_component = graphql(`
  fragment ComponentUses_component on Component {
    id
    name
    claimedUsers
    uses {
      id
      ...StandingUse_use
    }
  }
`);

const DeclareUseDocument = graphql(`
  mutation DeclareUse($input: DeclareUseInput!) {
    declareUse(input: $input) {
      ... on DeclareUsePayload {
        component {
          id
          ...ComponentUses_component
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
const ReconfirmUseDocument = graphql(`
  mutation ReconfirmUse($input: ReconfirmUseInput!) {
    reconfirmUse(input: $input) {
      ... on ReconfirmUsePayload {
        component {
          id
          ...ComponentUses_component
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
const ContestUseDocument = graphql(`
  mutation ContestUse($input: ContestUseInput!) {
    contestUse(input: $input) {
      ... on ContestUsePayload {
        component {
          id
          ...ComponentUses_component
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

/** Who uses it: what users say themselves first, what its maintainers claim after it and marked as that. */
export function ComponentUses({ component }: { readonly component: FragmentType<typeof ComponentUses_component> }) {
  const t = useComponentWords();
  const say = useUsesWords();
  const { memberships } = useViewer();
  const [declare] = useMutation(DeclareUseDocument);
  const [reconfirm] = useMutation(ReconfirmUseDocument);
  const [contest] = useMutation(ContestUseDocument);
  const data = useFragmentData(ComponentUses_component, component);
  if (data === null) return null;
  return (
    <Stack gap={4}>
      <StandingUses
        uses={data.uses}
        renderActs={(use) => (
          <UseActs
            use={use}
            reconfirm={async (input) => (await reconfirm({ variables: { input } })).data?.reconfirmUse}
            contest={async (input) => (await contest({ variables: { input } })).data?.contestUse}
          />
        )}
      />
      {data.claimedUsers.length === 0 ? null : <p>{t('uses.claimed', { users: data.claimedUsers.join(', ') })}</p>}
      {memberships.length === 0 ? null : (
        <div>
          <Open label={say('declare')}>
            {(close) => (
              <DeclareUse
                of={data.id}
                declare={async (values) =>
                  (await declare({ variables: { input: { componentId: data.id, ...values } } })).data?.declareUse
                }
                onDone={close}
              />
            )}
          </Open>
        </div>
      )}
    </Stack>
  );
}
