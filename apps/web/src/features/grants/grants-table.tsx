import type { MoneyValue } from '../../lib/money.js';
import { Amount } from '../../ui/money.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { useGrantWords } from './words.js';

export interface ShownGrant {
  readonly grantId: string;
  readonly title: string;
  readonly recipient: string;
  readonly amount: MoneyValue;
  readonly awardedOn: string;
}

/** Grants as a funder's own file tells them. */
export function GrantsTable({ caption, grants }: { readonly caption: string; readonly grants: readonly ShownGrant[] }) {
  const t = useGrantWords();
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { key: 'title', label: t('column.title') },
        { key: 'recipient', label: t('column.recipient') },
        { key: 'awardedOn', label: t('column.awardedOn') },
        { key: 'amount', label: t('column.amount'), numeric: true },
      ]}
      rows={grants.map((grant) => ({
        id: grant.grantId,
        cells: {
          title: grant.title,
          recipient: grant.recipient,
          awardedOn: <Day on={grant.awardedOn} />,
          amount: <Amount of={grant.amount} />,
        },
      }))}
    />
  );
}

interface SumsProps {
  readonly sums: readonly {
    readonly grants: number;
    readonly amount: MoneyValue;
    readonly firstOn: string;
    readonly lastOn: string;
  }[];
}

/** How much it was altogether, currency by currency. */
export function GrantSums({ sums }: SumsProps) {
  const t = useGrantWords();
  return sums.map(({ grants, amount, firstOn, lastOn }) => (
    <p key={amount.currency}>
      {t.rich(
        'sum',
        { grants },
        { amount: <Amount of={amount} />, first: <Day on={firstOn} />, last: <Day on={lastOn} /> },
      )}
    </p>
  ));
}
