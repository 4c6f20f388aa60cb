import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import css from './table.module.css';

export interface Column {
  readonly key: string;
  readonly label: ReactNode;
  /** Set to the end, with figures of equal width. */
  readonly numeric?: boolean;
}

export interface TableRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, ReactNode>>;
}

interface TableProps {
  /** What the table shows; always there for screen readers. */
  readonly caption: ReactNode;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** A last row of sums. */
  readonly total?: Readonly<Record<string, ReactNode>>;
}

/** Rows and columns on a desk; on a phone each row is a short list with the columns' names. The first column names the row. */
export function Table({ caption, hideCaption = false, columns, rows, total }: TableProps) {
  return (
    <table className={css.table}>
      <caption className={cx(css.caption, hideCaption && css.hidden)}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cx(column.numeric && css.numeric)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} columns={columns} cells={row.cells} />
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <Row columns={columns} cells={total} />
        </tfoot>
      )}
    </table>
  );
}

function Row({ columns, cells }: { readonly columns: readonly Column[]; readonly cells: TableRow['cells'] }) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row">
            {cells[column.key]}
          </th>
        ) : (
          <td
            key={column.key}
            className={cx(column.numeric && css.numeric, isNothing(cells[column.key]) && css.nothing)}
          >
            <span className={css.name} aria-hidden="true">
              {column.label}
            </span>
            <div>{cells[column.key]}</div>
          </td>
        ),
      )}
    </tr>
  );
}

function isNothing(cell: ReactNode): boolean {
  return cell === undefined || cell === null || cell === '' || cell === false;
}
