import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { formatMoney } from '../../lib/money.js';
import { Card } from '../../ui/card.js';
import { Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
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
        overdue
        fundingRound {
          id
          idea {
            id
            slug
            title
            language
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
              slug
              title
              language
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
          {receiptsToConfirm.map(({ id, amount, part }) => (
            <MoneyCard key={id} idea={part.call.fundingRound.idea}>
              {t('desk.receipts.item', {
                organisation: part.organisation.name,
                amount: formatMoney(amount, i18n.locale),
              })}
            </MoneyCard>
          ))}
          <StatementLinks of={receiptsToConfirm.map(({ part }) => part.call.fundingRound.moneyHolder.slug)} />
        </Section>
      )}
      {paymentsDue.length === 0 ? null : (
        <Section heading={t('desk.due')} id="payments">
          {paymentsDue.map(({ id, outstanding, organisation, call }) => (
            <MoneyCard key={id} idea={call.fundingRound.idea} kicker={call.overdue ? <Overdue /> : undefined}>
              {t.rich(
                'desk.due.item',
                { organisation: organisation.name, amount: formatMoney(outstanding, i18n.locale) },
                { day: <Day on={call.dueOn} /> },
              )}
            </MoneyCard>
          ))}
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

function Overdue() {
  const t = useTrancheWords();
  return <Tag tone="problem">{t('desk.overdue')}</Tag>;
}

interface MoneyCardProps {
  readonly idea: {
    readonly slug: string;
    readonly title: string;
    readonly language: string;
    readonly venture?: { readonly slug: string } | null;
  };
  readonly kicker?: ReactNode;
  readonly children: ReactNode;
}

/** What the money is for, which leads to where it is paid and confirmed, and what waits. */
function MoneyCard({ idea, kicker, children }: MoneyCardProps) {
  const to = idea.venture == null ? `/ideas/${idea.slug}/funding` : `/ventures/${idea.venture.slug}/money`;
  return (
    <Card to={to} title={<span lang={idea.language}>{idea.title}</span>} kicker={kicker}>
      <p>{children}</p>
    </Card>
  );
}
