import type { ResultOf } from '@graphql-typed-document-node/core';
import { Indicators } from '../../features/measurement/indicators.js';
import { UsersSaid } from '../../features/ventures/users-said.js';
import { headOf, VentureFrame } from '../../features/ventures/venture-frame.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';

const VentureProgressDocument = graphql(`
  query VentureProgress($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      ...VentureFrame_venture
      ...UsersSaid_venture
      ...Indicators_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(VentureProgressDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'progress'),
  Component: VentureProgressPage,
});

function VentureProgressPage({ data: { venture } }: PageProps<ResultOf<typeof VentureProgressDocument>>) {
  if (venture == null) return null;
  return (
    <VentureFrame venture={venture}>
      <UsersSaid venture={venture} />
      <Indicators venture={venture} />
    </VentureFrame>
  );
}
