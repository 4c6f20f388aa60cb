import './ui/styles.css';
import { hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ApolloLink } from '@apollo/client';
import { loadPage, routeTree } from './app/router.js';
import { routes } from './app/routes.js';
import { Providers } from './app/providers.js';
import { createCache, createClient } from './lib/apollo.js';
import { createHttpLink } from './lib/http-link.js';
import { noticeLink } from './lib/notices.js';
import type { Site } from './lib/site.js';
import { i18nFor, type Locale } from './lib/words.js';

interface State {
  readonly cache: Parameters<ReturnType<typeof createCache>['restore']>[0];
  readonly loaderData: Record<string, unknown>;
  readonly site: Site;
  readonly locale: Locale;
}

const state = JSON.parse(document.getElementById('state')!.textContent) as State;
const client = createClient({
  link: ApolloLink.from([noticeLink(), createHttpLink()]),
  cache: createCache().restore(state.cache),
});
const i18n = i18nFor(state.locale);

// The page's own module must be here before React takes over, or it would replace the page by nothing for a moment.
const id = matchRoutes(
  routes.map((route) => ({ path: `/${route.path}`, id: route.id })),
  location.pathname,
)?.[0]?.route.id;
const here = routes.find((route) => route.id === id);
if (here !== undefined) await loadPage(here);

const router = createBrowserRouter(routeTree({ client, i18n }), { hydrationData: { loaderData: state.loaderData } });
hydrateRoot(
  document.getElementById('root')!,
  <Providers client={client} i18n={i18n} site={state.site}>
    <RouterProvider router={router} />
  </Providers>,
);
