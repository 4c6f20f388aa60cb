import { useState } from 'react';
import { rememberColourScheme, type ColourScheme } from '../lib/preferences.js';
import { useSite } from '../lib/site.js';
import css from './footer.module.css';
import { useAppWords } from './words.js';

/** Light, dark, or whatever the device says. Kept in a cookie so that the first paint is already right. */
export function ThemeSwitch() {
  const t = useAppWords();
  const { colourScheme } = useSite();
  const [choice, setChoice] = useState<ColourScheme | null>(colourScheme);
  const choose = (scheme: ColourScheme | null) => {
    setChoice(scheme);
    rememberColourScheme(scheme);
  };
  return (
    <label className={css.theme} data-screen-only>
      {t('theme')}
      <select value={choice ?? ''} onChange={(event) => choose((event.target.value || null) as ColourScheme | null)}>
        <option value="">{t('theme.device')}</option>
        <option value="light">{t('theme.light')}</option>
        <option value="dark">{t('theme.dark')}</option>
      </select>
    </label>
  );
}
