import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import type { MoneyValue } from '../../lib/money.js';
import { Amount } from '../../ui/money.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { useTrancheWords } from './words.js';

export const InstalmentsTable_round = graphql(`
  fragment InstalmentsTable_round on FundingRound {
    id
    tranches {
      position
      title
      amount {
        minorUnits
        currency
        decimals
      }
      call {
        id
        dueOn
        amount {
          minorUnits
          currency
          decimals
        }
        parts {
          id
          paid {
            minorUnits
            currency
            decimals
          }
          outstanding {
            minorUnits
            currency
            decimals
          }
        }
      }
    }
  }
`);

/** The instalments of a round in short, as a report shows them: what was asked for, when it was due, what came. */
export function InstalmentsTable({ round }: { readonly round: FragmentType<typeof InstalmentsTable_round> }) {
  const t = useTrancheWords();
  const data = useFragmentData(InstalmentsTable_round, round);
  if (data === null) return null;
  return (
    <Table
      caption={t('instalments')}
      columns={[
        { key: 'which', label: t('column.instalment') },
        { key: 'due', label: t('column.due') },
        { key: 'amount', label: t('column.amount'), numeric: true },
        { key: 'paid', label: t('column.paid'), numeric: true },
        { key: 'owed', label: t('column.called'), numeric: true },
      ]}
      rows={data.tranches.map(({ position, title, amount, call }) => ({
        id: `${position}`,
        cells: {
          which: title === '' ? position : `${position}, ${title}`,
          due: call == null ? t('instalment.notCalled') : <Day on={call.dueOn} />,
          amount: <Amount of={call?.amount ?? amount} />,
          paid: (
            <Amount
              of={sum(
                amount,
                call?.parts.map(({ paid }) => paid),
              )}
            />
          ),
          owed: (
            <Amount
              of={sum(
                amount,
                call?.parts.map(({ outstanding }) => outstanding),
              )}
            />
          ),
        },
      }))}
    />
  );
}

function sum(like: MoneyValue, amounts: readonly MoneyValue[] = []): MoneyValue {
  return { ...like, minorUnits: amounts.reduce((total, { minorUnits }) => total + BigInt(minorUnits), 0n).toString() };
}
