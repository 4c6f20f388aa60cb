import type { ReactNode } from 'react';

import type { FragmentType } from '../../lib/fragment.js';
import type { MoneyValue } from '../../lib/money.js';
import { Link } from '../../lib/router.js';
import { useSite } from '../../lib/site.js';
import { FilterForm } from '../../ui/filter-form.js';
import { Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { ShowMore } from '../../ui/pagination.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { FileLink } from './file-link.js';
import { PledgedTo, type PledgedTo_pledge } from './pledges-table.js';
import { usePortfolioWords } from './words.js';
import css from './year-end.module.css';

const COLUMNS = ['atStart', 'agreed', 'paid', 'released', 'owed', 'conditional', 'pledged'] as const;
type Amounts = Readonly<Record<(typeof COLUMNS)[number], MoneyValue>>;

/** Days of the address, both or none. */
export interface Year {
  readonly from: string;
  readonly to: string;
}

interface YearEndProps {
  readonly slug: string;
  readonly year: Year | null;
  readonly books:
    | {
        readonly totals: readonly Amounts[];
        readonly lines: {
          readonly nodes: readonly (Amounts & {
            readonly pledge: FragmentType<typeof PledgedTo_pledge> & { readonly id: string };
          })[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
        };
      }
    | undefined;
}

/** A year as a treasurer books it: choose the days, read the table, take the files along. */
export function YearEnd({ slug, year, books }: YearEndProps) {
  const t = usePortfolioWords();
  const { renderedAt } = useSite();
  const today = renderedAt.slice(0, 10);
  const shown = year ?? yearsBefore(today).april;
  const period = `from=${shown.from}&to=${shown.to}`;
  return (
    <Section heading={t('year.title')} id="year">
      <Stack gap={5}>
        <div data-screen-only>
          <p>{t('year.lead')}</p>
          <FilterForm label={t('year.choose')} submit={t('year.show')}>
            <label className={css.day}>
              {t('year.from')}
              <input type="date" name="from" key={shown.from} defaultValue={shown.from} />
            </label>
            <label className={css.day}>
              {t('year.to')}
              <input type="date" name="to" key={shown.to} defaultValue={shown.to} />
            </label>
          </FilterForm>
          <p>
            {t.rich(
              'year.usual',
              {},
              {
                april: <Link to={addressOf(slug, yearsBefore(today).april)} />,
                calendar: <Link to={addressOf(slug, yearsBefore(today).calendar)} />,
              },
            )}
          </p>
        </div>
        {books === undefined ? null : (
          <>
            <p>{t.rich('year.covers', {}, { from: <Day on={shown.from} />, to: <Day on={shown.to} /> })}</p>
            {books.lines.nodes.length === 0 ? <p>{t('year.none')}</p> : <YearTable books={books} />}
            <dl className={css.means}>
              {(['owed', 'conditional', 'pledged'] as const).map((column) => (
                <Meaning key={column} term={t(`year.${column}`)}>
                  {t(`year.${column}.means`)}
                </Meaning>
              ))}
            </dl>
            <ShowMore pageInfo={books.lines.pageInfo} />
          </>
        )}
        <p data-screen-only>
          {t.rich(
            'year.files',
            {},
            {
              year: <FileLink href={`/organisations/${slug}/year-end.csv?${period}`} />,
              ledger: <FileLink href={`/organisations/${slug}/ledger.csv?${period}`} />,
            },
          )}
        </p>
      </Stack>
    </Section>
  );
}

function YearTable({ books }: { readonly books: NonNullable<YearEndProps['books']> }) {
  const t = usePortfolioWords();
  const cellsOf = (amounts: Amounts): Record<string, ReactNode> =>
    Object.fromEntries(COLUMNS.map((column) => [column, <Amount key={column} of={amounts[column]} />]));
  const [only, ...others] = books.totals;
  return (
    <>
      <Table
        caption={t('year.table')}
        columns={[
          { key: 'to', label: t('column.to') },
          ...COLUMNS.map((column) => ({ key: column, label: t(`year.${column}`), numeric: true })),
        ]}
        rows={books.lines.nodes.map((line) => ({
          id: line.pledge.id,
          cells: { to: <PledgedTo pledge={line.pledge} />, ...cellsOf(line) },
        }))}
        {...(only === undefined || others.length > 0 ? {} : { total: { to: t('together'), ...cellsOf(only) } })}
      />
      {others.length === 0 ? null : (
        <Table
          caption={t('year.currencies')}
          columns={[
            { key: 'currency', label: t('column.currency') },
            ...COLUMNS.map((column) => ({ key: column, label: t(`year.${column}`), numeric: true })),
          ]}
          rows={books.totals.map((total) => ({
            id: total.owed.currency,
            cells: { currency: total.owed.currency, ...cellsOf(total) },
          }))}
        />
      )}
    </>
  );
}

function Meaning({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function addressOf(slug: string, { from, to }: Year): string {
  return `/organisations/${slug}/portfolio?from=${from}&to=${to}#year`;
}

/** The last whole year before a day, as charities and as others often count it. */
function yearsBefore(day: string): { readonly april: Year; readonly calendar: Year } {
  const year = Number(day.slice(0, 4));
  const ended = day.slice(5) >= '04-01' ? year : year - 1;
  return {
    april: { from: `${ended - 1}-04-01`, to: `${ended}-03-31` },
    calendar: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  };
}
