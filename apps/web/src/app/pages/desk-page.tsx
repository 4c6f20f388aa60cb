import { DeskOrganisations } from '../../features/organisations/desk-organisations.js';
import { DeskApprovals } from '../../features/pledges/desk-approvals.js';
import { DeskReturns } from '../../features/returns/desk-returns.js';
import { DeskMoney } from '../../features/tranches/desk-money.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { useDeskWords } from '../desk-words.js';

// Each feature that has something waiting adds a fragment on the viewer and its section below, most urgent first.
const DeskDocument = graphql(`
  query Desk {
    viewer {
      id
      person {
        id
        name
      }
      ...DeskApprovals_viewer
      ...DeskMoney_viewer
      ...DeskReturns_viewer
      ...DeskOrganisations_viewer
    }
  }
`);

export const page = definePage({
  operation: () => operation(DeskDocument, {}),
  public: false,
  found: (data) => data.viewer != null,
  head: (_data, { i18n }) => ({ title: useDeskWords.of(i18n)('title'), noIndex: true }),
  Component: ({ data: { viewer } }) => {
    const t = useDeskWords();
    if (viewer == null) return null;
    return (
      <PageBody>
        <PageHead title={t('title')} lead={t('lead', { name: viewer.person.name })} />
        <DeskApprovals viewer={viewer} />
        <DeskMoney viewer={viewer} />
        <DeskReturns viewer={viewer} />
        <DeskOrganisations viewer={viewer} />
      </PageBody>
    );
  },
});
