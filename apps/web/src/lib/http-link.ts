import { ApolloLink, Observable } from '@apollo/client';
import { HttpLink } from '@apollo/client/link/http';
import { OperationTypeNode } from 'graphql';
import { hashOf } from './apollo.js';
import { DEVELOPMENT } from './development.js';

/**
 * Sends operations to the server by hash. Queries whose variables all come from the page's address go by
 * GET, so that they can be shared and cached; anything somebody typed goes by POST and never enters an address.
 */
export function createHttpLink(): ApolloLink {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  return ApolloLink.split(
    (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
    subscriptions(),
    trusted().concat(http),
  );
}

function trusted(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { fromAddress } = operation.getContext() as { fromAddress?: boolean };
    // The development server takes the text, so that an edited document needs no registration.
    if (!DEVELOPMENT) {
      operation.extensions['persistedQuery'] = { version: 1, sha256Hash: hashOf(operation) };
    }
    operation.setContext({
      http: { includeQuery: DEVELOPMENT, includeExtensions: true },
      fetchOptions: { method: fromAddress ? 'GET' : 'POST' },
      // No form and no picture on another site can send this header.
      headers: { 'apollo-require-preflight': '1' },
    });
    return forward(operation);
  });
}

/** Opens the web socket when the first subscription starts; its code is not part of a page's first load. */
function subscriptions(): ApolloLink {
  let opened: Promise<ApolloLink> | undefined;
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let stopped = false;
        let subscription: { unsubscribe(): void } | undefined;
        opened ??= import('./subscription-link.js').then((module) => module.createSubscriptionLink());
        opened.then(
          (link) => {
            if (!stopped) subscription = link.request(operation, forward).subscribe(observer);
          },
          (error: unknown) => observer.error(error),
        );
        return () => {
          stopped = true;
          subscription?.unsubscribe();
        };
      }),
  );
}
