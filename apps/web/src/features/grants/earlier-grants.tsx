import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Link } from '../../lib/router.js';
import { Section, Stack } from '../../ui/layout.js';
import { GrantsTable, GrantSums } from './grants-table.js';
import { useGrantWords } from './words.js';

export const EarlierGrants_organisation = graphql(`
  fragment EarlierGrants_organisation on Organisation {
    id
    slug
    name
    earlierGrantSums {
      grants
      amount {
        minorUnits
        currency
        decimals
      }
      firstOn
      lastOn
    }
    earlierGrants(first: 3) {
      nodes {
        id
        grantId
        title
        recipient
        amount {
          minorUnits
          currency
          decimals
        }
        awardedOn
      }
    }
  }
`);

interface EarlierGrantsProps {
  readonly organisation: FragmentType<typeof EarlierGrants_organisation>;
}

/** Beside an open offer: what the funder gave elsewhere before, in short. Nothing where it has not shown it. */
export function EarlierGrants({ organisation }: EarlierGrantsProps) {
  const t = useGrantWords();
  const data = useFragmentData(EarlierGrants_organisation, organisation);
  if (data === null || data.earlierGrantSums.length === 0) return null;
  const title = t('title', { name: data.name });
  return (
    <Section heading={title} id="before">
      <Stack gap={3}>
        <GrantSums sums={data.earlierGrantSums} />
        <GrantsTable caption={title} grants={data.earlierGrants.nodes} />
        <p>
          <Link to={`/organisations/${data.slug}/earlier-grants`}>{t('all')}</Link>
        </p>
      </Stack>
    </Section>
  );
}
