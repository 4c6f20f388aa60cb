import { useLingui } from '@lingui/react';

import type { MandateStatus } from '../../gql/graphql.js';
import { formatMoney, type MoneyValue } from '../../lib/money.js';
import { Link } from '../../lib/router.js';
import { Chart } from '../../ui/chart.js';
import { Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { Table } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { usePortfolioWords } from './words.js';

const PLACES = ['available', 'pledged', 'committed', 'called', 'paid'] as const;

type Places = Readonly<Record<(typeof PLACES)[number] | 'budget', MoneyValue>>;

/** All the money of a currency, by where it is: a table, bars if one wants them. */
export function WhereMoneyIs({ totals, name }: { readonly totals: readonly Places[]; readonly name: string }) {
  const t = usePortfolioWords();
  const { i18n } = useLingui();
  if (totals.length === 0) return <p>{t.rich('empty', {}, { link: <Link to="/mandates/new" /> })}</p>;
  return (
    <Stack gap={6}>
      {totals.map((total) => {
        const atWork = { ...total.budget, minorUnits: sumOf(total).toString() };
        return (
          <Chart
            key={total.budget.currency}
            title={t('where.says', {
              atWork: formatMoney(atWork, i18n.locale),
              budget: formatMoney(total.budget, i18n.locale),
            })}
            unit={t('where.unit', { currency: total.budget.currency })}
            over={t('where.over')}
            points={PLACES.map((place) => ({
              label: t(`place.${place}`),
              value: Number(total[place].minorUnits),
              shown: formatMoney(total[place], i18n.locale),
              more: [t(`place.${place}.means`)],
            }))}
            columns={[{ label: t('where.means') }]}
            fileName={`${name}-${total.budget.currency}`}
          />
        );
      })}
    </Stack>
  );
}

/** What is not available any more: promised, agreed, asked for or paid. */
function sumOf({ pledged, committed, called, paid }: Places): bigint {
  return [pledged, committed, called, paid].reduce((sum, { minorUnits }) => sum + BigInt(minorUnits), 0n);
}

interface Offer {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly status: MandateStatus;
}

interface OffersTableProps {
  readonly offers: readonly (Places & { readonly mandate: Offer })[];
}

/** Open offer by open offer. */
export function OffersTable({ offers }: OffersTableProps) {
  const t = usePortfolioWords();
  if (offers.length === 0) return null;
  return (
    <Section heading={t('offers.title')} id="offers">
      <Table
        caption={t('offers.title')}
        hideCaption
        columns={[
          { key: 'offer', label: t('column.offer') },
          { key: 'budget', label: t('column.budget'), numeric: true },
          ...PLACES.map((place) => ({ key: place, label: t(`place.${place}`), numeric: true })),
        ]}
        rows={offers.map((offer) => ({
          id: offer.mandate.id,
          cells: {
            offer: <OfferName of={offer.mandate} />,
            budget: <Amount of={offer.budget} />,
            ...Object.fromEntries(PLACES.map((place) => [place, <Amount key={place} of={offer[place]} />])),
          },
        }))}
      />
    </Section>
  );
}

function OfferName({ of: { slug, title, language, status } }: { readonly of: Offer }) {
  const t = usePortfolioWords();
  return (
    <>
      <Link to={`/mandates/${slug}`} lang={language}>
        {title}
      </Link>{' '}
      {status === 'CLOSED' ? <Tag>{t('offers.closed')}</Tag> : null}
    </>
  );
}
