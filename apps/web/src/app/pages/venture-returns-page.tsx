import type { ResultOf } from '@graphql-typed-document-node/core';
import { ReturnsPart } from '../../features/returns/returns-part.js';
import { headOf, VentureFrame } from '../../features/ventures/venture-frame.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';

const VentureReturnsDocument = graphql(`
  query VentureReturns($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      ...VentureFrame_venture
      ...ReturnsPart_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(VentureReturnsDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'returns'),
  Component: VentureReturnsPage,
});

function VentureReturnsPage({ data: { venture } }: PageProps<ResultOf<typeof VentureReturnsDocument>>) {
  if (venture == null) return null;
  return (
    <VentureFrame venture={venture}>
      <ReturnsPart venture={venture} />
    </VentureFrame>
  );
}
