import { Link, NavLink } from 'react-router';
import { LinkButton } from '../ui/button.js';
import { ThreadMark } from '../ui/thread-mark.js';
import { AccountMenu, type AccountMenuProps } from './account-menu.js';
import css from './masthead.module.css';
import { PLACES, type Place } from './places.js';
import { PRODUCT } from './product.js';
import { useAppWords } from './words.js';

/** Name, places, the one thing anybody can do, and who is reading. Works without JavaScript. */
export function Masthead(account: AccountMenuProps) {
  const t = useAppWords();
  const places: readonly Place[] = PLACES;
  return (
    <header className={css.masthead}>
      <div className={css.inner}>
        <Link to="/" className={css.name} aria-label={t('home', { product: PRODUCT })}>
          <ThreadMark />
          {PRODUCT}
        </Link>
        {places.length === 0 ? null : (
          <details className={css.places}>
            <summary>{t('menu')}</summary>
            <nav aria-label={t('nav.label')}>
              <ul>
                {places.map(({ to, word }) => (
                  <li key={to}>
                    <NavLink to={to}>{t(word)}</NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          </details>
        )}
        <div className={css.account}>
          <LinkButton to="/ideas/new" look="primary" small className={css.log}>
            {t('logAnIdea')}
          </LinkButton>
          <AccountMenu {...account} />
        </div>
      </div>
    </header>
  );
}
