import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import type { OwnPledge_pledgeFragment } from '../../gql/graphql.js';
import { graphql } from '../../gql/index.js';
import { readAmounts } from '../../lib/amount-input.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { decimalText, formatMoney } from '../../lib/money.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { MoneyField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
import { MatchForm } from './match-form.js';
import { usePledgeWords } from './words.js';

export const OwnPledge_pledge = graphql(`
  fragment OwnPledge_pledge on Pledge {
    id
    status
    note
    automatic
    matching {
      percent
      most {
        minorUnits
        currency
        decimals
      }
    }
    signing {
      name
      role
      agreementUrl
    }
    mandate {
      id
      title
    }
    organisation {
      id
      name
    }
    fundingRound {
      id
    }
    amount {
      minorUnits
      currency
      decimals
    }
    history {
      version
      writtenAt
      decision
      amount {
        minorUnits
        currency
        decimals
      }
      author {
        id
        name
      }
      decidedBy {
        id
        name
      }
    }
    viewerCan {
      change {
        allowed
      }
      withdraw {
        allowed
      }
      reconfirm {
        allowed
      }
    }
  }
`);

const ChangePledgeDocument = graphql(`
  mutation ChangePledge($input: ChangePledgeInput!) {
    changePledge(input: $input) {
      ... on ChangePledgePayload {
        pledge {
          id
          ...OwnPledge_pledge
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

const WithdrawPledgeDocument = graphql(`
  mutation WithdrawPledge($input: WithdrawPledgeInput!) {
    withdrawPledge(input: $input) {
      ... on WithdrawPledgePayload {
        pledge {
          id
          status
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

const ReconfirmPledgeDocument = graphql(`
  mutation ReconfirmPledge($input: ReconfirmPledgeInput!) {
    reconfirmPledge(input: $input) {
      ... on ReconfirmPledgePayload {
        pledge {
          id
          ...OwnPledge_pledge
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

/** The pledge that an organisation of the reader has in a round, with its history, and how to change it. */
export function OwnPledge({ pledge }: { readonly pledge: FragmentType<typeof OwnPledge_pledge> }) {
  const t = usePledgeWords();
  const { i18n } = useLingui();
  const data = useFragmentData(OwnPledge_pledge, pledge);
  const [withdraw] = useMutation(WithdrawPledgeDocument, { refetchQueries: ['PledgePage'] });
  if (data === null) return null;
  const { id: pledgeId, status, amount, history, viewerCan, matching, signing } = data;
  return (
    <Section heading={t('yours.title')}>
      <Stack>
        {status === 'PLEDGED' || status === 'AWAITING_APPROVAL' ? (
          <Notice tone={status === 'PLEDGED' ? 'good' : 'attention'}>{t(`done.${status}`)}</Notice>
        ) : null}
        <Facts
          items={[
            { label: t(matching == null ? 'amount' : 'match.worth'), value: <Amount of={amount} /> },
            { label: t('yours.status'), value: isLive(status) ? t(`status.${status}`) : null },
          ]}
        />
        {viewerCan.reconfirm.allowed ? <Reconfirm pledgeId={pledgeId} /> : null}
        {data.automatic ? <p>{t('automatic')}</p> : null}
        {matching == null ? null : (
          <p>{t('match.now', { percent: matching.percent, most: formatMoney(matching.most, i18n.locale) })}</p>
        )}
        {signing == null ? null : <Signing of={signing} />}
        {matching != null && viewerCan.withdraw.allowed ? (
          <details>
            <summary>{t('match.change')}</summary>
            <MatchForm
              key={`${matching.percent} ${matching.most.minorUnits}`}
              roundId={data.fundingRound.id}
              currency={amount.currency}
              mandates={[{ ...data.mandate, organisation: data.organisation }]}
              now={{
                percent: matching.percent,
                most: decimalText(matching.most.minorUnits, matching.most.decimals),
              }}
            />
          </details>
        ) : null}
        {viewerCan.change.allowed ? <ChangeAmount key={amount.minorUnits} pledge={data} /> : null}
        {viewerCan.withdraw.allowed ? (
          <ActionButton
            look="quiet"
            confirm={{ title: t('withdraw.title'), text: t('withdraw.text'), submit: t('withdraw') }}
            run={async ({ idempotencyKey }) =>
              (await withdraw({ variables: { input: { pledgeId, idempotencyKey } } })).data?.withdrawPledge
            }
          >
            {t('withdraw')}
          </ActionButton>
        ) : null}
        {history.length === 0 ? null : (
          <details>
            <summary>{t('history')}</summary>
            <ol>
              {history.map((version) => (
                <li key={version.version}>
                  {t('history.line', {
                    amount: formatMoney(version.amount, i18n.locale),
                    author: version.author.name,
                  })}{' '}
                  (<RelativeTime at={version.writtenAt} />)
                  {version.decidedBy == null || !isDecision(version.decision)
                    ? null
                    : `; ${t(`history.${version.decision}`, { name: version.decidedBy.name })}`}
                </li>
              ))}
            </ol>
          </details>
        )}
      </Stack>
    </Section>
  );
}

type Own = OwnPledge_pledgeFragment;

function Signing({ of: { name, role, agreementUrl } }: { readonly of: NonNullable<Own['signing']> }) {
  const t = usePledgeWords();
  return (
    <p>
      {t(role === '' ? 'sign.by' : 'sign.byWithRole', { name, role })}{' '}
      {agreementUrl === '' ? null : <a href={agreementUrl}>{t('sign.agreement')}</a>}
    </p>
  );
}

/** The deadline was moved since the pledge was made: its funder says whether it stands. */
function Reconfirm({ pledgeId }: { readonly pledgeId: string }) {
  const t = usePledgeWords();
  const [reconfirm] = useMutation(ReconfirmPledgeDocument, { refetchQueries: ['PledgePage'] });
  return (
    <Notice tone="attention" title={t('again.title')}>
      <p>{t('again.text')}</p>
      <ActionButton
        look="primary"
        run={async ({ idempotencyKey }) =>
          (await reconfirm({ variables: { input: { pledgeId, idempotencyKey } } })).data?.reconfirmPledge
        }
      >
        {t('again')}
      </ActionButton>
    </Notice>
  );
}

function ChangeAmount({ pledge: { id: pledgeId, amount: now, note, signing } }: { readonly pledge: Own }) {
  const t = usePledgeWords();
  const [change] = useMutation(ChangePledgeDocument, { refetchQueries: ['PledgePage'] });
  const form = useForm({ initial: { amount: decimalText(now.minorUnits, now.decimals) } });
  return (
    <details>
      <summary>{t('change.title')}</summary>
      <Form
        form={form}
        label={t('change.title')}
        submit={t('change.submit')}
        onSubmit={async ({ amount }, { idempotencyKey }) => {
          const read = readAmounts({ amount }, now.currency, t('amount.wrong'));
          if ('refusal' in read) return read.refusal;
          const input = {
            pledgeId,
            amount: read.amounts.amount ?? '0',
            note,
            signing: signingOf(signing),
            idempotencyKey,
          };
          return (await change({ variables: { input } })).data?.changePledge;
        }}
      >
        <MoneyField name="amount" label={t('amount')} hint={t('change.hint')} currency={now.currency} />
      </Form>
    </details>
  );
}

function signingOf(signing: Own['signing']) {
  return signing == null ? null : { name: signing.name, role: signing.role, agreementUrl: signing.agreementUrl };
}

const LIVE = ['AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED'] as const;

function isLive(status: string): status is (typeof LIVE)[number] {
  return LIVE.some((one) => one === status);
}

function isDecision(decision: string | null | undefined): decision is 'APPROVED' | 'DECLINED' {
  return decision === 'APPROVED' || decision === 'DECLINED';
}
