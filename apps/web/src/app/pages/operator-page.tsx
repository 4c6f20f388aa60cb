import { graphql } from '../../gql/index.js';
import type { InstallationPageName } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useOperatorWords } from '../operator-words.js';

const InstallationPageDocument = graphql(`
  query InstallationPage($name: InstallationPageName!) {
    installationPage(name: $name) {
      text
      changedAt
    }
  }
`);

/** A page in the words of whoever runs the installation; until they wrote it, what the software does by itself. */
export function operatorPage(name: Exclude<InstallationPageName, 'ACCESSIBILITY'>) {
  return definePage({
    operation: () => operation(InstallationPageDocument, { name }),
    head: (_data, { i18n }) => ({ title: useOperatorWords.of(i18n)(`${name}.title`) }),
    Component: ({ data: { installationPage } }) => {
      const t = useOperatorWords();
      return (
        <PageBody width="narrow">
          <PageHead title={t(`${name}.title`)} />
          {installationPage == null ? (
            <>
              <Notice tone="attention" title={t('unwritten')}>
                <p>{t('unwritten.text')}</p>
              </Notice>
              <Markdown text={t(`${name}.software`)} headingLevel={2} />
            </>
          ) : (
            <>
              <Markdown text={installationPage.text} headingLevel={2} />
              <p>{t.rich('changed', {}, { day: <Day on={installationPage.changedAt} /> })}</p>
            </>
          )}
        </PageBody>
      );
    },
  });
}
