import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { readAmounts } from '../../lib/amount-input.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney } from '../../lib/money.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { MoneyField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Open } from '../../ui/open.js';
import { useMandateWords } from './words.js';

export const AutomaticPledges_mandate = graphql(`
  fragment AutomaticPledges_mandate on Mandate {
    id
    status
    budget {
      currency
    }
    organisation {
      id
    }
    automaticPledges {
      perIdea {
        minorUnits
        currency
        decimals
      }
      perMonth {
        minorUnits
        currency
        decimals
      }
      proposedBy {
        id
        name
      }
      authorisedBy {
        id
        name
      }
    }
    automaticPledgesProposed {
      actId
      perIdea {
        minorUnits
        currency
        decimals
      }
      perMonth {
        minorUnits
        currency
        decimals
      }
      proposedBy {
        id
        name
      }
    }
  }
`);

const ProposeDocument = graphql(`
  mutation ProposeAutomaticPledges($input: ProposeAutomaticPledgesInput!) {
    proposeAutomaticPledges(input: $input) {
      ... on ProposeAutomaticPledgesPayload {
        mandate {
          id
          ...AutomaticPledges_mandate
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

const StopDocument = graphql(`
  mutation StopAutomaticPledges($input: StopAutomaticPledgesInput!) {
    stopAutomaticPledges(input: $input) {
      ... on StopAutomaticPledgesPayload {
        mandate {
          id
          ...AutomaticPledges_mandate
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

const ConfirmDocument = graphql(`
  mutation ConfirmAutomaticPledges($input: ConfirmSecondInput!) {
    confirmSecond(input: $input) {
      __typename
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

/** Pledges made without asking each time: for members of the funder, who need two people to begin and one to stop. */
export function AutomaticPledges({ mandate }: { readonly mandate: FragmentType<typeof AutomaticPledges_mandate> }) {
  const t = useMandateWords();
  const { i18n } = useLingui();
  const { memberships, person } = useViewer();
  const data = useFragmentData(AutomaticPledges_mandate, mandate);
  const [stop] = useMutation(StopDocument);
  const [confirm] = useMutation(ConfirmDocument, { refetchQueries: ['Mandate'] });
  const belongs = memberships.some(({ organisation }) => organisation.id === data?.organisation.id);
  if (data === null || !belongs || data.status === 'CLOSED') return null;
  const { automaticPledges: now, automaticPledgesProposed: proposed } = data;
  const limits = (of: NonNullable<typeof now | typeof proposed>) => ({
    perIdea: formatMoney(of.perIdea, i18n.locale),
    perMonth: formatMoney(of.perMonth, i18n.locale),
    name: of.proposedBy.name,
  });
  return (
    <Section heading={t('automatic.title')}>
      <Stack>
        <p>{t('automatic.lead')}</p>
        {now ? <Notice tone="good">{t('automatic.now', limits(now))}</Notice> : null}
        {proposed ? <Notice tone="attention">{t('automatic.waits', limits(proposed))}</Notice> : null}
        <Row>
          {proposed?.actId && proposed.proposedBy.id !== person?.id ? (
            <ActionButton
              look="primary"
              run={async () =>
                (await confirm({ variables: { input: { actId: proposed.actId ?? '' } } })).data?.confirmSecond
              }
            >
              {t('automatic.confirm')}
            </ActionButton>
          ) : null}
          {now || proposed ? (
            <ActionButton
              look="quiet"
              run={async () =>
                (await stop({ variables: { input: { mandateId: data.id } } })).data?.stopAutomaticPledges
              }
            >
              {t('automatic.stop')}
            </ActionButton>
          ) : null}
        </Row>
        <Open label={t(now || proposed ? 'automatic.change' : 'automatic.propose')}>
          {(close) => <Propose mandateId={data.id} currency={data.budget.currency} onDone={close} />}
        </Open>
      </Stack>
    </Section>
  );
}

function Propose({
  mandateId,
  currency,
  onDone,
}: {
  readonly mandateId: string;
  readonly currency: string;
  readonly onDone: () => void;
}) {
  const t = useMandateWords();
  const [propose] = useMutation(ProposeDocument);
  const form = useForm({ initial: { perIdea: '', perMonth: '' } });
  return (
    <Form
      form={form}
      label={t('automatic.propose')}
      submit={t('automatic.submit')}
      onSubmit={async ({ perIdea, perMonth }) => {
        const read = readAmounts({ perIdea, perMonth }, currency, t('amount.wrong'));
        if ('refusal' in read) return read.refusal;
        const input = { mandateId, perIdea: read.amounts.perIdea ?? '0', perMonth: read.amounts.perMonth ?? '0' };
        return (await propose({ variables: { input } })).data?.proposeAutomaticPledges;
      }}
      onDone={onDone}
    >
      <MoneyField name="perIdea" label={t('automatic.perIdea')} currency={currency} />
      <MoneyField
        name="perMonth"
        label={t('automatic.perMonth')}
        hint={t('automatic.perMonth.hint')}
        currency={currency}
      />
    </Form>
  );
}
