import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { useMandateWords } from './words.js';

export const DeskOffers_viewer = graphql(`
  fragment DeskOffers_viewer on Viewer {
    id
    organisations {
      organisation {
        id
        slug
        name
        mandates(first: 20) {
          nodes {
            id
            slug
            title
            language
            available {
              minorUnits
              currency
              decimals
            }
          }
        }
      }
    }
  }
`);

/** On somebody's desk: the open offers of their organisations, each with the way to the ideas that fit it. */
export function DeskOffers({ viewer }: { readonly viewer: FragmentType<typeof DeskOffers_viewer> }) {
  const data = useFragmentData(DeskOffers_viewer, viewer);
  return data === null
    ? null
    : data.organisations.map(({ organisation }) => <OffersOf key={organisation.id} organisation={organisation} />);
}

type OwnOrganisation = ResultOf<typeof DeskOffers_viewer>['organisations'][number]['organisation'];

function OffersOf({ organisation }: { readonly organisation: OwnOrganisation }) {
  const t = useMandateWords();
  const offers = organisation.mandates.nodes;
  if (offers.length === 0) return null;
  return (
    <Section heading={t('desk.title', { organisation: organisation.name })}>
      <Stack as="ul" gap={3}>
        {offers.map((offer) => (
          <li key={offer.id}>
            {t.rich(
              'desk.offer',
              { title: offer.title },
              {
                link: <Link to={`/mandates/${offer.slug}`} lang={offer.language} />,
                available: <Amount of={offer.available} />,
              },
            )}
          </li>
        ))}
      </Stack>
      <p>
        <Link to={`/organisations/${organisation.slug}/portfolio`}>{t('desk.portfolio')}</Link>
      </p>
    </Section>
  );
}
