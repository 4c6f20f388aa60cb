import { readFileSync } from 'node:fs';
import { renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, matchRoutes, StaticRouterProvider } from 'react-router';
import { htmlDocument } from './app/document.js';
import { operationOf, loadPage, routeTree, type Loaded } from './app/router.js';
import { routes } from './app/routes.js';
import { Providers } from './app/providers.js';
import { useAppWords } from './app/words.js';
import { createClient, executeLink, type Execute } from './lib/apollo.js';
import { DEVELOPMENT } from './lib/development.js';
import { cookieValue, LANGUAGE_COOKIE, THEME_COOKIE } from './lib/preferences.js';
import { chooseLocale } from './lib/locale.js';
import type { Head, PageRoute } from './lib/page.js';
import type { Site } from './lib/site.js';
import { i18nFor } from './lib/words.js';

export interface RenderRequest {
  /** Path and query, as asked for: `/ideas?stage=LOGGED`. */
  readonly url: string;
  /** The site's own address, for canonical links: `https://example.org`. */
  readonly baseUrl: string;
  readonly acceptLanguage?: string | undefined;
  /** The request's header: only the reader's choice of language and of light or dark is read from it. */
  readonly cookie?: string | undefined;
  readonly viewerIsSignedIn: boolean;
  /** Where the source of this installation is; the product's own when the operator named none. */
  readonly sourceUrl?: string | undefined;
  readonly demonstration: boolean;
  /** Runs a trusted operation as the reader, in this process. */
  readonly execute: Execute;
}

export interface RenderAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** Renders the page at an address with its data, ready to be sent. Throws only for faults of our own. */
export async function render(request: RenderRequest): Promise<RenderAnswer> {
  const origin = new URL(request.baseUrl).origin;
  const scheme = cookieValue(request.cookie, THEME_COOKIE);
  const locale = chooseLocale(cookieValue(request.cookie, LANGUAGE_COOKIE), request.acceptLanguage);
  const i18n = i18nFor(locale);
  const client = createClient({ link: executeLink(request.execute), onServer: true });
  const url = new URL(request.url, origin);
  const route = matchedRoute(url.pathname);
  if (route !== undefined) await loadPage(route);

  const tree = routeTree({ client, i18n });
  const handler = createStaticHandler(tree);
  const context = await handler.query(new Request(url));
  if (context instanceof Response) return redirected(context);

  const loaded = Object.values(context.loaderData).filter((each): each is Loaded => each != null);
  const failed = context.errors != null ? true : loaded.some((each) => each.failure?.code === 'INTERNAL');
  const failure = loaded
    .map((each) => each.failure)
    .find((each) => each?.code === 'NOT_FOUND' || each?.code === 'FORBIDDEN');
  const status =
    context.statusCode !== 200
      ? context.statusCode
      : failure?.code === 'NOT_FOUND'
        ? 404
        : failure?.code === 'FORBIDDEN'
          ? 403
          : failed
            ? 500
            : 200;
  const site: Site = {
    sourceUrl: request.sourceUrl ?? null,
    demonstration: request.demonstration,
    renderedAt: new Date().toISOString(),
    colourScheme: scheme === 'light' || scheme === 'dark' ? scheme : null,
  };
  const body = renderToString(
    <Providers client={client} i18n={i18n} site={site}>
      <StaticRouterProvider
        router={createStaticRouter(handler.dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </Providers>,
  );
  const html = htmlDocument({
    locale: i18n.locale,
    colourScheme: site.colourScheme,
    head: status === 200 && route !== undefined ? await headOf(route, url) : plainHead(),
    origin,
    path: url.pathname,
    assets: assetsOf(route),
    body,
    state: { cache: client.extract(), loaderData: context.loaderData, site, locale },
    status,
  });
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': i18n.locale,
      vary: 'accept-language, cookie',
    },
    html,
  };

  async function headOf(matched: PageRoute, address: URL): Promise<Head> {
    const page = await loadPage(matched);
    const params = (matchRoutes([{ path: `/${matched.path}` }], address.pathname)?.[0]?.params ?? {}) as Record<
      string,
      string
    >;
    const asked = { params, search: address.searchParams };
    const operation = operationOf(page, asked);
    const data = operation && client.readQuery({ query: operation.document, variables: operation.variables });
    return page.head(data as never, { ...asked, i18n });
  }

  function plainHead(): Head {
    const t = useAppWords.of(i18n);
    return { title: status === 404 ? t('notFound.title') : t('error.title'), noIndex: true };
  }
}

function matchedRoute(pathname: string): PageRoute | undefined {
  const matches = matchRoutes(
    routes.map((route) => ({ path: `/${route.path}`, id: route.id })),
    pathname,
  );
  const id = matches?.[0]?.route.id;
  return routes.find((route) => route.id === id);
}

function redirected(response: Response): RenderAnswer {
  return { status: response.status, headers: { location: response.headers.get('location') ?? '/' }, html: '' };
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

let manifest: Manifest | undefined;

/** The files a page needs, read from what the build wrote beside this one. */
function assetsOf(route: PageRoute | undefined) {
  if (DEVELOPMENT) return { scripts: ['/@vite/client', '/src/entry-client.tsx'], preloads: [], styles: [], fonts: [] };
  const known = (manifest ??= JSON.parse(
    readFileSync(new URL('../client/.vite/manifest.json', import.meta.url), 'utf8'),
  ) as Manifest);
  const entry = known['src/entry-client.tsx'];
  if (entry === undefined) throw new Error('The build has no entry for the browser.');
  const page = route && known[`src/${route.id}.tsx`];
  if (route !== undefined && page === undefined)
    throw new Error(`No built page ${route.id}: its route has another name.`);
  const chunks = [...chunksBelow(entry, known), ...(page ? chunksBelow(page, known) : [])];
  const styles = chunks.flatMap((chunk) => chunk.css ?? []);
  const fonts = Object.values(known)
    .map((chunk) => chunk.file)
    .filter((file) => /-latin-wght-normal-[^/]*\.woff2$/.test(file));
  const address = (file: string) => `/${file}`;
  return {
    scripts: [address(entry.file)],
    preloads: [...new Set(chunks.map((chunk) => chunk.file))].filter((file) => file !== entry.file).map(address),
    styles: [...new Set(styles)].map(address),
    fonts: [...new Set(fonts)].map(address),
  };
}

function chunksBelow(chunk: Chunk, known: Manifest, seen = new Set<Chunk>()): readonly Chunk[] {
  if (seen.has(chunk)) return [];
  seen.add(chunk);
  return [...(chunk.imports ?? []).flatMap((name) => chunksBelow(known[name]!, known, seen)), chunk];
}
