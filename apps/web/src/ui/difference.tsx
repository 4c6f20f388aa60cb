import { diffWords } from 'diff';
import css from './difference.module.css';
import { VisuallyHidden } from './layout.js';
import { useUiWords } from './words.js';

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
  readonly lang: string;
}

/** What changed between two texts, word by word, said as well as coloured. */
export function Difference({ before, after, lang }: DifferenceProps) {
  const t = useUiWords();
  return (
    <p className={css.difference} lang={lang}>
      {diffWords(before, after).map((part, index) => {
        if (part.added)
          return (
            <ins key={index}>
              <VisuallyHidden>{t('difference.added')} </VisuallyHidden>
              {part.value}
            </ins>
          );
        if (part.removed)
          return (
            <del key={index}>
              <VisuallyHidden>{t('difference.removed')} </VisuallyHidden>
              {part.value}
            </del>
          );
        return <span key={index}>{part.value}</span>;
      })}
    </p>
  );
}
