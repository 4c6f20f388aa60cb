import { useLazyQuery, useMutation } from '@apollo/client/react';
import { Link } from 'react-router';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import { Section, Stack } from '../../ui/layout.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { Loading } from '../../ui/states.js';
import { Day } from '../../ui/time.js';
import { Open } from '../../ui/open.js';
import { InterestForm } from './interest-form.js';
import { useMandateWords } from './words.js';

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

const FittingMandatesDocument = graphql(`
  query FittingMandates($ideaId: ID!) {
    fittingMandates(ideaId: $ideaId, first: 6) {
      mandate {
        id
        slug
        title
        language
        organisation {
          id
          name
        }
      }
      criteria {
        criterion
        met
        message
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
  const [look, { data: found, loading }] = useLazyQuery(FittingMandatesDocument);
  const [withdraw] = useMutation(WithdrawInterestDocument);
  if (data === null || !LOOKS_FOR_FUNDERS.includes(data.stage)) return null;
  const { id: ideaId, fundingInterests } = data;
  const isOwn = (organisationId: string) => memberships.some(({ organisation }) => organisation.id === organisationId);
  const matches = found?.fittingMandates;
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
        {matches === undefined ? (
          <Button look="quiet" busy={loading} onClick={() => void look({ variables: { ideaId } })}>
            {t('funders.look')}
          </Button>
        ) : null}
        {loading ? <Loading label={t('funders.looking')} /> : null}
        {matches?.length === 0 ? <p>{t.rich('funders.none', {}, { link: <Link to="/mandates" /> })}</p> : null}
        {(matches ?? []).map(({ mandate, criteria }) => (
          <div key={mandate.id}>
            <p>
              <Link to={`/mandates/${mandate.slug}`} lang={mandate.language}>
                {mandate.title}
              </Link>{' '}
              ({mandate.organisation.name})
            </p>
            <RequirementList
              label={t('matches.why')}
              requirements={criteria.map(({ criterion, met, message }) => ({ code: criterion, met, message }))}
            />
          </div>
        ))}
        {memberships.length > 0 && matches !== undefined ? (
          <Open label={t('interest.title')}>{(close) => <InterestForm ideaId={ideaId} onDone={close} />}</Open>
        ) : null}
      </Stack>
    </Section>
  );
}
