import { ApolloLink, Observable } from '@apollo/client';
import { print, type FormattedExecutionResult } from 'graphql';
import { hashOf } from './apollo.js';
import { DEVELOPMENT } from './development.js';

/** An operation as it is sent: its hash stands for its text. */
export interface TrustedOperation {
  readonly hash: string;
  readonly name: string;
  readonly variables: Record<string, unknown>;
  /** The text itself, in development only: there an edited document needs no registration. */
  readonly text?: string;
}

export type Execute = (operation: TrustedOperation) => Promise<FormattedExecutionResult>;

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
