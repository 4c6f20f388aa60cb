import { Feed } from 'feed';

import { type Language, TAGS } from '../../../platform/words/index.js';
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
  /** In which the site speaks in it. What people wrote is in theirs. */
  readonly language: Language;
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

export function writeFeed(ask: FeedAsk, format: FeedFormat): string {
  return format === 'atom' ? atomOf(ask) : jsonFeedOf(ask);
}

/** Titles are text in both formats: in Atom they travel as HTML, so what reads as markup is escaped there. */
function atomOf(ask: FeedAsk): string {
  const words = (text: string) => escapeHtml(clean(text));
  const at = (path: string) => `${ask.baseUrl}${path}`;
  const { query = '' } = ask;
  const own = ownAddress(ask);
  const feed = new Feed({
    id: at(own('')),
    link: at(`${ask.page}${query}`),
    title: words(ask.title),
    description: words(ask.description),
    copyright: 'CC-BY-4.0',
    generator: 'OpenImpact',
    updated: new Date(Math.max(0, ...ask.entries.map((entry) => changedAt(entry).getTime()))),
    feedLinks: { atom: at(own('.atom')), json: at(own('.json')) },
  });
  for (const entry of ask.entries) {
    feed.addItem({
      id: `urn:uuid:${entry.id}`,
      link: at(entry.address),
      title: words(entry.title),
      date: changedAt(entry),
      published: entry.publishedAt,
      content: htmlOf(ask, entry),
      // The format wants an author of each entry: what nobody is named for is the site's.
      author: [{ name: clean(entry.author ?? 'OpenImpact') }],
    });
  }
  return inLanguages(feed.atom1(), ask);
}

/** Says in which language the feed is, and each entry that somebody wrote: the library that writes it does not. */
function inLanguages(atom: string, { language, entries }: FeedAsk): string {
  const [head = '', ...parts] = atom.split('<entry>');
  const written = parts.map((part, index) => {
    const theirs = entries[index]?.language;
    return `${theirs === undefined ? '<entry>' : `<entry xml:lang="${escapeHtml(theirs)}">`}${part}`;
  });
  return [head.replace('<feed ', `<feed xml:lang="${TAGS[language]}" `), ...written].join('');
}

/** Where the feed itself is: the language is part of its address, so that whoever fetches it again reads the same. */
function ownAddress({ path, query = '', language }: FeedAsk): (ending: string) => string {
  const inWords = language === 'en' ? '' : `${query === '' ? '?' : '&'}language=${language}`;
  return (ending) => `${path}${ending}${query}${inWords}`;
}

function changedAt({ publishedAt, correctedAt }: FeedEntry): Date {
  return correctedAt ?? publishedAt;
}

/** JSON Feed 1.1. */
function jsonFeedOf(ask: FeedAsk): string {
  const at = (path: string) => `${ask.baseUrl}${path}`;
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: clean(ask.title),
      description: clean(ask.description),
      home_page_url: at(`${ask.page}${ask.query ?? ''}`),
      feed_url: at(ownAddress(ask)('.json')),
      language: TAGS[ask.language],
      items: ask.entries.map((entry) => ({
        id: `urn:uuid:${entry.id}`,
        url: at(entry.address),
        title: clean(entry.title),
        content_html: htmlOf(ask, entry),
        date_published: entry.publishedAt.toISOString(),
        ...(entry.correctedAt ? { date_modified: entry.correctedAt.toISOString() } : {}),
        ...(entry.language === undefined ? {} : { language: entry.language }),
        ...(entry.author === null ? {} : { authors: [{ name: clean(entry.author) }] }),
      })),
    },
    null,
    1,
  );
}

function htmlOf({ baseUrl }: FeedAsk, { text, title, pictures = [] }: FeedEntry): string {
  const shown = pictures.map(({ address, description }) => picture(`${baseUrl}${address}`, description));
  return paragraphs(text === '' ? title : text) + shown.join('');
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
