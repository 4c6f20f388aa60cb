import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Columns, Stack } from '../../ui/layout.js';
import { Safety } from './safety.js';
import { TheTable } from './the-table.js';
import { Members, Team } from './together.js';
import { headOf, VentureFrame } from './venture-frame.js';

// What the team does here; its code comes when somebody of the team gets near it.
const Invitations = later(() => import('./invitations.js').then((part) => part.Invitations));

const TeamDocument = graphql(`
  query VentureTeam($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      viewerCan {
        coordinate {
          allowed
        }
      }
      ...VentureFrame_venture
      ...TheTable_venture
      ...Team_venture
      ...Members_venture
      ...Safety_venture
      ...Invitations_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(TeamDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'team'),
  Component: TeamPage,
});

function TeamPage({ data: { venture } }: PageProps<ResultOf<typeof TeamDocument>>) {
  if (venture == null) return null;
  return (
    <VentureFrame venture={venture}>
      <TheTable venture={venture} />
      {venture.viewerCan.coordinate.allowed ? <Invitations venture={venture} /> : null}
      <Columns>
        <Team venture={venture} />
        <Stack gap={7}>
          <Members venture={venture} />
          <Safety venture={venture} />
        </Stack>
      </Columns>
    </VentureFrame>
  );
}
