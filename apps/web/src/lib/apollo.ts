import { ApolloClient, InMemoryCache, type ApolloLink } from '@apollo/client';
import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';
import { possibleTypes } from '../gql/possible-types.js';

declare module '@apollo/client' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

/**
 * Objects without an identity are part of the object that holds them; they merge instead of replacing each other. Without
 * it, a page that is got ready because a pointer rests on its link takes from the page that is being read what it did not
 * ask for itself.
 */
const VALUES = [
  'Query',
  'Viewer',
  'Pipeline',
  'IdeaSupport',
  'Gate',
  'BankLineViewerCan',
  'CallPartViewerCan',
  'CommentViewerCan',
  'CommonsAgreementViewerCan',
  'ComponentUseViewerCan',
  'ComponentViewerCan',
  'EntryViewerCan',
  'FundingRoundViewerCan',
  'IdeaViewerCan',
  'MandateViewerCan',
  'MergeViewerCan',
  'ObligationViewerCan',
  'OrganisationViewerCan',
  'PaymentViewerCan',
  'PledgeViewerCan',
  'ReuseOfferViewerCan',
  'TrancheViewerCan',
  'VentureViewerCan',
];

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: Object.fromEntries(VALUES.map((name) => [name, { merge: true }])),
  });
}

export function createClient(options: { link: ApolloLink; cache?: InMemoryCache; onServer?: boolean }): ApolloClient {
  return new ApolloClient({
    link: options.link,
    cache: options.cache ?? createCache(),
    dataMasking: true,
    ssrMode: options.onServer ?? false,
    clientAwareness: { name: 'openimpact-web' },
  });
}

/** The SHA-256 of an operation's text, put beside it when it was generated. */
export function hashOf(operation: Pick<ApolloLink.Operation, 'query' | 'operationName'>): string {
  const meta = (operation.query as { __meta__?: { hash?: string } }).__meta__;
  if (meta?.hash === undefined) throw new Error(`Operation ${operation.operationName} has no hash: generate again.`);
  return meta.hash;
}
