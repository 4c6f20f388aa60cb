import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney } from '../../lib/money.js';
import { Section, Stack } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useTrancheWords } from './words.js';

export const DeskMoney_viewer = graphql(`
  fragment DeskMoney_viewer on Viewer {
    id
    paymentsDue {
      id
      outstanding {
        minorUnits
        currency
        decimals
      }
      organisation {
        id
        slug
        name
      }
      call {
        id
        dueOn
        fundingRound {
          id
          idea {
            id
            title
            venture {
              id
              slug
            }
          }
        }
      }
    }
    receiptsToConfirm {
      id
      amount {
        minorUnits
        currency
        decimals
      }
      part {
        id
        organisation {
          id
          name
        }
        call {
          id
          fundingRound {
            id
            moneyHolder {
              id
              slug
            }
            idea {
              id
              title
              venture {
                id
                slug
              }
            }
          }
        }
      }
    }
  }
`);

/** What waits for the reader where money moves: payments to make, arrivals to confirm. */
export function DeskMoney({ viewer }: { readonly viewer: FragmentType<typeof DeskMoney_viewer> }) {
  const t = useTrancheWords();
  const { i18n } = useLingui();
  const data = useFragmentData(DeskMoney_viewer, viewer);
  if (data === null) return null;
  const { paymentsDue, receiptsToConfirm } = data;
  return (
    <>
      {receiptsToConfirm.length === 0 ? null : (
        <Section heading={t('desk.receipts')} id="receipts">
          <Stack as="ul">
            {receiptsToConfirm.map(({ id, amount, part }) => {
              const { idea } = part.call.fundingRound;
              const words = {
                organisation: part.organisation.name,
                amount: formatMoney(amount, i18n.locale),
                idea: idea.title,
              };
              return (
                <li key={id}>
                  {t('desk.receipts.item', words)} <MoneyLink venture={idea.venture ?? null} />
                </li>
              );
            })}
          </Stack>
          <StatementLinks of={receiptsToConfirm.map(({ part }) => part.call.fundingRound.moneyHolder.slug)} />
        </Section>
      )}
      {paymentsDue.length === 0 ? null : (
        <Section heading={t('desk.due')} id="payments">
          <Stack as="ul">
            {paymentsDue.map(({ id, outstanding, organisation, call }) => {
              const { idea } = call.fundingRound;
              const words = {
                organisation: organisation.name,
                amount: formatMoney(outstanding, i18n.locale),
                idea: idea.title,
              };
              return (
                <li key={id}>
                  {t('desk.due.item', words)} ({t('desk.due.on')} <Day on={call.dueOn} />){' '}
                  <MoneyLink venture={idea.venture ?? null} />
                </li>
              );
            })}
          </Stack>
          <StatementLinks of={paymentsDue.map(({ organisation }) => organisation.slug)} />
        </Section>
      )}
    </>
  );
}

/** For each organisation once, the way to find the payments on its statement. */
function StatementLinks({ of }: { readonly of: readonly string[] }) {
  const t = useTrancheWords();
  return [...new Set(of)].map((slug) => (
    <p key={slug}>
      <Link to={`/organisations/${slug}/bank-statement`}>{t('statement.open')}</Link>
    </p>
  ));
}

function MoneyLink({ venture }: { readonly venture: { readonly slug: string } | null }) {
  const t = useTrancheWords();
  return venture === null ? null : <Link to={`/ventures/${venture.slug}/money`}>{t('desk.open')}</Link>;
}
