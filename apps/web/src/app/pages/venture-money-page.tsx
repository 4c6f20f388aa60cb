import type { ResultOf } from '@graphql-typed-document-node/core';
import { NoMoneyYet, RoundMoney } from '../../features/tranches/round-money.js';
import { headOf, VentureFrame } from '../../features/ventures/venture-frame.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';

const VentureMoneyDocument = graphql(`
  query VentureMoney($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      ...VentureFrame_venture
    }
    fundingRounds(first: 20, filter: { venture: $slug }) {
      nodes {
        id
        ...RoundMoney_round
      }
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(VentureMoneyDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'money'),
  Component: VentureMoneyPage,
});

function VentureMoneyPage({ data: { venture, fundingRounds } }: PageProps<ResultOf<typeof VentureMoneyDocument>>) {
  if (venture == null) return null;
  return (
    <VentureFrame venture={venture}>
      {fundingRounds.nodes.length === 0 ? <NoMoneyYet /> : null}
      {fundingRounds.nodes.map((round) => (
        <RoundMoney key={round.id} round={round} />
      ))}
    </VentureFrame>
  );
}
