import { Link, useLocation } from '../lib/router.js';

import css from './report-link.module.css';
import { useUiWords } from './words.js';

/** A way to tell the site team, beside whatever somebody wrote. A link, so that it works before anything else does. */
export function ReportLink({ about }: { readonly about: string }) {
  const t = useUiWords();
  const { pathname } = useLocation();
  return (
    <Link className={css.report} rel="nofollow" to={`/report?about=${about}&to=${encodeURIComponent(pathname)}`}>
      {t('report')}
    </Link>
  );
}
