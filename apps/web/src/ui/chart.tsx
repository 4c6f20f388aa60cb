import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Button } from './button.js';
import css from './chart.module.css';
import { Table } from './table.js';
import { useUiWords } from './words.js';

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  /** In words, when a bare number would not do: "fewer than 5". */
  readonly shown?: string;
  /** What else belongs to it, one for each of the chart's `columns`. */
  readonly more?: readonly string[];
}

interface ChartColumn {
  readonly label: string;
  readonly numeric?: boolean;
}

interface ChartProps {
  /** What the figures say: "Twice as many young people finished in spring". */
  readonly title: ReactNode;
  /** What is counted or measured, with its unit: "people a month". */
  readonly unit: string;
  /** What the points are: "Month". */
  readonly over: string;
  readonly points: readonly ChartPoint[];
  /** Further columns of the table and the file: who reported it. */
  readonly columns?: readonly ChartColumn[];
  /** Drawn in place of bars. */
  readonly drawing?: ReactNode;
  /** Name of the file when the figures are taken along, without its ending. */
  readonly fileName: string;
}

/** Figures: a table first, bars if one wants them, and the file to take along. */
export function Chart({ title, unit, over, points, columns = [], drawing, fileName }: ChartProps) {
  const t = useUiWords();
  const { i18n } = useLingui();
  const [drawn, setDrawn] = useState(false);
  const number = new Intl.NumberFormat(i18n.locale);
  const text = (point: ChartPoint) => point.shown ?? number.format(point.value);
  return (
    <figure className={css.chart}>
      <figcaption className={css.title}>{title}</figcaption>
      {drawn ? (
        (drawing ?? <Bars points={points} unit={unit} text={text} />)
      ) : (
        <Table
          caption={title}
          hideCaption
          columns={[
            { key: 'label', label: over },
            { key: 'value', label: unit, numeric: true },
            ...columns.map((column, index) => ({ key: `more${index}`, ...column })),
          ]}
          rows={points.map((point) => ({
            id: point.label,
            cells: {
              label: point.label,
              value: text(point),
              ...Object.fromEntries((point.more ?? []).map((cell, index) => [`more${index}`, cell])),
            },
          }))}
        />
      )}
      <div className={css.actions} data-screen-only>
        <Button small aria-pressed={drawn} onClick={() => setDrawn(!drawn)}>
          {t(drawn ? 'chart.table' : 'chart.draw')}
        </Button>
        <Button
          small
          look="plain"
          onClick={() =>
            download(
              `${fileName}.csv`,
              csvOf([
                [over, unit, ...columns.map(({ label }) => label)],
                ...points.map((p) => [p.label, text(p), ...(p.more ?? [])]),
              ]),
            )
          }
        >
          {t('chart.csv')}
        </Button>
      </div>
    </figure>
  );
}

interface BarsProps {
  readonly points: readonly ChartPoint[];
  readonly unit: string;
  readonly text: (point: ChartPoint) => string;
}

function Bars({ points, unit, text }: BarsProps) {
  const most = Math.max(1, ...points.map((point) => point.value));
  return (
    <div>
      <p className={css.unit}>{unit}</p>
      <ul className={css.bars}>
        {points.map((point) => (
          <li key={point.label}>
            <span>{point.label}</span>
            <svg width="100%" height="16" aria-hidden="true" focusable="false">
              <rect className={css.bar} width={`${Math.max(0, (point.value / most) * 100)}%`} height="16" />
            </svg>
            <span data-number="">{text(point)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** RFC 4180. A cell that begins as a formula would is quoted as text, because spreadsheets run what they open. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
