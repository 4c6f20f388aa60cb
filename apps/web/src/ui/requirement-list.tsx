import { cx } from './class-names.js';
import css from './requirement-list.module.css';
import { useUiWords } from './words.js';

/** Something that has to be true, and whether it is, as the API gives it. */
export interface Requirement {
  readonly code: string;
  readonly message: string;
  readonly met: boolean;
  readonly current?: string | null;
  readonly needed?: string | null;
  readonly path?: readonly string[] | null;
}

interface RequirementListProps {
  readonly requirements: readonly Requirement[];
  /** `checklist`: all of a gate, met and not; `problems`: what is in the way, beside a field or a form. */
  readonly look?: 'checklist' | 'problems';
  readonly label?: string;
  readonly id?: string;
}

/** The one way in which the product says what is still needed. */
export function RequirementList({ requirements, look = 'checklist', label, id }: RequirementListProps) {
  const t = useUiWords();
  if (requirements.length === 0) return null;
  return (
    <ul className={cx(css.list, css[look])} aria-label={label} id={id}>
      {requirements.map((requirement, index) => (
        <li key={`${requirement.code}-${index}`} className={requirement.met ? css.met : css.missing}>
          <span className={css.mark}>
            <Mark met={requirement.met} />
            <span className={css.state}>{requirement.met ? t('requirement.met') : t('requirement.missing')}</span>
          </span>
          <span>
            {requirement.message}
            <Figures requirement={requirement} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Figures({ requirement: { current, needed, met } }: { readonly requirement: Requirement }) {
  const t = useUiWords();
  if (current != null && needed != null) {
    return (
      <span className={css.figures}>
        {' '}
        {t(met ? 'requirement.reached' : 'requirement.figures', { current, needed })}
      </span>
    );
  }
  return current == null ? null : <span className={css.figures}> {t('requirement.current', { current })}</span>;
}

function Mark({ met }: { readonly met: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" aria-hidden="true" focusable="false">
      {met ? (
        <>
          <circle cx="9" cy="9" r="8.25" fill="currentColor" stroke="currentColor" strokeWidth="1.5" />
          <path
            d="m5 9.4 2.8 2.8L13.2 6.4"
            stroke="var(--paper)"
            strokeWidth="2.2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : (
        <circle cx="9" cy="9" r="8" stroke="currentColor" strokeWidth="2" strokeDasharray="4.2 2.1" />
      )}
    </svg>
  );
}
