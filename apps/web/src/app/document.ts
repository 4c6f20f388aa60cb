import type { Head } from '../lib/page.js';
import { PRODUCT } from './product.js';
import { titleOf } from './page-view.js';

export interface DocumentParts {
  readonly locale: string;
  readonly colourScheme: 'light' | 'dark' | null;
  readonly head: Head;
  /** The site's own address, without a slash at the end: https://example.org. */
  readonly origin: string;
  readonly path: string;
  readonly assets: {
    readonly scripts: readonly string[];
    readonly preloads: readonly string[];
    readonly styles: readonly string[];
    readonly fonts: readonly string[];
  };
  readonly body: string;
  /** What the browser needs to go on from here; anything JSON can hold. */
  readonly state: unknown;
  readonly status: number;
}

/** The whole document around a rendered page. Nothing in it runs inline: the content policy allows our own files only. */
export function htmlDocument(parts: DocumentParts): string {
  const { head, assets, origin } = parts;
  const address = origin + (head.canonical ?? parts.path);
  const title = titleOf(head);
  const tags = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    '<link rel="manifest" href="/manifest.webmanifest">',
    '<link rel="apple-touch-icon" href="/icon-192.png">',
    '<meta name="theme-color" content="#fbf5e9" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#12161f" media="(prefers-color-scheme: dark)">',
    description(head.description),
    `<meta name="color-scheme" content="${parts.colourScheme ?? 'light dark'}">`,
    ...assets.fonts.map(
      (href) => `<link rel="preload" as="font" type="font/woff2" href="${escape(href)}" crossorigin>`,
    ),
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${escape(href)}">`),
    // The page can be read without them: on a slow line they must not take turns with the letters and the styles.
    ...assets.preloads.map((href) => `<link rel="modulepreload" href="${escape(href)}" fetchpriority="low">`),
    ...assets.scripts.map((src) => `<script type="module" src="${escape(src)}" fetchpriority="low"></script>`),
    parts.status === 200 && !head.noIndex
      ? `<link rel="canonical" href="${escape(address)}">`
      : '<meta name="robots" content="noindex">',
    property('og:site_name', PRODUCT),
    property('og:type', 'website'),
    property('og:title', head.title),
    property('og:description', head.description),
    property('og:url', address),
    property('og:image', head.image === undefined ? undefined : new URL(head.image, origin).href),
    property('og:image:alt', head.image === undefined ? undefined : head.title),
    property('og:locale', parts.locale.replace('-', '_')),
    head.image === undefined ? '' : '<meta name="twitter:card" content="summary_large_image">',
    head.feed === undefined
      ? ''
      : `<link rel="alternate" type="application/atom+xml" title="${escape(head.feed.title)}" href="${escape(head.feed.href)}">`,
    head.jsonLd === undefined ? '' : `<script type="application/ld+json">${json(head.jsonLd)}</script>`,
  ].filter((tag) => tag !== '');
  const theme = parts.colourScheme === null ? '' : ` data-theme="${parts.colourScheme}"`;
  return `<!doctype html>
<html lang="${escape(parts.locale)}" dir="ltr"${theme}>
<head>
${tags.join('\n')}
</head>
<body>
<div id="root">${parts.body}</div>
<script type="application/json" id="state">${json(parts.state)}</script>
</body>
</html>`;
}

function description(text: string | undefined): string {
  return text === undefined ? '' : `<meta name="description" content="${escape(text)}">`;
}

function property(name: string, content: string | undefined): string {
  return content === undefined ? '' : `<meta property="${name}" content="${escape(content)}">`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** JSON inside a script element: `</script>` and `<!--` in somebody's text must not end or change it. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
