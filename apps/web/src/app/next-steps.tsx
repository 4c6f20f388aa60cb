import { Link } from '../lib/router.js';
import { PerspectiveTag } from '../ui/perspective.js';
import { Section } from '../ui/layout.js';
import css from './next-steps.module.css';
import { useFrontWords } from './front-words.js';

const STEPS = [
  { perspective: 'PRACTITIONER', word: 'practitioner', to: '/ideas/new' },
  { perspective: 'LIVED_EXPERIENCE', word: 'livedExperience', to: '/ideas' },
  { perspective: 'TECHNOLOGIST', word: 'technologist', to: '/components' },
  { perspective: 'FUNDER', word: 'funder', to: '/mandates' },
  { perspective: 'PUBLIC', word: 'public', to: '/commons' },
] as const;

/** One next step for each kind of visitor, none of them needing an account to begin with. */
export function NextSteps() {
  const t = useFrontWords();
  return (
    <Section heading={t('steps.title')} id="next-steps">
      <ul className={css.steps}>
        {STEPS.map(({ perspective, word, to }) => (
          <li key={perspective} className={css.step}>
            <PerspectiveTag perspective={perspective} />
            <p className={css.what}>{t(`steps.${word}`)}</p>
            <Link to={to} className={css.go}>
              {t(`steps.${word}.go`)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
