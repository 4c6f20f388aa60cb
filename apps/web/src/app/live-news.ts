import type { ApolloClient } from '@apollo/client';

import { graphql } from '../gql/index.js';

const NewsArrivedDocument = graphql(`
  subscription NewsArrived {
    notificationAdded {
      id
      read
    }
  }
`);

/** Counts up what arrives. Where there is no connection for it, the next page tells the count. */
export function countNews(client: ApolloClient, viewerId: string, most: number): () => void {
  const arriving = client.subscribe({ query: NewsArrivedDocument }).subscribe({
    next: () =>
      void client.cache.modify({
        id: client.cache.identify({ __typename: 'Viewer', id: viewerId }),
        fields: { unreadNotifications: (count: number) => Math.min(most, count + 1) },
      }),
    error: () => undefined,
  });
  return () => arriving.unsubscribe();
}
