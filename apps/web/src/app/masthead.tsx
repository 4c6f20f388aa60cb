import { Link, NavLink, useLocation } from '../lib/router.js';
import { LinkButton } from '../ui/button.js';
import { ThreadMark } from '../ui/thread-mark.js';
import { AccountMenu, type AccountMenuProps } from './account-menu.js';
import { later } from '../lib/later.js';
import css from './masthead.module.css';
import { PLACES } from './places.js';
import { PRODUCT } from './product.js';
import { useAppWords } from './words.js';

// Only who is signed in has news.
const NewsLink = later(() => import('./news-link.js').then((link) => link.NewsLink));

interface MastheadProps extends AccountMenuProps {
  /** Null while nobody is signed in. */
  readonly news: { readonly viewerId: string; readonly unread: number } | null;
}

/** Name, places, the one thing anybody can do, and who is reading. Works without JavaScript. */
export function Masthead({ news, ...account }: MastheadProps) {
  const t = useAppWords();
  const { pathname } = useLocation();
  return (
    <header className={css.masthead}>
      <div className={css.inner}>
        <Link to="/" className={css.name} aria-label={t('home', { product: PRODUCT })}>
          <ThreadMark />
          {PRODUCT}
        </Link>
        <nav aria-label={t('nav.label')} className={css.desk}>
          <Places />
        </nav>
        {/* Another page closes it. Only one of the two is ever there, for the eye and for the ear. */}
        <details key={pathname} className={css.phone} data-screen-only>
          <summary>{t('menu')}</summary>
          <nav aria-label={t('nav.label')}>
            <Places />
          </nav>
        </details>
        <div className={css.account} data-screen-only>
          <LinkButton to="/ideas/new" look="primary" small>
            {t('logAnIdea')}
          </LinkButton>
          {news === null ? null : <NewsLink {...news} />}
          <AccountMenu {...account} />
        </div>
      </div>
    </header>
  );
}

function Places() {
  const t = useAppWords();
  return (
    <ul className={css.places}>
      {PLACES.map(({ to, word }) => (
        <li key={to}>
          <NavLink to={to}>{t(word)}</NavLink>
        </li>
      ))}
    </ul>
  );
}
