import { describe, expect, it } from '@jest/globals';
import { htmlDocument, type DocumentParts } from './document.js';

const PARTS: DocumentParts = {
  locale: 'en-GB',
  colourScheme: null,
  head: { title: 'A bus that waits', description: 'Why "four months"?' },
  origin: 'https://site.example',
  path: '/ideas/a-bus-that-waits',
  assets: { scripts: ['/assets/entry.js'], preloads: [], styles: ['/assets/entry.css'], fonts: [] },
  body: '<main>Hello</main>',
  state: {},
  status: 200,
};

const drawn = (parts: Partial<DocumentParts>) => {
  const parsed = new DOMParser().parseFromString(htmlDocument({ ...PARTS, ...parts }), 'text/html');
  return { parsed, content: (selector: string) => parsed.querySelector(selector)?.getAttribute('content') };
};

describe('the document around a page', () => {
  it('says what the page is to those who share and to those who search', () => {
    const { parsed, content } = drawn({});
    expect(parsed.title).toBe('A bus that waits · OpenImpact');
    expect(content('meta[name=description]')).toBe('Why "four months"?');
    expect(content('meta[property="og:url"]')).toBe('https://site.example/ideas/a-bus-that-waits');
    expect(parsed.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://site.example/ideas/a-bus-that-waits',
    );
    expect(parsed.documentElement.lang).toBe('en-GB');
  });

  it('runs nothing of its own, so that the content policy can forbid it', () => {
    const { parsed } = drawn({ head: { title: 'x', jsonLd: { '@type': 'Thing' } } });
    const running = [...parsed.scripts].filter((script) => !script.src && !script.type.includes('json'));
    expect(running).toEqual([]);
    expect(parsed.querySelector('[style]')).toBeNull();
    expect(parsed.querySelector('style')).toBeNull();
  });

  it('hands over any text unchanged, whatever it tries', () => {
    const text = '</script><script>alert(1)</script><!-- \u2028';
    const { parsed } = drawn({ state: { text }, head: { title: text } });
    expect(JSON.parse(parsed.getElementById('state')?.textContent ?? '')).toEqual({ text });
    expect(parsed.querySelectorAll('script:not([type])')).toHaveLength(0);
    expect(parsed.title).toContain('<script>alert(1)</script>');
  });

  it('keeps out of search engines what is not a page', () => {
    expect(drawn({ status: 404 }).content('meta[name=robots]')).toBe('noindex');
    expect(drawn({ head: { title: 'Sign in', noIndex: true } }).content('meta[name=robots]')).toBe('noindex');
    expect(drawn({}).content('meta[name=robots]')).toBeUndefined();
  });

  it('is in the chosen colours before any script runs', () => {
    expect(drawn({ colourScheme: 'dark' }).parsed.documentElement.dataset['theme']).toBe('dark');
    expect(drawn({}).parsed.documentElement.dataset['theme']).toBeUndefined();
  });
});
