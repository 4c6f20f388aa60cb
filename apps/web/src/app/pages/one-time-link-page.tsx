import { definePage, type PageProps } from '../../lib/page.js';
import { oneTimeLink } from '../../lib/session.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { useAccountWords } from '../account-words.js';
import button from '../../ui/button.module.css';

export const page = definePage({
  head: (_, { i18n }) => ({ title: useAccountWords.of(i18n)('signIn.title'), noIndex: true }),
  Component: OneTimeLinkPage,
});

/** Where the link of a mail leads. A person presses on; a program that only looks at links uses nothing up. */
function OneTimeLinkPage({ search }: PageProps<undefined>) {
  const t = useAccountWords();
  const address = oneTimeLink(search.get('token') ?? '', search.get('to') ?? '/');
  return (
    <PageBody width="narrow">
      <PageHead
        title={t('signIn.title')}
        lead={t('oneTimeLink.lead')}
        actions={
          <a href={address} className={`${button.button} ${button.primary}`}>
            {t('oneTimeLink.submit')}
          </a>
        }
      />
    </PageBody>
  );
}
