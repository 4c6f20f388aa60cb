import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react';
import { useState } from 'react';

import { graphql } from '../gql/index.js';
import { rememberLanguage } from '../lib/preferences.js';
import { useViewer } from '../lib/viewer.js';
import { LANGUAGE_NAMES, LOCALES, localeOf } from '../lib/words.js';
import css from './footer.module.css';
import { useAppWords } from './words.js';

const ReadInDocument = graphql(`
  mutation ReadIn($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      __typename
    }
  }
`);

/** The language of the site's own words, and of mail to whoever is signed in. What people wrote stays in theirs. */
export function LanguageSwitch() {
  const t = useAppWords();
  const { i18n } = useLingui();
  const client = useApolloClient();
  const { person } = useViewer();
  const [chosen, setChosen] = useState(localeOf(i18n.locale));

  async function read(language: string) {
    setChosen(localeOf(language));
    // Without a connection the pages change all the same; mail follows from the settings.
    if (person !== null) {
      await client.mutate({ mutation: ReadInDocument, variables: { input: { language } } }).catch(() => undefined);
    }
    rememberLanguage(language);
  }

  return (
    <label className={css.theme} data-screen-only>
      {t('language')}
      <select value={chosen} onChange={(event) => void read(event.target.value)}>
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {LANGUAGE_NAMES[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
