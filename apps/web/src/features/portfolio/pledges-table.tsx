import { graphql } from '../../gql/index.js';
import type { PledgeStatus } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import type { MoneyValue } from '../../lib/money.js';
import { Link } from '../../lib/router.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Section } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { ShowMore } from '../../ui/pagination.js';
import { Table } from '../../ui/table.js';
import { usePortfolioWords } from './words.js';

const AMOUNTS = ['amount', 'uncalled', 'called', 'paid', 'released'] as const;

interface Pledged extends Readonly<Record<(typeof AMOUNTS)[number], MoneyValue>> {
  readonly id: string;
  readonly status: PledgeStatus;
  readonly promises: { readonly promised: number; readonly returned: number };
}

interface PledgesTableProps {
  readonly pledges: readonly (Pledged & FragmentType<typeof PledgedTo_pledge>)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export const PledgedTo_pledge = graphql(`
  fragment PledgedTo_pledge on Pledge {
    id
    fundingRound {
      id
      purpose
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
`);

/** Pledge by pledge: where its money is, and what came back for it. */
export function PledgesTable({ pledges, pageInfo }: PledgesTableProps) {
  const t = usePortfolioWords();
  return (
    <Section heading={t('pledges.title')} id="pledges">
      {pledges.length === 0 ? (
        <p>{t('pledges.none')}</p>
      ) : (
        <Table
          caption={t('pledges.title')}
          hideCaption
          columns={[
            { key: 'to', label: t('column.to') },
            { key: 'state', label: t('column.state') },
            ...AMOUNTS.map((amount) => ({ key: amount, label: t(`column.${amount}`), numeric: true })),
            { key: 'back', label: t('column.back'), numeric: true },
          ]}
          rows={pledges.map((pledge) => ({
            id: pledge.id,
            cells: {
              to: <PledgedTo pledge={pledge} />,
              state: t(`state.${pledge.status}`),
              ...Object.fromEntries(AMOUNTS.map((amount) => [amount, <Amount key={amount} of={pledge[amount]} />])),
              back: pledge.promises.promised === 0 ? t('back.none') : t('back.of', pledge.promises),
            },
          }))}
        />
      )}
      <ShowMore pageInfo={pageInfo} />
    </Section>
  );
}

/** Whom a pledge is for, with the way to its money. */
export function PledgedTo({ pledge }: { readonly pledge: FragmentType<typeof PledgedTo_pledge> }) {
  const v = useVocabulary();
  const data = useFragmentData(PledgedTo_pledge, pledge);
  if (data === null) return null;
  const { purpose, idea } = data.fundingRound;
  const { venture } = idea;
  return (
    <>
      <Link
        to={venture == null ? `/ideas/${idea.slug}/funding` : `/ventures/${venture.slug}/money`}
        lang={idea.language}
      >
        {idea.title}
      </Link>
      {', '}
      {v.roundPurpose(purpose)}
    </>
  );
}
