import { Link } from '../../lib/router.js';
import { DeskOrganisations, DeskOrganisationsWaiting } from '../../features/organisations/desk-organisations.js';
import { graphql } from '../../gql/index.js';
import type { DeskQuery } from '../../gql/graphql.js';
import { later } from '../../lib/later.js';
import { definePage, operation } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Columns, PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { useDeskWords } from '../desk-words.js';

// Drawn with the page on the server; what does not wait for somebody costs them little.
const DeskApprovals = later(() =>
  import('../../features/pledges/desk-approvals.js').then((part) => part.DeskApprovals),
);
const DeskMoney = later(() => import('../../features/tranches/desk-money.js').then((part) => part.DeskMoney));
const DeskReturns = later(() => import('../../features/returns/desk-returns.js').then((part) => part.DeskReturns));
const DeskComponents = later(() =>
  import('../../features/components/desk-components.js').then((part) => part.DeskComponents),
);
const DeskTryAddress = later(() =>
  import('../../features/components/desk-components.js').then((part) => part.DeskTryAddress),
);
const DeskLeads = later(() => import('../../features/ideas/desk-leads.js').then((part) => part.DeskLeads));
const DeskOffers = later(() => import('../../features/mandates/desk-offers.js').then((part) => part.DeskOffers));

// Each feature that has something waiting adds a fragment on the viewer and its section below, most urgent first.
const DeskDocument = graphql(`
  query Desk {
    viewer {
      id
      person {
        id
        name
      }
      approvalsWaiting {
        id
      }
      paymentsDue {
        id
      }
      receiptsToConfirm {
        id
      }
      promisesDue {
        id
      }
      returnsToCheck {
        id
      }
      toConfirm {
        id
      }
      toVerify {
        id
      }
      invitations {
        id
      }
      leadQuestions {
        id
      }
      ...DeskLeads_viewer
      ...DeskApprovals_viewer
      ...DeskMoney_viewer
      ...DeskReturns_viewer
      ...DeskOffers_viewer
      ...DeskComponents_viewer
      ...DeskOrganisations_viewer
    }
    stewardQueue {
      risksWaiting
      reports {
        id
      }
      heldPosts {
        id
      }
      signals {
        id
      }
      proposals {
        id
      }
    }
    openAppeals(first: 50) {
      nodes {
        id
      }
    }
    pipeline {
      stages {
        stage
        count
      }
    }
  }
`);

/** The stations where an idea waits for people who do not know of it yet. */
const CALLS = ['LOGGED', 'SUPPORTED', 'FUNDING', 'DELIVERY'] as const;

export const page = definePage({
  operation: () => operation(DeskDocument, {}),
  public: false,
  found: (data) => data.viewer != null,
  head: (_data, { i18n }) => ({ title: useDeskWords.of(i18n)('title'), noIndex: true }),
  Component: ({ data: { viewer, pipeline, stewardQueue, openAppeals } }) => {
    const t = useDeskWords();
    if (viewer == null) return null;
    const waiting = [
      viewer.approvalsWaiting,
      viewer.paymentsDue,
      viewer.receiptsToConfirm,
      viewer.promisesDue,
      viewer.returnsToCheck,
      viewer.toConfirm,
      viewer.toVerify,
      viewer.invitations,
      viewer.leadQuestions,
    ].flat();
    return (
      <PageBody>
        <PageHead title={t('title')} lead={t('lead', { name: viewer.person.name })} />
        <Columns kind="aside">
          <Stack gap={7}>
            {waiting.length === 0 ? <p>{t('nothing')}</p> : null}
            {stewardQueue == null ? null : (
              <Section heading={t('siteTeam.title')} id="site-team">
                <p>{t('siteTeam.text', { count: waitingFor(stewardQueue) + openAppeals.nodes.length })}</p>
                <LinkButton to="/desk/site-team">{t('siteTeam.open')}</LinkButton>
              </Section>
            )}
            <DeskApprovals viewer={viewer} />
            <DeskMoney viewer={viewer} />
            <DeskReturns viewer={viewer} />
            <DeskLeads viewer={viewer} />
            <DeskOrganisationsWaiting viewer={viewer} />
            <DeskOffers viewer={viewer} />
            <DeskComponents viewer={viewer} />
          </Stack>
          <Stack gap={7}>
            <Section heading={t('next.title')}>
              <Stack as="ul" gap={3}>
                {CALLS.map((stage) => (
                  <li key={stage}>
                    {t.rich(
                      `next.${stage}`,
                      { count: pipeline.stages.find((each) => each.stage === stage)?.count ?? 0 },
                      { link: <Link to={stage === 'DELIVERY' ? '/ventures' : `/ideas?stage=${stage}`} /> },
                    )}
                  </li>
                ))}
              </Stack>
            </Section>
            <DeskTryAddress />
            <DeskOrganisations viewer={viewer} />
          </Stack>
        </Columns>
      </PageBody>
    );
  },
});

type StewardQueue = NonNullable<DeskQuery['stewardQueue']>;

function waitingFor({ reports, heldPosts, signals, proposals }: StewardQueue): number {
  return reports.length + heldPosts.length + signals.length + proposals.length;
}
