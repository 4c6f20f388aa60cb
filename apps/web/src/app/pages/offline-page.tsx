import { useEffect, useState } from 'react';
import { Link } from '../../lib/router.js';
import { keptPages, type KeptPage } from '../../lib/kept-pages.js';
import { definePage } from '../../lib/page.js';
import { localAddress } from '../../lib/session.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { useAppWords } from '../words.js';

/** Shown by the service worker in place of a page that was not read before, while there is no connection. */
export const page = definePage({
  head: (_, { i18n }) => ({ title: useAppWords.of(i18n)('offline.title'), noIndex: true }),
  Component: ({ search }) => {
    const t = useAppWords();
    const [kept, setKept] = useState<readonly KeptPage[]>([]);
    // The worker keeps one page for every address, so it is drawn without one first.
    const [to, setTo] = useState<string | null>(null);
    useEffect(() => setTo(search.get('to')), [search]);
    useEffect(() => {
      let isHere = true;
      void keptPages().then((pages) => {
        if (isHere) setKept(pages);
      });
      return () => {
        isHere = false;
      };
    }, []);
    return (
      <PageBody width="narrow">
        <PageHead
          title={t('offline.title')}
          lead={t('offline.text')}
          actions={to === null ? undefined : <LinkButton to={localAddress(to)}>{t('offline.again')}</LinkButton>}
        />
        {kept.length === 0 ? null : (
          <Section heading={t('offline.kept')}>
            <Stack as="ul" gap={3}>
              {kept.map(({ address, title }) => (
                <li key={address}>
                  <Link to={address}>{title}</Link>
                </li>
              ))}
            </Stack>
          </Section>
        )}
      </PageBody>
    );
  },
});
