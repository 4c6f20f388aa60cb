import { useState } from 'react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Stack } from '../../ui/layout.js';
import { MoneyBar } from '../../ui/money.js';
import { Notice } from '../../ui/notice.js';
import { Open } from '../../ui/open.js';
import { EmptyState } from '../../ui/states.js';
import { AmountForm, type Asked } from './amount-form.js';
import { MatchForm } from './match-form.js';
import { OwnPledge } from './own-pledge.js';
import { PledgeCheck } from './pledge-check.js';
import { usePledgeWords } from './words.js';

const PledgePageDocument = graphql(`
  query PledgePage($id: ID!) {
    fundingRound(id: $id) {
      id
      status
      deadline
      idea {
        id
        slug
        title
        language
      }
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
      room {
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
        ...OwnPledge_pledge
      }
      viewerMandates {
        id
        title
        organisation {
          id
          name
        }
        available {
          minorUnits
          currency
          decimals
        }
        smallestPledge {
          minorUnits
          currency
          decimals
        }
        largestPledge {
          minorUnits
          currency
          decimals
        }
      }
      ...PledgeCheck_round
    }
  }
`);

const LIVE = ['AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED'];

export const page = definePage({
  operation: ({ params }) => operation(PledgePageDocument, { id: params['round'] ?? '' }),
  public: false,
  found: (data) => data.fundingRound != null,
  head: ({ fundingRound }, { i18n }) => ({
    title: usePledgeWords.of(i18n)('page.title', { title: fundingRound?.idea.title ?? '' }),
    noIndex: true,
  }),
  Component: ({ data: { fundingRound: round } }) => {
    const t = usePledgeWords();
    const { memberships } = useViewer();
    const [asked, setAsked] = useState<Asked | null>(null);
    if (round == null) return null;
    const { idea } = round;
    const isOwn = (organisationId: string) =>
      memberships.some(({ organisation }) => organisation.id === organisationId);
    const own = round.pledges.filter((pledge) => isOwn(pledge.organisation.id) && LIVE.includes(pledge.status));
    const mandates = round.viewerMandates.filter(
      (mandate) => !own.some((pledge) => pledge.organisation.id === mandate.organisation.id),
    );
    const inForce = round.pledges.filter(
      (pledge) => pledge.status !== 'AWAITING_APPROVAL' && LIVE.includes(pledge.status),
    );
    return (
      <PageBody width="narrow">
        <PageHead
          kicker={<span lang={idea.language}>{idea.title}</span>}
          title={t('page.heading')}
          lead={<Link to={`/ideas/${idea.slug}/funding`}>{t('done.link')}</Link>}
        />
        <Stack gap={6}>
          <MoneyBar
            minimum={round.minimum}
            target={round.target}
            reachesMinimum={round.standing?.reachesMinimum}
            segments={inForce.map(({ organisation, amount, matching }) => ({
              label: organisation.name,
              amount,
              matching: matching != null,
            }))}
            compact
          />
          {own.map((pledge) => (
            <OwnPledge key={pledge.id} pledge={pledge} />
          ))}
          {round.status === 'OPEN' ? null : <Notice tone="attention">{t('closed')}</Notice>}
          {round.status === 'OPEN' && own.length === 0 && mandates.length === 0 ? (
            <EmptyState
              title={t('none.title', { currency: round.target.currency })}
              action={<LinkButton to="/mandates/new">{t('none.action')}</LinkButton>}
            >
              {t('none.text')}
            </EmptyState>
          ) : null}
          {round.status === 'OPEN' && mandates.length > 0 ? (
            asked === null ? (
              <>
                <AmountForm roundId={round.id} room={round.room} mandates={mandates} onAsked={setAsked} />
                <Open label={t('match.open')} look="plain">
                  {() => <MatchForm roundId={round.id} currency={round.target.currency} mandates={mandates} />}
                </Open>
              </>
            ) : (
              <PledgeCheck round={round} asked={asked} onBack={() => setAsked(null)} />
            )
          ) : null}
        </Stack>
      </PageBody>
    );
  },
});
