import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Table } from '../../ui/table.js';
import { useAccessibilityWords } from '../accessibility-words.js';

const WhomToTellDocument = graphql(`
  query WhomToTell {
    installationPage(name: ACCESSIBILITY) {
      text
    }
  }
`);

export const page = definePage({
  operation: () => operation(WhomToTellDocument, {}),
  head: (_, { i18n }) => {
    const t = useAccessibilityWords.of(i18n);
    return { title: t('accessibility.title'), description: t('accessibility.lead') };
  },
  Component: AccessibilityPage,
});

/** The commands are the same in every language. */
const TESTED = [
  ['rules', 'npm run shots'],
  ['keyboard', 'npm run test:keyboard'],
  ['zoom', 'npm test -- --only journeys'],
  ['eyes', 'npm test -- --only journeys'],
] as const;

const KNOWN = ['people', 'browser', 'files', 'drawings', 'words'] as const;

/** What people can count on, what was tested, what is not good enough yet, and whom to tell. */
function AccessibilityPage({ data: { installationPage } }: PageProps<ResultOf<typeof WhomToTellDocument>>) {
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
      <Section heading={t('accessibility.tell')} id="tell">
        <p>{t('accessibility.tell.text')}</p>
        {installationPage == null ? (
          <p>{t('accessibility.tell.nobody')}</p>
        ) : (
          <Markdown text={installationPage.text} headingLevel={3} />
        )}
      </Section>
      <Section heading={t('accessibility.standard')} id="standard">
        <p>{t('accessibility.standard.text')}</p>
      </Section>
      <Section heading={t('accessibility.tested')} id="tested">
        <p>{t('accessibility.tested.lead')}</p>
        <Table
          caption={t('accessibility.tested')}
          hideCaption
          columns={[
            { key: 'what', label: t('accessibility.tested.what') },
            { key: 'how', label: t('accessibility.tested.how') },
          ]}
          rows={TESTED.map(([what, command]) => ({
            id: what,
            cells: {
              what: t(`accessibility.tested.${what}`),
              how: (
                <>
                  {t(`accessibility.tested.${what}.how`)} <code>{command}</code>
                </>
              ),
            },
          }))}
        />
      </Section>
      <Section heading={t('accessibility.known')} id="known">
        <ul>
          {KNOWN.map((what) => (
            <li key={what}>{t(`accessibility.known.${what}`)}</li>
          ))}
        </ul>
      </Section>
    </PageBody>
  );
}
