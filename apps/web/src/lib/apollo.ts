import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';
import { print, type FormattedExecutionResult } from 'graphql';
import { possibleTypes } from '../gql/possible-types.js';
import { DEVELOPMENT } from './development.js';

declare module '@apollo/client' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

/** An operation as it is sent: its hash stands for its text. */
export interface TrustedOperation {
  readonly hash: string;
  readonly name: string;
  readonly variables: Record<string, unknown>;
  /** The text itself, in development only: there an edited document needs no registration. */
  readonly text?: string;
}

export type Execute = (operation: TrustedOperation) => Promise<FormattedExecutionResult>;

/** Objects without an identity are part of the object that holds them; they merge instead of replacing each other. */
const VALUES = ['Gate', 'IdeaSupport', 'SupportSummary', 'ViewerCan', 'IdeaViewerCan', 'Pipeline', 'Query', 'Viewer'];

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

/** Runs operations through a function: on the server, the API's own executor in the same process. */
export function executeLink(execute: Execute): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        execute({
          hash: hashOf(operation),
          name: operation.operationName ?? '',
          variables: operation.variables,
          ...(DEVELOPMENT ? { text: print(operation.query) } : {}),
        }).then(
          (result) => {
            observer.next(result as ApolloLink.Result);
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
      }),
  );
}

/** The SHA-256 of an operation's text, put beside it when it was generated. */
export function hashOf(operation: Pick<ApolloLink.Operation, 'query' | 'operationName'>): string {
  const meta = (operation.query as { __meta__?: { hash?: string } }).__meta__;
  if (meta?.hash === undefined) throw new Error(`Operation ${operation.operationName} has no hash: generate again.`);
  return meta.hash;
}
