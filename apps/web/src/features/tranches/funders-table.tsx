import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import type { MoneyValue } from '../../lib/money.js';
import { Amount } from '../../ui/money.js';
import { Table } from '../../ui/table.js';
import { useTrancheWords } from './words.js';

export const FundersTable_round = graphql(`
  fragment FundersTable_round on FundingRound {
    id
    committed {
      minorUnits
      currency
      decimals
    }
    pledges {
      id
      status
      organisation {
        id
        slug
        name
      }
      amount {
        minorUnits
        currency
        decimals
      }
      called {
        minorUnits
        currency
        decimals
      }
      paid {
        minorUnits
        currency
        decimals
      }
      uncalled {
        minorUnits
        currency
        decimals
      }
      released {
        minorUnits
        currency
        decimals
      }
    }
  }
`);

const PARTS = ['called', 'paid', 'uncalled', 'released'] as const;

/** The money of a round, funder by funder, from the ledger: every row and every column adds up to the penny. */
export function FundersTable({ round }: { readonly round: FragmentType<typeof FundersTable_round> }) {
  const t = useTrancheWords();
  const data = useFragmentData(FundersTable_round, round);
  if (data === null) return null;
  const pledges = data.pledges.filter(({ status }) => status === 'COMMITTED' || status === 'SETTLED');
  const sum = (part: (typeof PARTS)[number] | 'amount'): MoneyValue => ({
    ...data.committed,
    minorUnits: pledges.reduce((total, pledge) => total + BigInt(pledge[part].minorUnits), 0n).toString(),
  });
  // Said where something was let go, so that what was agreed is the sum of what stands beside it.
  const some = BigInt(sum('released').minorUnits) > 0n;
  return (
    <Table
      caption={t('funders')}
      columns={[
        { key: 'funder', label: t('column.funder') },
        { key: 'amount', label: t('column.agreed'), numeric: true },
        { key: 'called', label: t('column.called'), numeric: true },
        { key: 'paid', label: t('column.paid'), numeric: true },
        { key: 'uncalled', label: t('column.left'), numeric: true },
        ...(some ? [{ key: 'released', label: t('column.released'), numeric: true }] : []),
      ]}
      rows={pledges.map((pledge) => ({
        id: pledge.id,
        cells: {
          funder: <Link to={`/organisations/${pledge.organisation.slug}`}>{pledge.organisation.name}</Link>,
          amount: <Amount of={pledge.amount} />,
          called: <Amount of={pledge.called} />,
          paid: <Amount of={pledge.paid} />,
          uncalled: <Amount of={pledge.uncalled} />,
          released: <Amount of={pledge.released} />,
        },
      }))}
      total={{
        funder: t('total'),
        amount: <Amount of={sum('amount')} />,
        called: <Amount of={sum('called')} />,
        paid: <Amount of={sum('paid')} />,
        uncalled: <Amount of={sum('uncalled')} />,
        released: <Amount of={sum('released')} />,
      }}
    />
  );
}
