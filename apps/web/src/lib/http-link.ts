import { ApolloLink, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { OperationTypeNode, print } from 'graphql';
import { hashOf } from './apollo.js';
import { DEVELOPMENT } from './development.js';

/**
 * Sends operations to the server by hash. Queries whose variables all come from the page's address go by
 * GET, so that they can be shared and cached; anything somebody typed goes by POST and never enters an address.
 */
export function createHttpLink(): ApolloLink {
  return ApolloLink.split(
    (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
    subscriptions(),
    http(),
  );
}

/**
 * One request for one operation. Apollo's own HTTP link would also carry what nothing here uses (texts of
 * operations, answers in parts), and every reader would download it.
 */
function http(): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const stop = new AbortController();
        const { fromAddress = false } = operation.getContext() as { fromAddress?: boolean };
        const body = bodyOf(operation);
        const request: Promise<Response> = fromAddress
          ? fetch(`/graphql?${inAddress(body)}`, { ...COMMON, signal: stop.signal })
          : fetch('/graphql', { ...COMMON, method: 'POST', body: JSON.stringify(body), signal: stop.signal });
        request.then(answerOf).then(
          (result) => {
            observer.next(result);
            observer.complete();
          },
          (error: unknown) => {
            if (!stop.signal.aborted) observer.error(error);
          },
        );
        return () => stop.abort();
      }),
  );
}

const COMMON = {
  credentials: 'same-origin',
  // No form and no picture on another site can send the second of these.
  headers: {
    accept: 'application/graphql-response+json, application/json',
    'apollo-require-preflight': '1',
    'content-type': 'application/json',
  },
} as const satisfies RequestInit;

function bodyOf(operation: ApolloLink.Operation) {
  const { operationName, variables } = operation;
  // The development server takes the text, so that an edited document needs no registration.
  if (DEVELOPMENT) return { operationName, variables, query: print(operation.query) };
  return { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(operation) } } };
}

function inAddress(body: ReturnType<typeof bodyOf>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** An answer in GraphQL's form is one whatever its status says; anything else came from something in between. */
async function answerOf(response: Response): Promise<ApolloLink.Result> {
  const text = await response.text();
  try {
    const result = JSON.parse(text) as ApolloLink.Result;
    if ('data' in result || 'errors' in result) return result;
  } catch {
    // Told below, with the status.
  }
  throw new ServerError(`The server answered ${response.status}.`, { response, bodyText: text });
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
