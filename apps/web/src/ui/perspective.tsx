import { PERSPECTIVES, useVocabulary, type Perspective } from '../lib/vocabulary.js';
import { cx } from './class-names.js';
import css from './perspective.module.css';
import { useUiWords } from './words.js';

/** Who is speaking, in words and in the colour that means this everywhere. */
export function PerspectiveTag({ perspective }: { readonly perspective: string }) {
  const v = useVocabulary();
  return (
    <span className={cx(css.tag, css[perspective])}>
      <Sign perspective={perspective} />
      {v.perspective(perspective)}
    </span>
  );
}

/** A shape for each perspective, so that no one has to tell them apart by colour. */
const SHAPES: Readonly<Record<Perspective, string>> = {
  LIVED_EXPERIENCE: 'M6 11 C1 7 1 2.2 3.8 2.2 5.2 2.2 6 3.6 6 3.6 6 3.6 6.8 2.2 8.2 2.2 11 2.2 11 7 6 11Z',
  PRACTITIONER: 'M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2Z',
  TECHNOLOGIST: 'M6 .8 11.2 6 6 11.2 .8 6Z',
  FUNDER: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  PUBLIC: 'M1.5 1.5h9v9h-9Z',
};

function Sign({ perspective }: { readonly perspective: string }) {
  const shape = SHAPES[perspective as Perspective];
  return shape === undefined ? null : (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={shape} />
    </svg>
  );
}

export interface PerspectiveCount {
  readonly perspective: string;
  /** Null when it is too small to be told. */
  readonly count?: number | null;
  /** Set instead of the count: "fewer than 3". */
  readonly fewerThan?: number | null;
}

interface SupportBarProps {
  readonly votes: readonly PerspectiveCount[];
  /** All votes of support together. What the perspectives told do not add up to is shown as one part. */
  readonly total?: number;
  /** How many organisations those who voted named. */
  readonly organisations?: number;
  /** `compact` for a card: the bar and one line. */
  readonly compact?: boolean;
  /** The bar alone, where the words beside it say the same. */
  readonly bare?: boolean;
}

/**
 * Who supports this, by perspective, with the organisations beside. A perspective too small to be told has no
 * part of its own: all such votes are one part, so that the picture gives nothing away.
 */
export function SupportBar({ votes, total, organisations, compact = false, bare = false }: SupportBarProps) {
  const t = useUiWords();
  const v = useVocabulary();
  const told = PERSPECTIVES.map((perspective) => ({
    perspective,
    count: votes.find((vote) => vote.perspective === perspective)?.count ?? 0,
  })).filter(({ count }) => count > 0);
  const known = told.reduce((sum, { count }) => sum + count, 0);
  const all = Math.max(known, total ?? known);
  const tooFew = votes.filter((vote) => vote.fewerThan != null);
  const place = (before: number, count: number) => ({
    x: `${(before / all) * 100}%`,
    width: `${(count / all) * 100}%`,
    height: HEIGHT,
  });
  return (
    <figure className={css.support}>
      <svg className={css.bar} width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        <Patterns />
        <rect className={css.empty} width="100%" height={HEIGHT} rx="2" />
        {told.map(({ perspective, count }, index) => {
          const before = told.slice(0, index).reduce((sum, each) => sum + each.count, 0);
          const part = place(before, count);
          return (
            <g key={perspective} className={css[perspective]}>
              <rect className={css.fill} {...part} />
              {WOVEN.has(perspective) ? <rect {...part} fill={`url(#pattern-${perspective})`} /> : null}
              {part.x === '0%' ? null : <rect className={css.gap} x={part.x} width="2" height={HEIGHT} />}
            </g>
          );
        })}
        {all > known ? <rect {...place(known, all - known)} fill="url(#pattern-untold)" /> : null}
      </svg>
      {bare ? null : compact ? (
        <figcaption className={css.caption}>
          {t('support.people', { count: all })}
          {organisations === undefined ? null : ` · ${t('support.organisations', { count: organisations })}`}
        </figcaption>
      ) : (
        <figcaption>
          <ul className={css.legend}>
            {told.map(({ perspective, count }) => (
              <li key={perspective} className={cx(css.entry, css[perspective])}>
                <Sign perspective={perspective} />
                <span className={css.label}>{v.perspective(perspective)}</span> <strong data-number="">{count}</strong>
              </li>
            ))}
            {all === 0 ? <li>{t('support.people', { count: 0 })}</li> : null}
            {all > 0
              ? tooFew.map(({ perspective, fewerThan }) => (
                  <li key={perspective} className={cx(css.entry, css[perspective])}>
                    <Sign perspective={perspective} />
                    <span className={css.label}>{v.perspective(perspective)}</span>{' '}
                    <span className={css.untold}>{t('support.fewerThan', { number: fewerThan ?? 0 })}</span>
                  </li>
                ))
              : null}
            {organisations === undefined ? null : (
              <li className={css.organisations}>
                <strong data-number="">{t('support.organisations', { count: organisations })}</strong>
              </li>
            )}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}

const HEIGHT = 18;
const WOVEN: ReadonlySet<string> = new Set(['PRACTITIONER', 'TECHNOLOGIST', 'FUNDER']);

/** Besides its colour each part has its own weave: none, dots, stripes, bars. */
function Patterns() {
  return (
    <defs>
      <pattern id="pattern-PRACTITIONER" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle className={css.weave} cx="3" cy="3" r="1.1" />
      </pattern>
      <pattern
        id="pattern-TECHNOLOGIST"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className={css.weave} width="1.6" height="6" />
      </pattern>
      <pattern id="pattern-untold" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect className={css.untoldWeave} width="1.5" height="6" />
      </pattern>
      <pattern id="pattern-FUNDER" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className={css.weave} width="1.6" height="6" />
      </pattern>
    </defs>
  );
}
