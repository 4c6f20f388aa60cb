import type { ApolloClient } from '@apollo/client';
import type { I18n } from '@lingui/core';
import { failureOf, type Failure } from '../lib/failure.js';
import type { Operation, Page, PageRequest, PageRoute } from '../lib/page.js';
import { matchPath, namedParts } from '../lib/router.js';
import { routes } from './routes.js';
import { shellOperation } from './shell-operation.js';

export interface Surroundings {
  readonly client: ApolloClient;
  readonly i18n: I18n;
}

/** What stands at an address: a page whose data is in the cache, why there is none, or where to go instead. */
export type View =
  | { readonly kind: 'page'; readonly address: string; readonly page: Page; readonly request: PageRequest }
  | { readonly kind: 'failure'; readonly address: string; readonly failure: Failure }
  | { readonly kind: 'redirect'; readonly address: string; readonly to: string };

/** The path and query of an address, by which views are told apart. */
export function addressOf({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  return pathname + search;
}

interface Match {
  readonly route: PageRoute;
  readonly request: PageRequest;
}

const ordered = routes.toSorted((one, other) => namedParts(other.path) - namedParts(one.path));

export function matchAddress(pathname: string, search: string): Match | null {
  for (const route of ordered) {
    const params = matchPath(route.path, pathname);
    if (params !== null) return { route, request: { params, search: new URLSearchParams(search) } };
  }
  return null;
}

/** The pages seen so far: one that was loaded renders at once. */
const loaded = new Map<string, Page>();

export async function loadPage(route: PageRoute): Promise<Page> {
  const known = loaded.get(route.id);
  if (known !== undefined) return known;
  const { page } = await route.load();
  loaded.set(route.id, page);
  return page;
}

/**
 * Finds out what to show at an address and reads it into the cache, on the server and in the browser alike.
 * What was read before is shown at once and refreshed behind.
 */
export async function resolve(url: URL, surroundings: Surroundings): Promise<View> {
  const address = addressOf(url);
  const shell = readShell(surroundings.client);
  const match = matchAddress(url.pathname, url.search);
  if (match === null) {
    await shell;
    return { kind: 'failure', address, failure: { code: 'NOT_FOUND' } };
  }
  let page: Page;
  try {
    page = await loadPage(match.route);
  } catch {
    // The file of the page is gone or out of reach: after an update of the site, its old files are.
    return { kind: 'failure', address, failure: { code: 'NEW_VERSION' } };
  }
  const signInFirst = { kind: 'redirect', address, to: `/sign-in?to=${encodeURIComponent(address)}` } as const;
  if (page.public === false && !(await shell)) return signInFirst;

  const operation = operationOf(page, match.request);
  try {
    const data = operation && (await read(surroundings.client, operation));
    await shell;
    if (operation !== undefined && page.found !== undefined && !page.found(data as never)) {
      return { kind: 'failure', address, failure: { code: 'NOT_FOUND' } };
    }
    return { kind: 'page', address, page, request: match.request };
  } catch (error) {
    await shell;
    const failure = failureOf(error);
    return failure.code === 'UNAUTHENTICATED' ? signInFirst : { kind: 'failure', address, failure };
  }
}

/** Gets ready what a link leads to, while the reader is about to follow it. */
export async function prepare(pathname: string, search: string, { client }: Surroundings): Promise<void> {
  const match = matchAddress(pathname, search);
  if (match === null) return;
  const page = await loadPage(match.route);
  const operation = page.public === false ? undefined : operationOf(page, match.request);
  if (operation !== undefined) await client.query({ ...queryOf(operation), fetchPolicy: 'cache-first' });
}

export function operationOf(page: Page, request: PageRequest): AnyOperation | undefined {
  return page.operation?.(request) as AnyOperation | undefined;
}

export type AnyOperation = Operation<unknown, Record<string, unknown>>;

/** Whether somebody is signed in. A page can be read without knowing that, so a fault here is nobody. */
async function readShell(client: ApolloClient): Promise<boolean> {
  const { document: query, variables } = shellOperation;
  const kept = client.readQuery({ query, variables });
  if (kept !== null) return kept.viewer != null;
  try {
    const { data } = await client.query({ query, variables, context: FROM_ADDRESS });
    return data?.viewer != null;
  } catch {
    return false;
  }
}

async function read(client: ApolloClient, operation: AnyOperation): Promise<unknown> {
  const kept = client.readQuery({ query: operation.document, variables: operation.variables });
  if (kept === null) return (await client.query({ ...queryOf(operation), fetchPolicy: 'network-only' })).data;
  client.query({ ...queryOf(operation), fetchPolicy: 'network-only' }).catch(() => undefined);
  return kept;
}

function queryOf({ document, variables }: AnyOperation) {
  return { query: document, variables, context: FROM_ADDRESS };
}

/** All variables come from the page's address, so the request may be a GET that others share. */
export const FROM_ADDRESS = { fromAddress: true };
