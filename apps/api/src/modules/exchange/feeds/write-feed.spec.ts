import { describe, expect, it } from '@jest/globals';

import { writeFeed, type FeedAsk } from './write-feed.js';

const ask: FeedAsk = {
  title: 'Tea & <b>sympathy</b>',
  description: 'News',
  baseUrl: 'https://open.example',
  page: '/ventures/tea/updates',
  path: '/ventures/tea/feed',
  language: 'en',
  entries: [
    {
      id: '0190aaaa-0000-7000-8000-000000000001',
      title: 'Week <1>',
      address: '/ventures/tea/updates#update_1',
      text: '# Heading\n\n<script>alert(1)</script> ]]> done\u0007\n\n- one\n- two',
      author: 'Ama',
      publishedAt: new Date('2026-03-01T10:00:00Z'),
    },
  ],
};

describe('a feed', () => {
  it('lets no text become markup, in either format', () => {
    const atom = writeFeed(ask, 'atom');
    expect(atom).toContain('Week &lt;1&gt;');
    for (const never of ['<script', '<b>', '\u0007']) expect(atom).not.toContain(never);
    expect(atom.match(/\]\]>/g)?.length).toBe(atom.match(/<!\[CDATA\[/g)?.length);
    const json = JSON.parse(writeFeed(ask, 'json'));
    expect(json.title).toBe('Tea & <b>sympathy</b>');
    expect(json.items[0].title).toBe('Week <1>');
    expect(json.items[0].content_html).not.toContain('<script');
  });

  it('says in which language it is, and each entry that somebody wrote', () => {
    const [entry] = ask.entries;
    const entries = [{ ...entry!, language: 'cy' }, entry!];
    const atom = writeFeed({ ...ask, entries, language: 'ms', query: '?stage=LOGGED' }, 'atom');
    expect(atom).toContain('<feed xml:lang="ms-MY" ');
    expect(atom.match(/<entry[^>]*>/g)).toEqual(['<entry xml:lang="cy">', '<entry>']);
    expect(atom).toContain('href="https://open.example/ventures/tea/feed.atom?stage=LOGGED&amp;language=ms"');
    expect(atom).toContain('href="https://open.example/ventures/tea/updates?stage=LOGGED"');
    const json = JSON.parse(writeFeed({ ...ask, entries, language: 'ms' }, 'json'));
    expect([json.language, json.items[0].language, json.items[1].language]).toEqual(['ms-MY', 'cy', undefined]);
    expect(json.feed_url).toBe('https://open.example/ventures/tea/feed.json?language=ms');
  });

  it('names entries for ever, by their own id and not by their address', () => {
    expect(writeFeed(ask, 'atom')).toContain('<id>urn:uuid:0190aaaa-0000-7000-8000-000000000001</id>');
  });

  it('says when it changed last, also when it is empty', () => {
    expect(writeFeed({ ...ask, entries: [] }, 'atom')).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});
