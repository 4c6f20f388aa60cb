import { Fragment, type ReactNode } from 'react';
import css from './spread.module.css';

export interface SpreadRow {
  readonly id: string;
  readonly label: string;
  /** What stands at the end of the line, in words. */
  readonly shown: string;
  readonly middle: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** One's own, where the reader has any. */
  readonly own: readonly number[];
  /** Said above the row, where it cannot be compared with those below it. */
  readonly breaks?: ReactNode;
}

/**
 * The middle of many on a line, with the half of them that is nearest around it, and where one stands oneself. The table
 * beside it says the same in words.
 */
export function Spread({
  rows,
  lowest,
  highest,
}: {
  readonly rows: readonly SpreadRow[];
  readonly lowest: string;
  readonly highest: string;
}) {
  const places = rows.flatMap(({ middle, lower, upper, own }) => [middle, lower ?? middle, upper ?? middle, ...own]);
  const [least, most] = [Math.min(0, ...places), Math.max(...places, 1)];
  const x = (place: number) => `${(((place - least) / (most - least)) * 96 + 2).toFixed(2)}%`;
  return (
    <ul className={css.rows} aria-hidden="true">
      {rows.map(({ id, label, shown, middle, lower, upper, own, breaks }) => (
        <Fragment key={id}>
          <li>
            <span>{label}</span>
            <svg width="100%" height="28" focusable="false">
              <line className={css.ground} x1="0" x2="100%" y1="14" y2="14" />
              {lower === null || upper === null ? null : (
                <line className={css.half} x1={x(lower)} x2={x(upper)} y1="14" y2="14" />
              )}
              <line className={css.middle} x1={x(middle)} x2={x(middle)} y1="3" y2="25" />
              {own.map((place) => (
                <circle key={place} className={css.own} cx={x(place)} cy="14" r="6" />
              ))}
            </svg>
            <span data-number="">{shown}</span>
          </li>
          {breaks === undefined ? null : <li className={css.break}>{breaks}</li>}
        </Fragment>
      ))}
      <li className={css.ends}>
        <span />
        <span>
          <span>{lowest}</span>
          <span>{highest}</span>
        </span>
      </li>
    </ul>
  );
}
