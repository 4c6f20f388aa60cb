import { useMutation } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney } from '../../lib/money.js';
import { ActionButton } from '../../ui/action-button.js';
import { Card } from '../../ui/card.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { usePledgeWords } from './words.js';

export const DeskApprovals_viewer = graphql(`
  fragment DeskApprovals_viewer on Viewer {
    id
    approvalsWaiting {
      id
      note
      contentHash
      amount {
        minorUnits
        currency
        decimals
      }
      organisation {
        id
        name
      }
      mandate {
        id
        slug
        title
      }
      madeBy {
        id
        name
      }
      conditions {
        code
        sentence
      }
      fundingRound {
        id
        idea {
          id
          slug
          title
          language
        }
      }
      viewerCan {
        approve {
          allowed
        }
      }
    }
  }
`);

const ApprovePledgeDocument = graphql(`
  mutation ApprovePledge($input: ApprovePledgeInput!) {
    approvePledge(input: $input) {
      ... on ApprovePledgePayload {
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

const DeclinePledgeDocument = graphql(`
  mutation DeclinePledge($input: DeclinePledgeInput!) {
    declinePledge(input: $input) {
      ... on DeclinePledgePayload {
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

/**
 * Pledges of the reader's organisations that wait for a second person. Whoever may decide reads all of what is approved;
 * whoever wrote one, or may not approve, reads that it waits.
 */
export function DeskApprovals({ viewer }: { readonly viewer: FragmentType<typeof DeskApprovals_viewer> }) {
  const t = usePledgeWords();
  const data = useFragmentData(DeskApprovals_viewer, viewer);
  if (data === null) return null;
  const mine = data.approvalsWaiting.filter(({ viewerCan }) => viewerCan.approve.allowed);
  const others = data.approvalsWaiting.filter(({ viewerCan }) => !viewerCan.approve.allowed);
  return (
    <>
      {mine.length === 0 ? null : (
        <Section heading={t('desk.title')} id="approvals">
          <Stack gap={6}>
            <p>{t('desk.lead')}</p>
            {mine.map((pledge) => (
              <ToApprove key={pledge.id} pledge={pledge} />
            ))}
          </Stack>
        </Section>
      )}
      {others.length === 0 ? null : (
        <Section heading={t('desk.others')} id="second-person">
          {others.map((pledge) => (
            <Waits key={pledge.id} pledge={pledge} />
          ))}
        </Section>
      )}
    </>
  );
}

type WaitingPledge = ResultOf<typeof DeskApprovals_viewer>['approvalsWaiting'][number];

function ToApprove({ pledge }: { readonly pledge: WaitingPledge }) {
  const t = usePledgeWords();
  const { i18n } = useLingui();
  const [approve] = useMutation(ApprovePledgeDocument, { refetchQueries: ['Desk'] });
  const [decline] = useMutation(DeclinePledgeDocument, { refetchQueries: ['Desk'] });
  const { idea } = pledge.fundingRound;
  const amount = formatMoney(pledge.amount, i18n.locale);
  const contentHash = pledge.contentHash ?? '';
  return (
    <Stack as="article">
      <h3>
        <Link to={`/ideas/${idea.slug}/funding`} lang={idea.language}>
          {t('desk.item', { organisation: pledge.organisation.name, amount, idea: idea.title })}
        </Link>
      </h3>
      <p>{t('desk.madeBy', { name: pledge.madeBy?.name ?? '', mandate: pledge.mandate.title })}</p>
      {pledge.note === '' ? null : <p>{pledge.note}</p>}
      {pledge.conditions.length === 0 ? null : (
        <>
          <p>{t('desk.conditions')}</p>
          <ul>
            {pledge.conditions.map(({ code, sentence }) => (
              <li key={code}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <Row>
        <ActionButton
          look="primary"
          run={async ({ idempotencyKey }) =>
            (await approve({ variables: { input: { pledgeId: pledge.id, contentHash, idempotencyKey } } })).data
              ?.approvePledge
          }
        >
          {t('desk.approve', { amount })}
        </ActionButton>
        <ActionButton
          look="quiet"
          run={async () =>
            (await decline({ variables: { input: { pledgeId: pledge.id, contentHash } } })).data?.declinePledge
          }
        >
          {t('desk.decline')}
        </ActionButton>
      </Row>
    </Stack>
  );
}

function Waits({ pledge }: { readonly pledge: WaitingPledge }) {
  const t = usePledgeWords();
  const { idea } = pledge.fundingRound;
  return (
    <Card
      to={`/ideas/${idea.slug}/funding`}
      title={idea.title}
      lang={idea.language}
      kicker={pledge.organisation.name}
      footer={t('desk.others.waits', { name: pledge.madeBy?.name ?? '', mandate: pledge.mandate.title })}
    >
      <Amount of={pledge.amount} />
    </Card>
  );
}
