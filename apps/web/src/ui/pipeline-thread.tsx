import { Link } from '../lib/router.js';
import { STAGES, useVocabulary } from '../lib/vocabulary.js';
import css from './pipeline-thread.module.css';
import { useUiWords } from './words.js';

interface PipelineThreadProps {
  readonly counts: readonly { readonly stage: string; readonly count: number }[];
  /** Where the ideas of a station are listed. */
  readonly addressOf: (stage: string) => string;
}

/** The whole pipeline as one thread: how many ideas stand at each station now, each station a way to them. */
export function PipelineThread({ counts, addressOf }: PipelineThreadProps) {
  const t = useUiWords();
  const v = useVocabulary();
  return (
    <div>
      <ol className={css.stations} aria-label={t('thread.label')}>
        {STAGES.map((stage) => {
          const count = counts.find((each) => each.stage === stage)?.count ?? 0;
          return (
            <li key={stage} className={css.station}>
              <Link to={addressOf(stage)} className={css.link}>
                <span className={css.count} data-number="">
                  {count}
                </span>
                <span className={css.knot} aria-hidden="true" />
                <span className={css.name}>
                  <span className={css.hidden}>{t('thread.ideas', { count })} </span>
                  {v.stage(stage)}
                </span>
              </Link>
              <p className={css.meaning}>{v.stageMeaning(stage)}</p>
            </li>
          );
        })}
      </ol>
      <svg className={css.loop} viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M917 0 V12 Q917 34 880 34 H120 Q83 34 83 12 V4" fill="none" vectorEffect="non-scaling-stroke" />
      </svg>
      <p className={css.loopText}>{t('thread.loop')}</p>
    </div>
  );
}
