import { readFileSync } from 'node:fs';
import { renderToString } from 'react-dom/server';
import { MemoryRouter } from './lib/router.js';
import { htmlDocument } from './app/document.js';
import { Pages } from './app/pages.js';
import { matchAddress, operationOf, resolve, type Surroundings, type View } from './app/resolve.js';
import { Providers } from './app/providers.js';
import { useAppWords } from './app/words.js';
import { loadCatalogues } from './lib/catalogues.js';
import { createClient } from './lib/apollo.js';
import { executeLink, type Execute } from './lib/execute-link.js';
import type { FailureCode } from './lib/failure.js';
import { DEVELOPMENT } from './lib/development.js';
import { cookieValue, LANGUAGE_COOKIE, THEME_COOKIE } from './lib/preferences.js';
import { chooseLocale } from './lib/locale.js';
import type { Head, PageRoute } from './lib/page.js';
import type { Site } from './lib/site.js';
import { i18nFor, type Locale } from './lib/words.js';
import { prepareParts } from './lib/later.js';

export { preview } from './app/preview.js';

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
  readonly helpContacts?: string;
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
  const url = new URL(request.url, origin);
  const scheme = cookieValue(request.cookie, THEME_COOKIE);
  const locale = chooseLocale(cookieValue(request.cookie, LANGUAGE_COOKIE), request.acceptLanguage);
  await loadCatalogues(locale);
  const i18n = i18nFor(locale);
  const client = createClient({ link: executeLink(request.execute), onServer: true });
  const surroundings = { client, i18n };

  const view = await resolve(url, surroundings);
  if (view.kind === 'redirect') return { status: 303, headers: { location: view.to }, html: '' };
  const site: Site = {
    sourceUrl: request.sourceUrl ?? null,
    demonstration: request.demonstration,
    helpContacts: request.helpContacts ?? '',
    renderedAt: new Date().toISOString(),
    colourScheme: scheme === 'light' || scheme === 'dark' ? scheme : null,
  };
  await prepareParts();
  const body = renderToString(
    <Providers {...surroundings} site={site}>
      <MemoryRouter at={url.pathname + url.search}>
        <Pages first={view} surroundings={surroundings} />
      </MemoryRouter>
    </Providers>,
  );
  const status = view.kind === 'page' ? 200 : STATUS[view.failure.code];
  const html = htmlDocument({
    locale: i18n.locale,
    colourScheme: site.colourScheme,
    head: headOf(view, surroundings),
    origin,
    path: url.pathname,
    assets: assetsOf(matchAddress(url.pathname, url.search)?.route, locale),
    body,
    state: { cache: client.extract(), failure: view.kind === 'failure' ? view.failure : null, site, locale },
    status,
  });
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': i18n.locale,
      vary: 'accept-language, cookie',
      ...(status === 503 ? { 'retry-after': '5' } : {}),
    },
    html,
  };
}

const STATUS: Readonly<Record<FailureCode, number>> = {
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  NEW_VERSION: 500,
  OFFLINE: 500,
  CONFLICT: 500,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

function headOf(view: View, { client, i18n }: Surroundings): Head {
  if (view.kind !== 'page') {
    const t = useAppWords.of(i18n);
    const missing = view.kind === 'failure' && view.failure.code === 'NOT_FOUND';
    return { title: missing ? t('notFound.title') : t('error.title'), noIndex: true };
  }
  const operation = operationOf(view.page, view.request);
  const data = operation && client.readQuery({ query: operation.document, variables: operation.variables });
  return view.page.head(data as never, { ...view.request, i18n });
}

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

let manifest: Manifest | undefined;

/** The files a page needs, read from what the build wrote beside this one. */
function assetsOf(route: PageRoute | undefined, locale: Locale) {
  if (DEVELOPMENT) return { scripts: ['/src/entry-client.tsx'], preloads: [], styles: [], fonts: [] };
  const known = (manifest ??= JSON.parse(
    readFileSync(new URL('../client/.vite/manifest.json', import.meta.url), 'utf8'),
  ) as Manifest);
  const entry = known['src/entry-client.tsx'];
  if (entry === undefined) throw new Error('The build has no entry for the browser.');
  const page = route && known[`src/${route.id}.tsx`];
  if (route !== undefined && page === undefined)
    throw new Error(`No built page ${route.id}: its route has another name.`);
  const words = known[`src/messages/${locale}/index.ts`];
  const chunks = [entry, page, words].flatMap((chunk) => chunksBelow(chunk, known));
  const styles = Object.values(known)
    .map((chunk) => chunk.file)
    .filter((file) => file.endsWith('.css'));
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

function chunksBelow(chunk: Chunk | undefined, known: Manifest, seen = new Set<Chunk>()): readonly Chunk[] {
  if (chunk === undefined || seen.has(chunk)) return [];
  seen.add(chunk);
  return [...(chunk.imports ?? []).flatMap((name) => chunksBelow(known[name], known, seen)), chunk];
}
