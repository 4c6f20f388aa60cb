import { useLingui } from '@lingui/react';
import { formatMoney, percentOf, type MoneyValue } from '../lib/money.js';
import css from './money.module.css';
import { useUiWords } from './words.js';

/** An amount of money as a person reads it in their language. */
export function Amount({ of }: { readonly of: MoneyValue }) {
  const { i18n } = useLingui();
  return (
    <data value={`${of.minorUnits} ${of.currency}`} data-number="" className={css.amount}>
      {formatMoney(of, i18n.locale)}
    </data>
  );
}

export interface MoneySegment {
  /** Whose money it is. */
  readonly label: string;
  readonly amount: MoneyValue;
  /** Added by a matching fund because others pledged. */
  readonly matching?: boolean;
}

interface MoneyBarProps {
  /** Below this nothing happens and nobody pays. */
  readonly minimum: MoneyValue;
  readonly target: MoneyValue;
  readonly segments: readonly MoneySegment[];
  /** Whether what counts comes to the minimum, where not all that is pledged counts; left out: all of it does. */
  readonly reachesMinimum?: boolean | undefined;
  /** `compact` for a card: the bar and one line. */
  readonly compact?: boolean;
}

/** How much is pledged, by whom, and how far the minimum and the target are. */
export function MoneyBar({ minimum, target, segments, reachesMinimum, compact = false }: MoneyBarProps) {
  const t = useUiWords();
  const { i18n } = useLingui();
  const pledged = segments.reduce((sum, segment) => sum + BigInt(segment.amount.minorUnits), 0n).toString();
  const pledgedMoney = { ...target, minorUnits: pledged };
  const reached = reachesMinimum ?? BigInt(pledged) >= BigInt(minimum.minorUnits);
  const notch = percentOf(minimum.minorUnits, target.minorUnits);
  const sumBefore = (count: number) =>
    segments.slice(0, count).reduce((sum, { amount }) => sum + BigInt(amount.minorUnits), 0n);
  const upTo = (count: number) => percentOf(sumBefore(count).toString(), target.minorUnits);
  return (
    <figure className={css.figure}>
      <p className={css.headline}>
        {t.rich(
          'money.pledged',
          { amount: formatMoney(pledgedMoney, i18n.locale), target: formatMoney(target, i18n.locale) },
          { strong: <strong className={css.sum} /> },
        )}
      </p>
      <svg className={css.bar} width="100%" height="34" aria-hidden="true" focusable="false">
        <defs>
          <pattern id="money-matching" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={css.hatchGround} width="7" height="7" />
            <rect className={css.hatch} width="3" height="7" />
          </pattern>
        </defs>
        <rect className={css.ground} y="8" width="100%" height="18" />
        {segments.map((segment, index) => {
          const x = upTo(index);
          const width = upTo(index + 1) - x;
          return (
            <g key={`${segment.label}-${index}`}>
              <rect
                className={segment.matching ? undefined : css.segment}
                fill={segment.matching ? 'url(#money-matching)' : undefined}
                x={`${x}%`}
                y="8"
                width={`${width}%`}
                height="18"
              />
              {x > 0 ? <rect className={css.gap} x={`${x}%`} y="8" width="2" height="18" /> : null}
            </g>
          );
        })}
        <rect className={css.frame} x="0.75" y="8" height="18" />
        <rect className={css.notch} x={`${notch}%`} y="0" width="3" height="34" />
      </svg>
      <figcaption className={css.caption}>
        <p className={css.minimum}>
          {t(reached ? 'money.minimum.reached' : 'money.minimum', { amount: formatMoney(minimum, i18n.locale) })}
        </p>
        {compact || segments.length === 0 ? null : (
          <ul className={css.funders}>
            {segments.map((segment, index) => (
              <li key={`${segment.label}-${index}`}>
                <span className={segment.matching ? css.swatchMatching : css.swatch} aria-hidden="true" />
                <span>
                  {segment.label}
                  {segment.matching ? ` (${t('money.matching')})` : null}
                </span>
                <Amount of={segment.amount} />
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  );
}
