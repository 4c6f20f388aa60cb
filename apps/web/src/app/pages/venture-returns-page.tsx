import type { ResultOf } from '@graphql-typed-document-node/core';
import { headOf, VentureFrame } from '../../features/ventures/venture-frame.js';
import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';

// Drawn with the page on the server; its code comes after the page’s.
const ReturnsPart = later(() => import('../../features/returns/returns-part.js').then((part) => part.ReturnsPart));

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
