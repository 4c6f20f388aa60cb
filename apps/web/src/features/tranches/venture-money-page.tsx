import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { FundersTable } from './funders-table.js';
import { Instalment } from './instalment.js';
import { useTrancheWords } from './words.js';

const VentureMoneyDocument = graphql(`
  query VentureMoney($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      language
    }
    fundingRounds(first: 20, filter: { venture: $slug }) {
      nodes {
        id
        purpose
        ...FundersTable_round
        tranches {
          position
          title
          amount {
            minorUnits
            currency
            decimals
          }
          viewerCan {
            call {
              allowed
              requirements {
                code
                message
                met
                current
                needed
                path
              }
            }
          }
          call {
            id
            ...InstalmentCall_call
          }
        }
        leadOrganisation {
          id
        }
      }
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(VentureMoneyDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: ({ venture }, { i18n }) => ({
    title: useTrancheWords.of(i18n)('page.title', { title: venture?.title ?? '' }),
    canonical: `/ventures/${venture?.slug ?? ''}/money`,
  }),
  Component: ({ data: { venture, fundingRounds } }) => {
    const t = useTrancheWords();
    const v = useVocabulary();
    if (venture == null) return null;
    return (
      <PageBody>
        <Breadcrumb trail={[{ to: `/ventures/${venture.slug}`, label: venture.title }]} here={t('page.here')} />
        <PageHead kicker={<span lang={venture.language}>{venture.title}</span>} title={t('page.here')} />
        {fundingRounds.nodes.length === 0 ? <p>{t('none')}</p> : null}
        <Stack gap={7}>
          {fundingRounds.nodes.map((round) => (
            <Section key={round.id} heading={t('round', { purpose: v.roundPurpose(round.purpose) })}>
              <Stack gap={6}>
                <FundersTable round={round} />
                {round.tranches.map((tranche) => (
                  <Instalment
                    key={tranche.position}
                    roundId={round.id}
                    leadOrganisationId={round.leadOrganisation.id}
                    tranche={tranche}
                  />
                ))}
              </Stack>
            </Section>
          ))}
        </Stack>
      </PageBody>
    );
  },
});
