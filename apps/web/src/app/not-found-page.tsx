import { LinkButton } from '../ui/button.js';
import { PageBody, PageHead } from '../ui/layout.js';
import { useAppWords } from './words.js';

/** For an address that leads nowhere, and for what the reader may not see: the two look the same. */
export function NotFoundPage() {
  const t = useAppWords();
  return (
    <PageBody width="narrow">
      <PageHead
        title={t('notFound.title')}
        lead={t('notFound.text')}
        actions={<LinkButton to="/">{t('notFound.home')}</LinkButton>}
      />
    </PageBody>
  );
}
