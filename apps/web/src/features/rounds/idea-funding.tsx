import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { MoneyBar } from '../../ui/money.js';
import { RelativeTime } from '../../ui/time.js';
import { useRoundWords } from './words.js';

export const IdeaFunding_idea = graphql(`
  fragment IdeaFunding_idea on Idea {
    id
    slug
    stage
    leadOrganisation {
      id
    }
    fundingRound {
      id
      status
      purpose
      deadline
      closedAt
      standing {
        reachesMinimum
      }
      minimum {
        minorUnits
        currency
        decimals
      }
      target {
        minorUnits
        currency
        decimals
      }
      pledges {
        id
        status
        matching {
          percent
        }
        amount {
          minorUnits
          currency
          decimals
        }
        organisation {
          id
          name
        }
      }
    }
  }
`);

const IN_THE_BAR = ['PLEDGED', 'COMMITTED', 'SETTLED'];
const MAY_ASK = ['SUPPORTED', 'SHAPED'];

/** The money of an idea in one look, and the way to all of it. Nothing is shown before money can be asked for. */
export function IdeaFunding({ idea }: { readonly idea: FragmentType<typeof IdeaFunding_idea> }) {
  const t = useRoundWords();
  const v = useVocabulary();
  const { memberships } = useViewer();
  const data = useFragmentData(IdeaFunding_idea, idea);
  if (data === null) return null;
  const { fundingRound: round, slug, stage } = data;
  const all = `/ideas/${slug}/funding`;
  if (round == null) {
    const leads = memberships.some(({ organisation }) => organisation.id === data.leadOrganisation?.id);
    if (!leads || !MAY_ASK.includes(stage)) return null;
    return (
      <Section heading={t('section.title')} id="funding">
        <LinkButton to={all}>{t('open.title')}</LinkButton>
      </Section>
    );
  }
  const inBar = round.pledges.filter(({ status }) => IN_THE_BAR.includes(status));
  return (
    <Section heading={t('section.title')} id="funding">
      <Stack>
        <p>{t('round.title', { purpose: v.roundPurpose(round.purpose), status: t(`status.${round.status}`) })}</p>
        <MoneyBar
          minimum={round.minimum}
          target={round.target}
          reachesMinimum={round.standing?.reachesMinimum}
          segments={inBar.map(({ organisation, amount, matching }) => ({
            label: organisation.name,
            amount,
            matching: matching != null,
          }))}
        />
        <p>
          {t(round.closedAt == null ? 'closes' : 'closed')} <RelativeTime at={round.closedAt ?? round.deadline} />
        </p>
        <Row>
          {round.status === 'OPEN' ? (
            <LinkButton to={`/pledge/${round.id}`} look="primary">
              {t('pledge')}
            </LinkButton>
          ) : null}
          <LinkButton to={all} look="quiet">
            {t('all')}
          </LinkButton>
        </Row>
      </Stack>
    </Section>
  );
}
