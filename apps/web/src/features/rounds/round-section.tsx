import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';

import type { RoundSection_roundFragment } from '../../gql/graphql.js';
import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { formatMoney } from '../../lib/money.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { Section, Stack } from '../../ui/layout.js';
import { Amount, MoneyBar } from '../../ui/money.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { Table } from '../../ui/table.js';
import { Day, RelativeTime } from '../../ui/time.js';
import { RoundActions } from './round-actions.js';
import { Missing, Standing } from './standing.js';
import { useRoundWords } from './words.js';

export const RoundSection_round = graphql(`
  fragment RoundSection_round on FundingRound {
    id
    purpose
    status
    deadline
    closedAt
    closingNote
    extension {
      from
      reason
    }
    missing {
      code
      message
      met
      current
      needed
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
    leadOrganisation {
      id
      slug
      name
    }
    moneyHolder {
      id
      slug
      name
    }
    pledges {
      id
      status
      note
      automatic
      awaitsReconfirmation
      matching {
        percent
        most {
          minorUnits
          currency
          decimals
        }
      }
      amount {
        minorUnits
        currency
        decimals
      }
      organisation {
        id
        slug
        name
      }
    }
    standing {
      counting {
        minorUnits
        currency
        decimals
      }
      guaranteed {
        minorUnits
        currency
        decimals
      }
      possible {
        minorUnits
        currency
        decimals
      }
      funders
      reachesMinimum
      pledges {
        pledgeId
        counts
        conditions {
          met
          current
          needed
          condition {
            code
            sentence
          }
        }
      }
      licences {
        licensedAs
        anyOpen
        licences
        collision
      }
    }
    tranches {
      position
      title
      basisPoints
      amount {
        minorUnits
        currency
        decimals
      }
    }
    viewerCan {
      pledge {
        allowed
      }
    }
    ...RoundActions_round
    ...Amendments_round
  }
`);

const LiveRound = later(() => import('./live-round.js').then((part) => part.LiveRound));
const Amendments = later(() => import('./amendments.js').then((part) => part.Amendments));

/** States in which money is promised: what the bar shows. */
const IN_THE_BAR = ['PLEDGED', 'COMMITTED', 'SETTLED'];

/** A funding round as everyone may see it: how far it is, who pledged, whose conditions do not count yet and why. */
export function RoundSection({ round }: { readonly round: FragmentType<typeof RoundSection_round> }) {
  const t = useRoundWords();
  const v = useVocabulary();
  const data = useFragmentData(RoundSection_round, round);
  if (data === null) return null;
  const { id, status, purpose, pledges } = data;
  const inBar = pledges.filter((pledge) => IN_THE_BAR.includes(pledge.status));
  const heading = t('round.title', { purpose: v.roundPurpose(purpose), status: t(`status.${status}`) });
  return (
    <Section
      heading={heading}
      id={id}
      action={status === 'OPEN' ? <LinkButton to={`/pledge/${id}`}>{t('pledge')}</LinkButton> : null}
    >
      <Stack gap={5}>
        <MoneyBar
          minimum={data.minimum}
          target={data.target}
          reachesMinimum={data.standing?.reachesMinimum}
          segments={inBar.map(({ organisation, amount, matching }) => ({
            label: organisation.name,
            amount,
            matching: matching != null,
          }))}
          compact
        />
        {status === 'OPEN' || status === 'CLOSING' ? (
          <LiveRound
            roundId={id}
            pledged={{
              ...data.target,
              minorUnits: inBar.reduce((sum, { amount }) => sum + BigInt(amount.minorUnits), 0n).toString(),
            }}
            target={data.target}
          />
        ) : null}
        {data.closingNote === '' ? null : <p>{data.closingNote}</p>}
        {data.extension == null ? null : (
          <p>{t.rich('extended', { reason: data.extension.reason }, { day: <Day on={data.extension.from} /> })}</p>
        )}
        <Missing of={data.missing} />
        <Facts
          items={[
            {
              label: data.closedAt == null ? t('closes') : t('closed'),
              value: <RelativeTime at={data.closedAt ?? data.deadline} />,
            },
            { label: t('lead'), value: <OrganisationLink of={data.leadOrganisation} /> },
            { label: t('holder'), value: <OrganisationLink of={data.moneyHolder} /> },
          ]}
        />
        <Standing of={data.standing} pledges={pledges} />
        <Pledges pledges={pledges} standing={data.standing?.pledges ?? []} />
        <Table
          caption={t('instalments')}
          columns={[
            { key: 'name', label: t('column.instalment') },
            { key: 'share', label: t('column.share'), numeric: true },
            { key: 'amount', label: t('column.amount'), numeric: true },
          ]}
          rows={data.tranches.map((tranche) => ({
            id: String(tranche.position),
            cells: {
              name: tranche.title || t('instalment', { position: tranche.position }),
              share: `${tranche.basisPoints / 100} %`,
              amount: <Amount of={tranche.amount} />,
            },
          }))}
        />
        <Amendments round={data} />
        <RoundActions round={data} />
      </Stack>
    </Section>
  );
}

function OrganisationLink({ of }: { readonly of: { readonly slug: string; readonly name: string } }) {
  return <Link to={`/organisations/${of.slug}`}>{of.name}</Link>;
}

type Round = RoundSection_roundFragment;

function Pledges({
  pledges,
  standing,
}: {
  readonly pledges: Round['pledges'];
  readonly standing: NonNullable<Round['standing']>['pledges'];
}) {
  const t = useRoundWords();
  const { i18n } = useLingui();
  if (pledges.length === 0) return <p>{t('pledges.none')}</p>;
  return (
    <Table
      caption={t('pledges')}
      columns={[
        { key: 'funder', label: t('column.funder') },
        { key: 'state', label: t('column.state') },
        { key: 'amount', label: t('column.amount'), numeric: true },
      ]}
      rows={pledges.map((pledge) => ({
        id: pledge.id,
        cells: {
          funder: (
            <>
              <OrganisationLink of={pledge.organisation} />
              {pledge.matching == null ? null : (
                <p>
                  {t('match', {
                    percent: pledge.matching.percent,
                    most: formatMoney(pledge.matching.most, i18n.locale),
                  })}
                </p>
              )}
              {pledge.automatic ? <p>{t('automatic')}</p> : null}
              {pledge.awaitsReconfirmation ? <p>{t('asked.again')}</p> : null}
              {pledge.note === '' ? null : <p>{pledge.note}</p>}
            </>
          ),
          amount: <Amount of={pledge.amount} />,
          state: <PledgeState pledge={pledge} standing={standing.find((one) => one.pledgeId === pledge.id)} />,
        },
      }))}
    />
  );
}

function PledgeState({
  pledge,
  standing,
}: {
  readonly pledge: Round['pledges'][number];
  readonly standing: NonNullable<Round['standing']>['pledges'][number] | undefined;
}) {
  const t = useRoundWords();
  if (pledge.status !== 'PLEDGED') return <>{t(`state.${pledge.status}`)}</>;
  if (standing === undefined || standing.counts) return <>{t('counts.yes')}</>;
  const open = standing.conditions.filter((state) => !state.met);
  return (
    <>
      {t('counts.no')}
      <RequirementList
        requirements={open.map(({ met, current, needed, condition }) => ({
          code: condition.code,
          message: condition.sentence,
          met,
          current: current ?? null,
          needed: needed ?? null,
        }))}
      />
    </>
  );
}
