import type { ReactNode } from 'react';
import { Link } from '../lib/router.js';
import css from './breadcrumb.module.css';
import { useUiWords } from './words.js';

interface BreadcrumbProps {
  readonly trail: readonly { readonly to: string; readonly label: ReactNode }[];
  /** The page one is on. */
  readonly here: ReactNode;
}

/** Where this page stands, and the way up. */
export function Breadcrumb({ trail, here }: BreadcrumbProps) {
  const t = useUiWords();
  return (
    <nav aria-label={t('breadcrumb')} className={css.breadcrumb}>
      <ol>
        {trail.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
