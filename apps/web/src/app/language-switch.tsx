import { useLingui } from '@lingui/react';
import { rememberLanguage } from '../lib/preferences.js';
import { LOCALES, type Locale } from '../lib/words.js';
import css from './footer.module.css';
import { useAppWords } from './words.js';

/** Each in its own words, so that whoever speaks it finds it. */
const NAMES = { en: 'English', ms: 'Bahasa Melayu' } as const satisfies Record<Locale, string>;

/** The language of the site's own words. What people wrote stays in theirs. */
export function LanguageSwitch() {
  const t = useAppWords();
  const { i18n } = useLingui();
  const here = LOCALES.find((locale) => i18n.locale.startsWith(locale));
  return (
    <label className={css.theme} data-screen-only>
      {t('language')}
      <select value={here} onChange={(event) => rememberLanguage(event.target.value)}>
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {NAMES[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
