import { useState } from 'react';

import { definePage } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Tabs } from '../../ui/tabs.js';
import { ByHandForm } from './by-hand-form.js';
import { AddressForm, PreviewForm } from './preview-form.js';
import type { Understood } from './preview.js';
import { RegisterForm } from './register-form.js';
import { useComponentWords } from './words.js';

export const page = definePage({
  public: false,
  head: (_data, { i18n }) => ({ title: useComponentWords.of(i18n)('new.title'), noIndex: true }),
  Component: ({ params, search }) => {
    const t = useComponentWords();
    const [understood, setUnderstood] = useState<Understood | null>(null);
    const way = params['way'];
    return (
      <PageBody width="narrow">
        <PageHead title={t('new.title')} lead={understood === null ? t('new.lead') : undefined} />
        {understood === null ? (
          <>
            <Tabs
              label={t('new.ways')}
              tabs={[
                { to: '/components/new', label: t('new.way.file') },
                { to: '/components/new/address', label: t('new.way.address') },
                { to: '/components/new/by-hand', label: t('new.way.hand') },
              ]}
            />
            {way === 'address' ? (
              <AddressForm onUnderstood={setUnderstood} address={search.get('repository') ?? ''} />
            ) : way === 'by-hand' ? (
              <ByHandForm onUnderstood={setUnderstood} />
            ) : (
              <PreviewForm onUnderstood={setUnderstood} />
            )}
          </>
        ) : (
          <RegisterForm understood={understood} onAgain={() => setUnderstood(null)} />
        )}
      </PageBody>
    );
  },
});
