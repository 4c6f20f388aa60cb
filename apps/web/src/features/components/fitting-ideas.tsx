import { Link } from '../../lib/router.js';

import { useVocabulary } from '../../lib/vocabulary.js';
import css from './new-component.module.css';
import { useComponentWords } from './words.js';

interface FittingIdeasProps {
  readonly ideas: readonly {
    readonly words: readonly string[];
    readonly themes: readonly string[];
    readonly idea: { readonly id: string; readonly slug: string; readonly title: string; readonly language: string };
  }[];
}

/** Ideas that something may fit, each with the words and themes that matched: a person judges the rest. */
export function FittingIdeas({ ideas }: FittingIdeasProps) {
  const t = useComponentWords();
  const v = useVocabulary();
  return (
    <ul className={css.fits}>
      {ideas.map(({ idea, words, themes }) => (
        <li key={idea.id}>
          <Link to={`/ideas/${idea.slug}#reuse`} lang={idea.language}>
            {idea.title}
          </Link>
          <span>
            {[
              words.length === 0 ? null : t('fits.words', { words: words.join(', ') }),
              themes.length === 0
                ? null
                : t('fits.themes', { themes: themes.map((theme) => v.theme(theme)).join(', ') }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
