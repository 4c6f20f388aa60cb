import type { ReactNode } from 'react';
import { STAGES, useVocabulary } from '../lib/vocabulary.js';
import { cx } from './class-names.js';
import css from './thread.module.css';
import { useUiWords } from './words.js';

interface ThreadProps {
  /** Where it stands, or how it left the line. */
  readonly stage: string;
  /** What the next station still needs, shortly: shown at the current one. */
  readonly missing?: ReactNode;
  /** `header` with all station names; `line` a hairline with the current one. */
  readonly look?: 'header' | 'line';
}

/**
 * The line of six stations. What is behind is sewn, what is ahead only tacked, and the last station
 * loops back to the first: what is shared back is where the next idea begins.
 */
export function Thread({ stage, missing, look = 'header' }: ThreadProps) {
  return look === 'header' ? <HeaderThread stage={stage} missing={missing} /> : <LineThread stage={stage} />;
}

type State = 'past' | 'current' | 'future';

function stateOf(index: number, current: number): State {
  if (index < current) return 'past';
  return index === current ? 'current' : 'future';
}

function HeaderThread({ stage, missing }: { readonly stage: string; readonly missing?: ReactNode }) {
  const t = useUiWords();
  const v = useVocabulary();
  const current = STAGES.indexOf(stage as (typeof STAGES)[number]);
  const arrived = stage === 'COMMONS';
  return (
    <div className={cx(css.thread, current === -1 && css.aside)}>
      <ol className={css.stations} aria-label={t('thread.label')}>
        {STAGES.map((each, index) => {
          const state = stateOf(index, current);
          return (
            <li
              key={each}
              className={cx(css.station, css[state], arrived && css.arrived)}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              <span className={css.knot} aria-hidden="true" />
              <span className={css.name}>
                {v.stage(each)}
                <span className={css.hidden}> {t(`thread.${state}`)}</span>
              </span>
              {state === 'current' && missing !== undefined ? <span className={css.missing}>{missing}</span> : null}
            </li>
          );
        })}
      </ol>
      <Loop arrived={arrived} />
      <p className={css.loopText}>
        {current === -1 ? v.stageMeaning(stage) : arrived ? t('thread.loop.arrived') : t('thread.loop')}
      </p>
    </div>
  );
}

/** The way back from the last station to the first. */
function Loop({ arrived }: { readonly arrived: boolean }) {
  return (
    <svg
      className={cx(css.loop, arrived && css.loopArrived)}
      viewBox="0 0 1000 40"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M917 0 V12 Q917 34 880 34 H120 Q83 34 83 12 V4" fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function LineThread({ stage }: { readonly stage: string }) {
  const t = useUiWords();
  const v = useVocabulary();
  const current = STAGES.indexOf(stage as (typeof STAGES)[number]);
  const at = (index: number) => 7 + index * 26;
  return (
    <span className={css.line}>
      <svg width="160" height="26" viewBox="0 0 160 26" aria-hidden="true" focusable="false">
        {current > 0 ? <path className={css.sewn} d={`M7 9 H${at(current)}`} /> : null}
        <path className={css.tacked} d={`M${at(Math.max(current, 0))} 9 H${at(5)}`} />
        <path className={current === 5 ? css.sewn : css.tacked} d="M137 9 h6 a7 7 0 0 1 0 14 H18 a7 7 0 0 1 -11 -7" />
        {STAGES.map((each, index) => (
          <circle
            key={each}
            className={css[`dot_${stateOf(index, current)}`]}
            cx={at(index)}
            cy="9"
            r={index === current ? 5.5 : 4}
          />
        ))}
      </svg>
      <span className={css.lineName}>
        {v.stage(stage)}
        <span className={css.hidden}>
          {' '}
          {current === -1 ? '' : t('thread.position', { position: current + 1, total: STAGES.length })}
        </span>
      </span>
    </span>
  );
}
