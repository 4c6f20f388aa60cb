import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section, Stack } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { Open } from '../../ui/open.js';
import { useMandateWords } from './words.js';

const FittingOffers = later(() => import('./fitting-offers.js').then((part) => part.FittingOffers));

export const IdeaFunders_idea = graphql(`
  fragment IdeaFunders_idea on Idea {
    id
    stage
    fundingInterests {
      id
      boardMeetsOn
      note
      organisation {
        id
        slug
        name
      }
    }
  }
`);

const WithdrawInterestDocument = graphql(`
  mutation WithdrawInterest($input: WithdrawInterestInput!) {
    withdrawInterest(input: $input) {
      ... on WithdrawInterestPayload {
        idea {
          id
          ...IdeaFunders_idea
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

const LOOKS_FOR_FUNDERS = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING'];

/** Who would fund an idea: funders that are interested subject to their boards, and open offers that fit it. */
export function IdeaFunders({ idea }: { readonly idea: FragmentType<typeof IdeaFunders_idea> }) {
  const t = useMandateWords();
  const { memberships } = useViewer();
  const data = useFragmentData(IdeaFunders_idea, idea);
  const [withdraw] = useMutation(WithdrawInterestDocument);
  if (data === null || !LOOKS_FOR_FUNDERS.includes(data.stage)) return null;
  const { id: ideaId, fundingInterests } = data;
  const isOwn = (organisationId: string) => memberships.some(({ organisation }) => organisation.id === organisationId);
  return (
    <Section heading={t('funders.title')}>
      <Stack>
        {fundingInterests.map(({ id, organisation, boardMeetsOn, note }) => (
          <div key={id}>
            <p>
              {t.rich(
                'funders.interest',
                { name: organisation.name },
                { link: <Link to={`/organisations/${organisation.slug}`} />, day: <Day on={boardMeetsOn} /> },
              )}{' '}
              {note}
            </p>
            {isOwn(organisation.id) ? (
              <ActionButton
                look="plain"
                run={async () =>
                  (await withdraw({ variables: { input: { ideaId, organisationId: organisation.id } } })).data
                    ?.withdrawInterest
                }
              >
                {t('funders.withdraw')}
              </ActionButton>
            ) : null}
          </div>
        ))}
        <Open label={t('funders.look')}>{() => <FittingOffers ideaId={ideaId} />}</Open>
      </Stack>
    </Section>
  );
}
