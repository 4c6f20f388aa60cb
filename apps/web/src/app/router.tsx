import type { ApolloClient } from '@apollo/client';
import type { I18n } from '@lingui/core';
import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { failureOf, type Failure } from '../lib/failure.js';
import type { Operation, Page, PageRequest, PageRoute } from '../lib/page.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { PageError } from './page-error.js';
import { PageView } from './page-view.js';
import { routes } from './routes.js';
import { Shell, shellOperation } from './shell.js';

export interface RouterContext {
  readonly client: ApolloClient;
  readonly i18n: I18n;
}

/** What a page's loader hands over: nothing, or why there is nothing to show. Its data is in Apollo's cache. */
export interface Loaded {
  readonly failure: Failure | null;
}

/** The pages seen so far, so that a page loaded once (or before hydration) renders at once. */
const loadedPages = new Map<string, Page>();

/** The whole route tree, for the server and for the browser. */
export function routeTree(context: RouterContext): RouteObject[] {
  return [
    {
      id: 'shell',
      path: '/',
      loader: () => runShell(context),
      shouldRevalidate: () => false,
      element: <Shell />,
      // Only when the shell itself breaks; what breaks in a page is told inside the shell.
      errorElement: <PageError />,
      hydrateFallbackElement: null,
      children: [
        { errorElement: <PageError />, children: routes.map((route) => routeObject(route, context)) },
        { id: 'app/pages/not-found-page', path: '*', element: <NotFoundPage />, loader: () => NOT_FOUND },
      ],
    },
  ];
}

const NOT_FOUND: Loaded = { failure: { code: 'NOT_FOUND' } };

/** Loads a page's module, once. */
export async function loadPage(route: PageRoute): Promise<Page> {
  const known = loadedPages.get(route.id);
  if (known !== undefined) return known;
  const { page } = await route.load();
  loadedPages.set(route.id, page);
  return page;
}

function routeObject(route: PageRoute, context: RouterContext): RouteObject {
  const loader = async (args: LoaderFunctionArgs) => runPage(await loadPage(route), args, context);
  const known = loadedPages.get(route.id);
  const common = { id: route.id, path: route.path === '' ? undefined : route.path, index: route.path === '' };
  if (known !== undefined) {
    return { ...common, loader, element: <PageView id={route.id} page={known} /> } as RouteObject;
  }
  return {
    ...common,
    lazy: async () => {
      const page = await loadPage(route);
      return { loader, element: <PageView id={route.id} page={page} /> };
    },
  } as RouteObject;
}

async function runShell({ client }: RouterContext): Promise<Loaded> {
  try {
    await client.query({ query: shellOperation.document, variables: shellOperation.variables, context: FROM_ADDRESS });
    return { failure: null };
  } catch (error) {
    // A page can be read without knowing who reads it.
    return { failure: failureOf(error) };
  }
}

async function runPage(
  page: Page,
  { request, params }: LoaderFunctionArgs,
  { client }: RouterContext,
): Promise<Loaded> {
  const url = new URL(request.url);
  const signInFirst = () => redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
  if (page.public === false && !isSignedIn(client)) throw signInFirst();

  const operation = operationOf(page, { params: params as Record<string, string>, search: url.searchParams });
  if (operation === undefined) return { failure: null };
  try {
    const data = await answer(client, operation);
    return page.found !== undefined && !page.found(data as never) ? NOT_FOUND : { failure: null };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'UNAUTHENTICATED') throw signInFirst();
    return { failure };
  }
}

/** Shows at once what was read before and refreshes it behind; waits only for what was never read. */
async function answer(client: ApolloClient, { document, variables }: Operation<unknown, Record<string, unknown>>) {
  const query = { query: document, variables, context: FROM_ADDRESS };
  const kept = client.readQuery({ query: document, variables });
  if (kept !== null) {
    client.query({ ...query, fetchPolicy: 'network-only' }).catch(() => undefined);
    return kept;
  }
  const { data } = await client.query({ ...query, fetchPolicy: 'network-only' });
  return data;
}

export function operationOf(page: Page, request: PageRequest): Operation<unknown, Record<string, unknown>> | undefined {
  return page.operation?.(request) as Operation<unknown, Record<string, unknown>> | undefined;
}

function isSignedIn(client: ApolloClient): boolean {
  const shell = client.readQuery({ query: shellOperation.document, variables: shellOperation.variables });
  return shell?.viewer?.person != null;
}

const FROM_ADDRESS = { fromAddress: true };
