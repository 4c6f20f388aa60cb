import { Link } from '../lib/router.js';
import { useSite } from '../lib/site.js';
import css from './footer.module.css';
import { LanguageSwitch } from './language-switch.js';
import { PRODUCT } from './product.js';
import { ThemeSwitch } from './theme-switch.js';
import { useAppWords } from './words.js';

/** What this is, where its source is, and how it can be read. */
export function Footer() {
  const t = useAppWords();
  const { sourceUrl, demonstration } = useSite();
  return (
    <footer className={css.footer}>
      <div className={css.inner}>
        <p className={css.about}>
          <strong>{PRODUCT}</strong> {t('footer.about')}
        </p>
        {demonstration ? <p className={css.demonstration}>{t('footer.demonstration')}</p> : null}
        <ul className={css.links}>
          {sourceUrl === null ? null : (
            <li>
              <a href={sourceUrl}>{t('footer.source')}</a>
            </li>
          )}
          <li>
            <Link to="/data">{t('footer.data')}</Link>
          </li>
          <li>
            <Link to="/transparency">{t('footer.transparency')}</Link>
          </li>
          <li>
            <Link to="/terms">{t('footer.terms')}</Link>
          </li>
          <li>
            <Link to="/privacy">{t('footer.privacy')}</Link>
          </li>
          <li>
            <Link to="/accessibility">{t('footer.accessibility')}</Link>
          </li>
        </ul>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </footer>
  );
}
