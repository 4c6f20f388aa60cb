import './ui/styles.css';
import { ApolloLink } from '@apollo/client';
import { type ReactNode, startTransition, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from './lib/router.js';
import { Pages } from './app/pages.js';
import { Providers } from './app/providers.js';
import { addressOf, loadPage, matchAddress, type View } from './app/resolve.js';
import { loadCatalogues } from './lib/catalogues.js';
import { createCache, createClient } from './lib/apollo.js';
import { DEVELOPMENT } from './lib/development.js';
import type { Failure } from './lib/failure.js';
import { sayEarlyInputAgain, watchEarlyInput } from './lib/early-input.js';
import { createHttpLink } from './lib/http-link.js';
import { keepPages } from './lib/kept-pages.js';
import { noticeLink } from './lib/notices.js';
import type { Site } from './lib/site.js';
import { i18nFor, type Locale } from './lib/words.js';

interface State {
  readonly cache: Parameters<ReturnType<typeof createCache>['restore']>[0];
  readonly failure: Failure | null;
  readonly site: Site;
  readonly locale: Locale;
}

/** The server writes both into every page; without them there is nothing to take over. */
function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

const state = JSON.parse(part('state').textContent) as State;
const client = createClient({
  link: ApolloLink.from([noticeLink(), createHttpLink()]),
  cache: createCache().restore(state.cache),
});
const surroundings = { client, i18n: i18nFor(state.locale) };

const root = part('root');
watchEarlyInput(root);
await loadCatalogues(state.locale);
const first = await firstView();

// As a transition React takes over in small steps and lets a tap through between them. At once it would be one task
// long enough for a slow phone to stand still.
startTransition(() => {
  hydrateRoot(
    root,
    <Alive>
      <Providers {...surroundings} site={state.site}>
        <BrowserRouter>
          <Pages first={first} surroundings={surroundings} />
        </BrowserRouter>
      </Providers>
    </Alive>,
  );
});

/** Around everything: its effect runs when the whole page has taken over. */
function Alive({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    sayEarlyInputAgain(root);
    performance.mark('openimpact:alive');
    root.dataset['alive'] = '';
    if (!DEVELOPMENT) keepPages();
  }, []);
  return children;
}

/** What the server drew. The page's own module must be here first, or React would draw something else. */
async function firstView(): Promise<View> {
  const address = addressOf(location);
  const match = matchAddress(location.pathname, location.search);
  if (state.failure !== null || match === null) {
    return { kind: 'failure', address, failure: state.failure ?? { code: 'NOT_FOUND' } };
  }
  return { kind: 'page', address, page: await loadPage(match.route), request: match.request };
}
