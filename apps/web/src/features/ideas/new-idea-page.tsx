import { definePage } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { NewIdeaForm } from './new-idea-form.js';
import { useIdeaWords } from './words.js';

export const page = definePage({
  head: (_data, { i18n }) => ({
    title: useIdeaWords.of(i18n)('new.title'),
    description: useIdeaWords.of(i18n)('new.lead'),
  }),
  Component: () => {
    const t = useIdeaWords();
    return (
      <PageBody>
        <PageHead title={t('new.title')} lead={t('new.lead')} />
        <NewIdeaForm />
      </PageBody>
    );
  },
});
