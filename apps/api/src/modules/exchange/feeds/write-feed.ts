import { Feed } from 'feed';

import type { FeedEntry } from './feed-store.js';

export interface FeedAsk {
  readonly title: string;
  readonly description: string;
  /** Where the site is, without a slash at the end. */
  readonly baseUrl: string;
  /** The page the feed belongs to, and the feed without its ending; both begin with a slash. */
  readonly page: string;
  readonly path: string;
  /** What narrows both, with its question mark; left out where nothing does. */
  readonly query?: string;
  readonly entries: readonly FeedEntry[];
}

export type FeedFormat = 'atom' | 'json';

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** Neither format allows them, and a reader that stops at one shows nothing. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** A feed as text. Titles are text in both formats: in Atom they travel as HTML, so what reads as markup is escaped there. */
export function writeFeed(ask: FeedAsk, format: FeedFormat): string {
  const words = (text: string) => (format === 'atom' ? escapeHtml(clean(text)) : clean(text));
  const at = (path: string) => `${ask.baseUrl}${path}`;
  const { query = '' } = ask;
  const feed = new Feed({
    id: at(`${ask.path}${query}`),
    link: at(`${ask.page}${query}`),
    title: words(ask.title),
    description: words(ask.description),
    language: 'en-GB',
    copyright: 'CC-BY-4.0',
    generator: 'OpenImpact',
    updated: ask.entries[0]?.publishedAt ?? new Date(0),
    feedLinks: { atom: at(`${ask.path}.atom${query}`), json: at(`${ask.path}.json${query}`) },
  });
  for (const entry of ask.entries) {
    feed.addItem({
      id: `urn:uuid:${entry.id}`,
      link: at(entry.address),
      title: words(entry.title),
      date: entry.publishedAt,
      published: entry.publishedAt,
      content:
        paragraphs(entry.text === '' ? entry.title : entry.text) +
        (entry.pictures ?? []).map(({ address, description }) => picture(at(address), description)).join(''),
      // Left out rather than empty: the JSON feed reads the first author of whatever list there is.
      ...(entry.author === null ? {} : { author: [{ name: clean(entry.author) }] }),
    });
  }
  return format === 'atom' ? feed.atom1() : feed.json1();
}

/** Somebody's Markdown as paragraphs of text: nothing of it is taken for markup. */
function paragraphs(text: string): string {
  return clean(text)
    .split(/\n{2,}/)
    .map((part) => part.replaceAll(/^\s*(?:#{1,6}|[-*>])\s+/gm, '').trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br/>')}</p>`)
    .join('');
}

function picture(address: string, description: string): string {
  return `<p><img src="${escapeHtml(clean(address))}" alt="${escapeHtml(clean(description))}"/></p>`;
}

function clean(text: string): string {
  // `]]>` would end the section that the content stands in.
  return text.toWellFormed().replaceAll(CONTROLS, '').replaceAll(']]>', ']] >');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
