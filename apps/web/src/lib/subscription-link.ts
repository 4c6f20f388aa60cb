import type { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

/** Live updates over a web socket on the same address as everything else; reconnects by itself. */
export function createSubscriptionLink(): ApolloLink {
  const address = new URL('/graphql', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return new GraphQLWsLink(
    createClient({ url: address.href, lazy: true, retryAttempts: Infinity, shouldRetry: () => true }),
  );
}
