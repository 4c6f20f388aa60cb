import { useState } from 'react';

import { definePage } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { PreviewForm, type Understood } from './preview-form.js';
import { RegisterForm } from './register-form.js';
import { useComponentWords } from './words.js';

export const page = definePage({
  public: false,
  head: (_data, { i18n }) => ({ title: useComponentWords.of(i18n)('new.title'), noIndex: true }),
  Component: () => {
    const t = useComponentWords();
    const [understood, setUnderstood] = useState<Understood | null>(null);
    return (
      <PageBody width="narrow">
        <PageHead title={t('new.title')} lead={understood === null ? t('new.lead') : undefined} />
        {understood === null ? (
          <PreviewForm onUnderstood={setUnderstood} />
        ) : (
          <RegisterForm understood={understood} onAgain={() => setUnderstood(null)} />
        )}
      </PageBody>
    );
  },
});
