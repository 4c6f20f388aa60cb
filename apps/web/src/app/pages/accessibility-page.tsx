import { definePage } from '../../lib/page.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { useAccessibilityWords } from '../accessibility-words.js';

export const page = definePage({
  head: (_, { i18n }) => {
    const t = useAccessibilityWords.of(i18n);
    return { title: t('accessibility.title'), description: t('accessibility.lead') };
  },
  Component: AccessibilityPage,
});

/** What people can count on, what was tested, what is not good enough yet, and whom to tell. */
function AccessibilityPage() {
  const t = useAccessibilityWords();
  return (
    <PageBody width="narrow">
      <PageHead title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <Section heading={t('accessibility.use')} id="use">
        <ul>
          <li>{t('accessibility.use.keyboard')}</li>
          <li>{t('accessibility.use.reader')}</li>
          <li>{t('accessibility.use.zoom')}</li>
          <li>{t('accessibility.use.colour')}</li>
          <li>{t('accessibility.use.motion')}</li>
          <li>{t('accessibility.use.script')}</li>
        </ul>
      </Section>
      <Section heading={t('accessibility.standard')} id="standard">
        <p>{t('accessibility.standard.text')}</p>
      </Section>
      <Section heading={t('accessibility.tell')} id="tell">
        <p>{t('accessibility.tell.text')}</p>
      </Section>
    </PageBody>
  );
}
