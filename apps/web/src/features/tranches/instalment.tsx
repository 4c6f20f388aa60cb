import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney, type MoneyValue } from '../../lib/money.js';
import { later } from '../../lib/later.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section, Stack } from '../../ui/layout.js';
import type { Requirement } from '../../ui/requirement-list.js';
import { Day } from '../../ui/time.js';
import { useTrancheWords } from './words.js';

const CallPart = later(() => import('./call-part.js').then((part) => part.CallPart));

export const InstalmentCall_call = graphql(`
  fragment InstalmentCall_call on TrancheCall {
    id
    dueOn
    overdue
    parts {
      id
      ...CallPart_part
    }
  }
`);

const CallTrancheDocument = graphql(`
  mutation CallTranche($input: CallTrancheInput!) {
    callTranche(input: $input) {
      ... on CallTranchePayload {
        fundingRound {
          id
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

interface InstalmentProps {
  readonly roundId: string;
  readonly leadOrganisationId: string;
  readonly tranche: {
    readonly position: number;
    readonly title: string;
    readonly amount: MoneyValue;
    readonly viewerCan: { readonly call: { readonly allowed: boolean; readonly requirements: readonly Requirement[] } };
    readonly call?: FragmentType<typeof InstalmentCall_call> | null;
  };
}

/** One instalment: asked for or not, and each funder's part with its payments. */
export function Instalment({ roundId, leadOrganisationId, tranche }: InstalmentProps) {
  const t = useTrancheWords();
  const { i18n } = useLingui();
  const { memberships } = useViewer();
  const [call] = useMutation(CallTrancheDocument, { refetchQueries: ['VentureMoney'] });
  const { position, title, viewerCan } = tranche;
  const amount = formatMoney(tranche.amount, i18n.locale);
  const leads = memberships.some(({ organisation }) => organisation.id === leadOrganisationId);
  return (
    <Section
      level={3}
      heading={
        title === '' ? t('instalment', { position, amount }) : t('instalment.titled', { position, title, amount })
      }
    >
      {tranche.call ? (
        <Called call={tranche.call} />
      ) : (
        <Stack>
          <p>{t('instalment.notCalled')}</p>
          {leads ? (
            <ActionButton
              look="primary"
              permission={viewerCan.call}
              confirm={{ title: t('call.title', { amount }), text: t('call.text'), submit: t('call') }}
              run={async ({ idempotencyKey }) =>
                (await call({ variables: { input: { roundId, position, idempotencyKey } } })).data?.callTranche
              }
            >
              {t('call')}
            </ActionButton>
          ) : null}
        </Stack>
      )}
    </Section>
  );
}

function Called({ call }: { readonly call: FragmentType<typeof InstalmentCall_call> }) {
  const t = useTrancheWords();
  const data = useFragmentData(InstalmentCall_call, call);
  if (data === null) return null;
  return (
    <Stack>
      <p>
        {t(data.overdue ? 'called.overdue' : 'called.due')} <Day on={data.dueOn} />
      </p>
      {data.parts.map((part) => (
        <CallPart key={part.id} part={part} />
      ))}
    </Stack>
  );
}
